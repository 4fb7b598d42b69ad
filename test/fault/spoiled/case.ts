/** What one case of spoiled files did; all null and zero where it is as promised. */
export interface CaseFound {
  name: string;
  acknowledged: number;
  /** What was acknowledged and is missing although the files are back. */
  lost: number;
  /** Why the record cannot be read afterwards. */
  unreadable: string | null;
  /** What else is not as promised. */
  wrong: string[];
}
