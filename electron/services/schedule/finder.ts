import * as z from 'zod';
import type { ScheduledPerson } from '../../../core/fhir/schedule-people.ts';
import { isRoleId, type RoleId } from '../../../core/roles.ts';
import { nameKey } from '../../../core/roster/doubles.ts';
import type { Part } from '../../../core/session/words.ts';
import { peopleToSchedule } from '../../store/roster.ts';
import type { Planning } from '../imports/planning.ts';
import { badgeHash, identifierHash } from '../people.ts';

export interface Member {
  person: string;
  role: RoleId;
  /** In a shift change; without it they stay on. */
  part?: Part;
}

const hashes = z.array(z.string());

/** Somebody who can be on a schedule, by all that a file may call them; several where a name is that of more than one. */
export interface Finder {
  /** By badge id, or by the whole name, with the given or preferred name, either way round. */
  named: (who: string) => Member[];
  /** By a number that another system knows them by, or else by name. */
  scheduled: (person: ScheduledPerson) => Member[];
}

export const finderOf = (device: Planning): Finder => {
  const byKey = new Map<string, Map<string, Member>>();
  const put = (key: string, member: Member): void => {
    byKey.set(key, (byKey.get(key) ?? new Map<string, Member>()).set(member.person, member));
  };
  for (const row of peopleToSchedule.all(device.db, {})) {
    const { id, given, family, preferred, role } = row;
    const member = { person: id, role: isRoleId(role) ? role : 'care-team-member' };
    for (const mark of [row.badges, row.identifiers].flatMap((text) => hashes.parse(JSON.parse(text))))
      put(mark, member);
    for (const first of [given, preferred].filter((name) => name !== null))
      for (const name of family === null ? [first] : [`${first} ${family}`, `${family}, ${first}`])
        put(wholeKey(name), member);
  }
  const by = (key: string): Member[] => [...(byKey.get(key)?.values() ?? [])];
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const named = (who: string): Member[] => {
    const holders = by(hex(badgeHash(device, who)));
    return holders.length > 0 ? holders : by(wholeKey(who));
  };
  const scheduled = ({ numbers, names, role }: ScheduledPerson): Member[] => {
    const known = new Map(
      numbers
        .flatMap((number) => by(hex(identifierHash(device, number))))
        .map((member) => [member.person, member]),
    );
    const found =
      known.size > 0
        ? [...known.values()]
        : (names.map((name) => by(wholeKey(name))).find((some) => some.length > 0) ?? []);
    return found.map((member) => (role === null ? member : { ...member, role }));
  };
  return { named, scheduled };
};

const wholeKey = (name: string): string =>
  nameKey({ given: name.replace(/\s+/gu, ' ').trim(), family: null });
