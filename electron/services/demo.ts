import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Actor } from '../../core/log/entry.ts';
import { searchText } from '../../core/names.ts';
import { roleIds } from '../../core/roles.ts';
import { sessionKinds, urgencies } from '../../core/session/words.ts';
import { wallTime } from '../log/clock.ts';
import { commit } from '../log/commit.ts';
import { demoFolder } from '../paths.ts';
import { endDemo, peopleHereFirst, putBadge, putPerson, putPhoto } from '../store/people.ts';
import { anyoneImported } from '../store/roster.ts';
import { putScheduled } from '../store/schedule.ts';
import type { Device } from './device.ts';
import { reasonOfLog } from './health/began-anew.ts';
import { badgeHash } from './people.ts';
import { setUp } from './set-up.ts';
import { changeSettings, here, readSettings, safeSettings } from './settings.ts';

const member = z.strictObject({
  id: z.string(),
  given: z.string(),
  family: z.string().nullable(),
  preferred: z.string().nullable(),
  sayIt: z.string().nullable(),
  pronouns: z.string().nullable(),
  credentials: z.string().nullable(),
  role: z.enum(roleIds),
  languages: z.array(z.string()),
  line: z.string().nullable(),
  photo: z.string(),
  maskedPhoto: z.string(),
  badge: z.string(),
});
const occasion = z.strictObject({
  time: z.string(),
  kind: z.enum(sessionKinds),
  urgency: z.enum(urgencies),
  lead: z.string(),
  team: z.array(z.string()),
  /** In a shift change: who of the team comes, and who goes. */
  arriving: z.array(z.string()).default([]),
  leaving: z.array(z.string()).default([]),
});

const demoFile = (name: string): Buffer => readFileSync(new URL(name, demoFolder));

/**
 * Makes a device that has no people yet the demo device, with an invented team; on a demo device, gives today its
 * schedule. A device with people of its own is left as it is, one that cannot record now and one whose record was lost.
 */
export const prepareDemo = (device: Device): void => {
  if (device.health.stopped !== null || !isFirstRecord(device)) return;
  commit(device, () => {
    if (bringDemoTeam(device)) scheduleToday(device);
  });
};

/** Whether there was none before it: a ward whose record was lost has people, who are not here now. */
const isFirstRecord = (device: Device): boolean => reasonOfLog(device.db)?.because === 'first';

/** Makes a device that has no people yet the demo device. Whether it is one now. */
export const bringDemoTeam = (device: Device): boolean => {
  const { settings } = readSettings(device);
  if (settings.demo) return true;
  if (peopleHereFirst.all(device.db, { place: settings.place, today: '' }).length > 0) return false;
  // Everybody may be on leave, or have left.
  if (anyoneImported.get(device.db, {}) !== undefined) return false;
  const { name, unit_name } = here(device);
  const at = name === '' ? { place: 'OR 3', unit: 'Operating rooms' } : { place: name, unit: unit_name };
  setUp(device, { kind: 'system' }, { ...at, demo: true, names: 'full' });
  for (const one of demoTeam()) addMember(device, one);
  return true;
};

const demoTeam = () => z.array(member).parse(JSON.parse(demoFile('team.json').toString()));

/** With the first real people the demo is over: the invented team makes way, and names are shown as is safest. */
export const leaveDemo = (device: Device, actor: Actor): void => {
  if (!readSettings(device).settings.demo) return;
  const at = wallTime(device.clock.now());
  changeSettings(device, actor, { demo: false, names: safeSettings.names }, { put: (db) => endDemo(db, at) });
};

/** The same person on every demo device: their id follows from the name in the team file, and does not tell it. */
export const demoPersonId = (name: string): string =>
  `demo-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;

const addMember = (device: Device, one: z.infer<typeof member>): void => {
  const { given, family, preferred, pronouns, credentials, role, line } = one;
  putPerson(device.db, {
    ...{ id: demoPersonId(one.id), given, family, preferred, pronouns, credentials, role, line },
    say_it: one.sayIt,
    languages: JSON.stringify(one.languages),
    title: null,
    photo: keepPhoto(device, one.photo),
    masked_photo: keepPhoto(device, one.maskedPhoto),
    photo_date: null,
    origin: 'demo',
    search: searchText([given, family, preferred, one.id]),
    at: wallTime(device.clock.now()),
  });
  putBadge(device.db, { hash: badgeHash(device, one.badge), person: demoPersonId(one.id) });
};

const keepPhoto = (device: Device, name: string): string => {
  const bytes = demoFile(`photos/${name}`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  putPhoto(device.db, { hash, bytes });
  return hash;
};

const scheduleToday = (device: Device): void => {
  const date = wallTime(device.clock.now()).slice(0, 10);
  const roleOf = new Map(demoTeam().map((one) => [one.id, one.role]));
  const occasions = z.array(occasion).parse(JSON.parse(demoFile('schedule.json').toString()));
  for (const { time, kind, urgency, lead, team: members, arriving, leaving } of occasions) {
    const partOf = (one: string) =>
      arriving.includes(one) ? 'arriving' : leaving.includes(one) ? 'leaving' : undefined;
    putScheduled(device.db, {
      ...{ id: `demo-${date}-${time}`, place: here(device).id, date, time, kind, urgency },
      lead: demoPersonId(lead),
      team: JSON.stringify(
        members.map((one) => ({ person: demoPersonId(one), role: roleOf.get(one), part: partOf(one) })),
      ),
    });
  }
};
