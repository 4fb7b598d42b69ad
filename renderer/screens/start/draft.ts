import type { RoleId } from '../../../core/roles.ts';
import type { Interpreter, Part, SessionKind, Urgency } from '../../../core/session/words.ts';
import type { PersonCard, Scheduled } from '../../../core/view.ts';
import { inTurn, type Member, teamOf } from './turnover.ts';

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
  /** The session that this one follows and that ends with its opening, and who is in it; null at rest. */
  next: { session: string; team: Member[] } | null;
  /** Whether anything was chosen by hand: what the clock suggests never overrides it. */
  touched: boolean;
}

export const emptyDraft: Draft = {
  from: null,
  kind: 'surgery',
  urgency: 'elective',
  interpreter: 'none',
  team: [],
  first: [],
  added: [],
  next: null,
  touched: false,
};

type Person = Omit<Member, 'part'>;

export type DraftChange =
  | { type: 'begin' }
  /** The next shift takes over from those who are here in this session. */
  | { type: 'next'; session: string; team: readonly Person[]; people: PersonCard[] }
  /** What is on about now, as the clock says. `here`: who was with this patient before. */
  | { type: 'suggest'; scheduled: Scheduled; here?: readonly string[] }
  | { type: 'scheduled'; scheduled: Scheduled; here?: readonly string[] }
  | { type: 'last-team'; team: readonly Person[] }
  | { type: 'blank' }
  | { type: 'set'; values: Partial<Pick<Draft, 'kind' | 'urgency' | 'interpreter'>> }
  | { type: 'toggle'; person: PersonCard }
  | { type: 'add'; person: PersonCard }
  | { type: 'role'; person: string; role: RoleId }
  | { type: 'part'; person: string; part: Part | null };

/** The draft after one touch. A face never moves when it is touched; only a card on the left orders them anew. */
export const changeDraft = (draft: Draft, change: DraftChange): Draft => {
  switch (change.type) {
    case 'begin':
      return emptyDraft;
    case 'next': {
      const { session, people } = change;
      const team = change.team.map((one) => ({ ...one, part: 'leaving' as const }));
      const next = { ...emptyDraft, kind: 'shift-change' as const, next: { session, team }, added: people };
      return { ...withTeam(next, team), from: 'last-team' };
    }
    case 'suggest':
      return draft.touched ? draft : planned(draft, change);
    default:
      return { ...touch(draft, change), touched: true };
  }
};

type Suggestion = Extract<DraftChange, { type: 'suggest' }>;
type TouchOfHand = Exclude<DraftChange, { type: 'begin' | 'next' | 'suggest' }>;

const touch = (draft: Draft, change: TouchOfHand): Draft => {
  switch (change.type) {
    case 'scheduled':
      // A card that is chosen already stays so, with whomever was added to it since.
      return isFrom(draft, change.scheduled) ? draft : planned(draft, change);
    case 'last-team':
      return draft.from === 'last-team'
        ? draft
        : {
            ...withTeam(
              draft,
              change.team.map((one) => ({ ...one, part: 'leaving' })),
            ),
            from: 'last-team',
          };
    case 'blank':
      return draft.from === 'blank' ? draft : { ...withTeam(draft, []), from: 'blank' };
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
      return changed(draft, change.person, { role: change.role });
    case 'part':
      return changed(draft, change.person, { part: change.part });
  }
};

export const isFrom = ({ from }: Pick<Draft, 'from'>, { id }: Scheduled): boolean =>
  from !== null && typeof from === 'object' && from.scheduled === id;

const planned = (draft: Draft, { scheduled, here = [] }: Pick<Suggestion, 'scheduled' | 'here'>): Draft => {
  const { id, kind, urgency } = scheduled;
  // Whoever held their badge to the reader before a card was touched is there.
  const alreadyThere = draft.from === null ? draft.team : [];
  const team = teamOf(scheduled, here, draft.next?.team ?? alreadyThere);
  return { ...withTeam(draft, team, kind), from: { scheduled: id }, kind, urgency };
};

const withTeam = (draft: Draft, team: Member[], kind = draft.kind): Draft => ({
  ...draft,
  team,
  first: (kind === 'shift-change' ? inTurn(team) : team).map((one) => one.person),
});

const withMember = (draft: Draft, { id, role }: PersonCard): Draft => ({
  ...draft,
  team: [...draft.team, { person: id, role, part: 'arriving' }],
});

const changed = (draft: Draft, person: string, values: Partial<Member>): Draft => ({
  ...draft,
  team: draft.team.map((one) => (one.person === person ? { ...one, ...values } : one)),
});

const isIn = (draft: Draft, person: string): boolean => draft.team.some((one) => one.person === person);

/** Everybody to show, each once: those first in the draft, then the others as they came. */
export const inOrder = (draft: Draft, people: readonly PersonCard[]): PersonCard[] => {
  const known = new Map([...people, ...draft.added].map((person) => [person.id, person]));
  const order = new Set([...draft.first, ...known.keys()]);
  return [...order].flatMap((id) => known.get(id) ?? []);
};
