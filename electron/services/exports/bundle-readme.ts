import type { Filter, Statement } from '../../../core/log/bundle/statement.ts';
import { fingerprint, inGroups } from '../../../core/log/verifier-key.ts';
import { sha256 } from '../../log/signer.ts';

const contentIn = (filter: Filter, { entries, first, last, size }: Statement): string => {
  const range = entries === 0 ? 'no entry' : `${entries} entries, from number ${first} to number ${last}`;
  if (filter.kind === 'all') return `the whole record: ${range}`;
  const of = `of the ${size} that the record then had`;
  return filter.kind === 'days'
    ? `the entries of the days from ${filter.from} to ${filter.to}: ${range}, ${of}`
    : `the entries about session ${filter.id}: ${range}, ${of}`;
};

const purgedWords = ({ purged, filter: { kind } }: Statement): string[] => {
  if (purged === 0) return [];
  const what = `The entries from 1 to ${purged} had been deleted at the end of the time for which they are kept.`;
  return [
    kind === 'all'
      ? `${what} Their hashes are still here, so that everything after them can be checked.`
      : `${what} What this file asks for may have been among them.`,
    '',
  ];
};

const proves = (kind: Filter['kind']): string[] =>
  kind === 'all'
    ? [
        'That nothing in it was changed, deleted, put in between or put in another order: by nobody without the key of',
        'the device; and as far as an anchor reaches, by nobody at all.',
      ]
    : [
        'That every entry in it is in the record, just as it was recorded: as far as nobody without the key of the device',
        'can forge that; and where an anchor of this file holds, nobody at all.',
        'It does not prove that everything is here that was asked for: that is what the kiosk says and signs. Only the',
        'whole record shows it by itself.',
      ];

/** The words for people that go into a bundle; nothing checks them. */
export const readme = (
  statement: Statement,
  publicKey: Uint8Array,
  { invented }: { invented: boolean },
): string => {
  const { app, made, filter, size, sessions, introductions } = statement;
  return [
    'A RECORD OF INTRODUCTIONS, AND ITS PROOF',
    '',
    `Bedside Hello ${app} made this file on ${made}.`,
    `It holds ${contentIn(filter, statement)}.`,
    `Sessions opened in it: ${sessions}. Introductions recorded in it: ${introductions}.`,
    'There are no names of people in it, and no free text.',
    ...(invented
      ? ['INVENTED: a simulation wrote into this record. Entries with the actor “simulator” never happened.']
      : []),
    '',
    ...purgedWords(statement),
    'Compare this first',
    '',
    'The fingerprint of the key that signed it:',
    `  ${inGroups(fingerprint(sha256, publicKey))}`,
    'Whoever made up this file could have written another one here. Ask for the fingerprint by another road: the',
    'kiosk shows it under “This kiosk”, and “kiosk key” prints it.',
    '',
    'What it proves',
    '',
    ...proves(filter.kind),
    'An anchor is a checkpoint of the record that reached you by another road than this file: on a printed report, in an',
    'earlier file like this one, signed by a witness. The verifier says how far yours reach. After that, whoever',
    'has the device and its key could have written the record anew. Keep this file: the checkpoints.txt in it is an',
    `anchor for later ones, up to entry ${size}.`,
    'Times are what the clock of the device said. The number of an entry is the order.',
    '',
    'How to check it',
    '',
    'With this program, which needs neither the kiosk nor a network:',
    '  npm run -s kiosk -- verify FILE --key "FINGERPRINT" --anchor CHECKPOINT',
    'With the second verifier, in Python without anything else, from the folder of the sources:',
    '  python3 test/verifier FILE --key "FINGERPRINT" --anchor CHECKPOINT',
    'With neither: docs/record-format.md tells every byte of this file and every step of checking it, and',
    'docs/for-auditors.md what each answer means.',
    '',
    'What is here',
    '',
    '  statement.txt      what this file says of itself, signed',
    '  keys.txt           the public keys',
    '  checkpoints.txt    what the kiosk signed, and how far the record went each time',
    '  entries.ndjson     the entries, one a line, as they are stored',
    ...(filter.kind === 'all'
      ? ['  leaves.txt         the hash of every entry, from the first']
      : [
          '  proofs.ndjson      for each entry the proof that it is in the record',
          '  consistency.ndjson for each checkpoint the proof that the record only grew since',
        ]),
    '',
  ].join('\n');
};
