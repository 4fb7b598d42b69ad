import { wholeName } from '../../../../core/names.ts';
import type { PersonCard } from '../../../../core/view.ts';

/** Who is who in what is read: people by id, and of participants which person they are. */
export interface Known {
  people: Readonly<Record<string, PersonCard>>;
  participants: Readonly<Record<string, string>>;
  /** Places by their ids, as they are called now; left out where no entry names one. */
  places?: Readonly<Record<string, { name: string; unit: string }>>;
}

export const personIn = ({ people, participants }: Known, id: string | undefined): PersonCard | null =>
  id === undefined ? null : (people[participants[id] ?? id] ?? null);

/** Their name as the site shows it; null where whoever reads may not know, or nobody does any more. */
export const nameIn = (known: Known, id: string | undefined): string | null => {
  const person = personIn(known, id);
  return person === null ? null : wholeName(person);
};
