/** A setting that was changed, as the log has it: see `settingText`. */
export interface SettingChange {
  setting: string;
  from: string;
  to: string;
}

/** What may stand in the log: numbers, codes, ids, times of day. */
const plain = /^[A-Za-z0-9:,_.-]{1,200}$/u;

/**
 * The value of a setting as the log says it: its parts in their order with a comma between them, whether they are a
 * list or a group; `none` for nothing. What somebody typed, such as the path of a folder, is
 * `said` and no more: the log holds no free text.
 */
export const settingText = (value: unknown): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'none';
  const text = Array.isArray(value)
    ? value.join(',')
    : typeof value === 'object'
      ? Object.values(value as object).join(',')
      : String(value);
  return plain.test(text) ? text : 'said';
};
