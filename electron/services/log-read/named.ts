import { may } from '../../../core/access/permissions.ts';
import { type Entry, isSessionEvent } from '../../../core/log/entry.ts';
import type { EntryRead, LogPage } from '../../../core/log/reading.ts';
import { happenedIn } from '../../../core/timeline/timeline.ts';
import type { PersonCard } from '../../../core/view.ts';
import { readEntry } from '../../log/read-entry.ts';
import { personOfParticipant, type ReadRow } from '../../store/log-read.ts';
import { placeById } from '../../store/settings.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { cardsOf } from '../people.ts';

/** The ids of people that an entry names: who acted, and whom it is about. */
export const peopleIn = ({ actor, ids }: Pick<Entry, 'actor' | 'ids'>): string[] => [
  ...('person' in actor ? [actor.person] : []),
  ...('person' in ids && typeof ids.person === 'string' ? [ids.person] : []),
];

/** The cards of these people by their ids; those who are not known any more are left out. */
export const namedCards = (device: Device, ids: Iterable<string>): Record<string, PersonCard> =>
  Object.fromEntries(cardsOf(device, [...new Set(ids)]).map((card) => [card.id, card]));

/**
 * Entries as a reader is shown them, with the names of those in them. The log has no names, and whoever looks after the
 * device reads it too: names are put to the ids for those only who may see sessions.
 */
export const readAs = (
  device: Device,
  { role }: SignedIn,
  rows: readonly ReadRow[],
): { entries: EntryRead[] } & Pick<LogPage, 'people' | 'participants' | 'places'> => {
  const read = rows.map((row) => ({ row, entry: readEntry(row.bytes) }));
  const known = may(role, 'sessions-read') ? read.flatMap(({ entry }) => entry ?? []) : [];
  const participants = Object.fromEntries(
    known.flatMap(participantsIn).flatMap((id) => {
      const person = personOfParticipant.get(device.db, { id })?.person;
      return person === undefined ? [] : [[id, person]];
    }),
  );
  return {
    entries: read.map(({ row, entry }) => entryRead(row, entry)),
    people: namedCards(device, [...known.flatMap(peopleIn), ...Object.values(participants)]),
    participants,
    places: placesIn(
      device,
      read.flatMap(({ entry }) => entry ?? []),
    ),
  };
};

/** The places between which a kiosk was moved by its settings: of a place the log has only the id. */
const placesIn = ({ db }: Device, entries: readonly Entry[]): LogPage['places'] => {
  const ids = entries.flatMap(({ type, data }) =>
    type === 'settings-changed'
      ? (data.changes ?? []).flatMap(({ setting, from, to }) => (setting === 'place' ? [from, to] : []))
      : [],
  );
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const place = placeById.get(db, { id });
      return place === undefined ? [] : [[id, { name: place.name, unit: place.unit_name }]];
    }),
  );
};

/** The ids of the participants of a session that an entry is about. */
const participantsIn = ({ ids, data }: Entry): string[] =>
  ['participant' in ids ? ids.participant : undefined, 'to' in data ? data.to : undefined].filter(
    (id) => typeof id === 'string',
  );

const entryRead = ({ seq, at, type, session_id }: ReadRow, entry: Entry | null): EntryRead => ({
  ...{ seq, at, type },
  by: entry?.actor ?? null,
  happened: entry === null ? null : happenedIn(entry),
  session: entry !== null && isSessionEvent(entry) ? entry.ids.session : session_id,
});
