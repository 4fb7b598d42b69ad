import type { RoleId } from '../../../core/roles.ts';
import type { Interpreter, SessionKind, Urgency } from '../../../core/session/words.ts';
import type { PersonCard, Scheduled } from '../../../core/view.ts';

interface Member {
  person: string;
  role: RoleId;
}

/** A session before it is opened: what is chosen on the start screen. Nothing of it is recorded. */
export interface Draft {
  /** The card on the left that is chosen. */
  from: { scheduled: string } | 'last-team' | 'blank' | null;
  kind: SessionKind;
  urgency: Urgency;
  interpreter: Interpreter;
  team: Member[];
  /** People who are shown first: the team that was chosen by its card, then whoever was added to it. */
  first: string[];
  /** People who came in by badge, search or keyboard, and may be in no list. */
  added: PersonCard[];
}

export const emptyDraft: Draft = {
  from: null,
  kind: 'surgery',
  urgency: 'elective',
  interpreter: 'none',
  team: [],
  first: [],
  added: [],
};

export type DraftChange =
  | { type: 'begin' }
  | { type: 'scheduled'; scheduled: Scheduled }
  | { type: 'last-team'; team: Member[] }
  | { type: 'blank' }
  | { type: 'set'; values: Partial<Pick<Draft, 'kind' | 'urgency' | 'interpreter'>> }
  | { type: 'toggle'; person: PersonCard }
  | { type: 'add'; person: PersonCard }
  | { type: 'role'; person: string; role: RoleId };

/** The draft after one touch. A face never moves when it is touched; only a card on the left orders them anew. */
export const changeDraft = (draft: Draft, change: DraftChange): Draft => {
  switch (change.type) {
    case 'begin':
      return emptyDraft;
    case 'scheduled': {
      const { id, kind, urgency, team } = change.scheduled;
      return { ...withTeam(draft, team), from: { scheduled: id }, kind, urgency };
    }
    case 'last-team':
      return { ...withTeam(draft, change.team), from: 'last-team' };
    case 'blank':
      return { ...withTeam(draft, []), from: 'blank' };
    case 'set':
      return { ...draft, ...change.values };
    case 'toggle':
      return isIn(draft, change.person.id)
        ? { ...draft, team: draft.team.filter((one) => one.person !== change.person.id) }
        : withMember(draft, change.person);
    case 'add':
      return isIn(draft, change.person.id)
        ? draft
        : {
            ...withMember(draft, change.person),
            first: [change.person.id, ...draft.first.filter((id) => id !== change.person.id)],
            added: [...draft.added.filter((one) => one.id !== change.person.id), change.person],
          };
    case 'role':
      return {
        ...draft,
        team: draft.team.map((one) => (one.person === change.person ? { ...one, role: change.role } : one)),
      };
  }
};

const withTeam = (draft: Draft, team: Member[]): Draft => ({
  ...draft,
  team,
  first: team.map((one) => one.person),
});

const withMember = (draft: Draft, { id, role }: PersonCard): Draft => ({
  ...draft,
  team: [...draft.team, { person: id, role }],
});

const isIn = (draft: Draft, person: string): boolean => draft.team.some((one) => one.person === person);

/** Everybody to show, each once: those first in the draft, then the others as they came. */
export const inOrder = (draft: Draft, people: readonly PersonCard[]): PersonCard[] => {
  const known = new Map([...people, ...draft.added].map((person) => [person.id, person]));
  const order = new Set([...draft.first, ...known.keys()]);
  return [...order].flatMap((id) => known.get(id) ?? []);
};
