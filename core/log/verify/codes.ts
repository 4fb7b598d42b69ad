/** Why something does not hold, each in one plain sentence. */
export const codes = {
  // Of bundles and of data folders: record-format.md, “How a bundle is checked”.
  'key-malformed':
    'A line of keys.txt is not the public key of a log, or the last is not that of the newest.',
  'key-not-trusted': 'The key in it is not the one whose fingerprint you gave.',
  'statement-unsigned': 'The statement is not signed by the key of the newest log.',
  'statement-disagrees': 'What the statement says is not what is there.',
  'checkpoint-unsigned': 'A checkpoint is not in its form, or not signed by the key of its log.',
  'checkpoint-inconsistent': 'A checkpoint is of another history than the last one.',
  'leaf-missing': 'The list of hashes ends before it, or has something else in its place.',
  'entry-missing': 'It is not there.',
  'entry-changed': 'It is not the entry that was recorded: its hash is another one.',
  'entry-malformed': 'It does not have the form of an entry.',
  'entry-misplaced': 'It has another number than its place.',
  'entry-of-another-log':
    'It is of another log, and nothing says that the record was put back from a backup.',
  'entry-extra': 'There is more than the record has.',
  'proof-malformed': 'The line of its proof is not in its form.',
  'filter-disagrees': 'It is not among what the statement says is here.',
  rewritten: 'The hashes from here on are not those that a checkpoint was signed for.',
  'purge-unexplained':
    'Entries are missing at the beginning, and no entry tells of a purge that took just them.',
  'anchor-unsigned':
    'An anchor is not a checkpoint, or not signed by a key of this record. First compare what you typed or scanned letter by letter: this says nothing against the record yet.',
  'rewritten-since-anchor':
    'The record was written anew since an anchor was taken: it is not the one of then.',
  'shorter-than-anchor':
    'The record had more entries when an anchor was taken: the anchor is newer than this, or its end is missing, or it is an old copy.',
  // Of data folders only.
  'database-damaged': 'The database is damaged.',
  'another-log':
    'A checkpoint that was kept beside the database is of another record: this is not the one that was here.',
  'hash-changed': 'A hash that the record keeps of its tree is not the one that follows from the entries.',
  'head-disagrees': 'The record says of itself that it ends elsewhere, or otherwise, than it does.',
  'row-disagrees': 'What the database keeps beside the entry, to find it by, is not what the entry says.',
  'entry-unknown': 'It is of a kind that this version of the program does not know.',
  'tables-disagree': 'The tables of sessions are not the ones that follow from the record.',
} as const;

export type Code = keyof typeof codes;
