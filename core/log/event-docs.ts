import type * as z from 'zod';
import { sessionEvents } from '../session/events.ts';
import { deviceEvents } from './device-events.ts';
import type { ActorKind } from './entry.ts';
import { fieldsOf } from './field-docs.ts';

interface EventInCatalogue {
  meaning: string;
  by: readonly ActorKind[];
  ids: z.ZodType;
  data: z.ZodType;
}

const actors: Record<ActorKind, string> = {
  bedside: 'whoever stands at the device',
  badge: 'the holder of a badge that was read',
  'signed-in': 'somebody who signed in',
  'command-line': 'an administrator at the command line',
  system: 'the device itself',
  simulator: 'a simulation',
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const section = ([type, { meaning, by, ids, data }]: [string, EventInCatalogue]): string[] => {
  const fields = [...fieldsOf('ids', ids), ...fieldsOf('data', data)];
  const table = [
    '| field | holds |',
    '|---|---|',
    ...fields.map(({ name, holds }) => `| \`${name}\` | ${holds} |`),
  ];
  return [
    `### ${type}`,
    '',
    meaning,
    '',
    `Caused by ${listed(by.map((kind) => actors[kind]))}.`,
    '',
    ...(fields.length === 0 ? ['It has no ids and says nothing more.'] : table),
    '',
  ];
};

/** docs/log-events.md: every event of the catalogue, in words and tables for people who read a record. */
export const eventsPage = (): string =>
  [
    '# What the record can say',
    '',
    'Every kind of event there is, from the catalogue that the program itself writes and reads by',
    '([core/session/events.ts](../core/session/events.ts) and [core/log/device-events.ts](../core/log/device-events.ts)).',
    'An entry that is not as described here is neither written nor taken for one. What else an entry has is in',
    '[record-format.md](record-format.md).',
    '',
    'This page is made from the catalogue: change that, then `npx vitest run test/core/log/event-docs.test.ts -u`.',
    '',
    'There is no name of a person and no free text in it. An *id* is up to 64 letters, digits and `_.:-`, and means nothing by',
    'itself. *hex* is lower case. `data.corrects` is the `event` of the entry that this one corrects.',
    '',
    '## Who can have caused it',
    '',
    '| `actor.kind` | who |',
    '|---|---|',
    ...Object.entries(actors).map(([kind, who]) => `| \`${kind}\` | ${who} |`),
    '',
    'A badge identifies, it does not prove; `actor.person` is the id of its holder. Who signed in proved with their PIN who',
    'they are; `actor.role` is the role that they had.',
    '',
    'At the command line `actor.user` is the account of the operating system that the command ran as, as far as the version',
    'that wrote the entry kept it: [why](decisions/who-ran-a-command.md).',
    '',
    '## In a session',
    '',
    ...Object.entries(sessionEvents).flatMap(section),
    '## On the device',
    '',
    ...Object.entries(deviceEvents).flatMap(section),
  ].join('\n');
