import type { Filter } from '../../../core/log/bundle/statement.ts';
import type { Answer, Bad, Ok } from '../../../core/log/verify/answer.ts';
import type { Trust } from '../../../core/log/verify/bundle.ts';
import { codes } from '../../../core/log/verify/codes.ts';

/** The answer in one line. */
export const headline = (answer: Answer): string => {
  if (answer.result === 'unreadable') return `unreadable: ${answer.why}`;
  if (answer.result === 'bad') return headlineOfBad(answer);
  const { filter, entries, size, anchored } = answer;
  const of = filter.kind === 'all' ? '' : `${entries} of `;
  return `ok: ${of}entries 1–${size}, anchored to ${anchored}`;
};

const headlineOfBad = ({ what, entry, why, lastGood }: Bad): string =>
  entry === null ? `bad: ${what}: ${why}` : `bad: entry ${entry}: ${why}; last good ${lastGood}`;

/** What else is to be known, in sentences. */
export const sentences = (answer: Answer, { key }: Pick<Trust, 'key'>): string[] => {
  if (answer.result === 'unreadable') return [];
  return answer.result === 'bad' ? sentencesOfBad(answer) : sentencesOfOk(answer, key !== null);
};

const sentencesOfBad = ({ why, node }: Bad): string[] => [
  codes[why],
  ...(node === undefined ? [] : [`It is the hash at level ${node.level}, place ${node.place}.`]),
];

const sentencesOfOk = (answer: Ok, keyWasGiven: boolean): string[] => {
  const { key, size, anchored, purged, filter, unused, entries, invented } = answer;
  return [
    keyWasGiven
      ? `The key ${key} is the one you gave.`
      : `NOT COMPARED: the key ${key} was only taken from what was checked. Compare it by another road.`,
    ...(invented > 0
      ? [
          `INVENTED: ${invented} of the ${entries} entries here were written by a simulation; they never happened.`,
        ]
      : []),
    ...(anchored < size
      ? [
          `${range(anchored + 1, size)} not yet anchored: whoever has the device and its key could have rewritten them.`,
        ]
      : []),
    ...purgedIn(purged, filter),
    ...claimed(filter),
    ...unusedIn(unused),
  ];
};

const unusedIn = (sizes: readonly number[]): string[] => {
  if (sizes.length === 0) return [];
  const which =
    sizes.length === 1 ? `The anchor of size ${sizes[0]} counts` : `${sizes.length} anchors count`;
  return [`${which} for nothing: no checkpoint of such a size is here. Ask for the whole record.`];
};

const range = (first: number, last: number): string => (first === last ? `${first}` : `${first}–${last}`);

const purgedIn = (purged: number, { kind }: Filter): string[] => {
  if (purged === 0) return [];
  return kind === 'all'
    ? [`${range(1, purged)} purged at the end of retention; their hashes are still there.`]
    : [
        `${purged} entries that are not here were purged by then; what was asked for may have been among them.`,
      ];
};

const claimed = (filter: Filter): string[] => {
  if (filter.kind === 'all') return [];
  const of =
    filter.kind === 'days' ? `of the days from ${filter.from} to ${filter.to}` : `about session ${filter.id}`;
  return [`That these are all entries ${of} is what the kiosk states; only the whole record shows it.`];
};
