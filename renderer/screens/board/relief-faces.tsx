import type { Participant } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';
import { Finder } from './add-sheet.tsx';
import { likeliestRelief } from './relief.ts';

interface ReliefFacesProps {
  /** Whose work is taken over. */
  relieved: Participant;
  /** People who are in the session already. */
  here: readonly string[];
  onTakeOver: (person: PersonCard) => void;
}

/** Who takes over: whoever does the same work stands first. One touch, and they are here in that role. */
export const ReliefFaces = ({ relieved, here, onTakeOver }: ReliefFacesProps) => (
  <Finder here={here} onAdd={onTakeOver} order={(people) => likeliestRelief(relieved.role, people)} />
);
