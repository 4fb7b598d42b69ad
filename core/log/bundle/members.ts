/** The members that every bundle begins with, in their order. */
const common = ['README.txt', 'statement.txt', 'keys.txt', 'checkpoints.txt', 'entries.ndjson'] as const;

/** The members of a bundle of the whole record, and of one of a part of it, in their order. */
export const membersOf = {
  whole: [...common, 'leaves.txt'],
  part: [...common, 'proofs.ndjson', 'consistency.ndjson'],
} as const;

export type Kind = keyof typeof membersOf;
export type MemberName = (typeof membersOf)[Kind][number];
