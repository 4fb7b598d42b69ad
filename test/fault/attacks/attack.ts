/** A piece of the product, which is in its file exactly once, and what is put in its place. */
type Edit = readonly [file: string, from: string, to: string];

/** One attack that is promised to fail, what stands in its way, and how it was seen that something does. */
export interface Attack {
  /** By which it is tried alone. */
  name: string;
  /** What somebody tries, in a few words. */
  attack: string;
  /** What stands in the way, in a few words; where that is, the edits say. */
  guard: string;
  /** What was taken out, or done instead. */
  out: string;
  edits: readonly Edit[];
  /** The test that then fails: its file, and its sentence, as far as it is the same for every case. */
  test: readonly [file: string, sentence: string];
}

/** The attacks of one promise. */
export interface Promised {
  /** What is promised, as a heading. */
  title: string;
  attacks: readonly Attack[];
}
