/** HH:MM of 24 hours, from that, with seconds, or with am and pm; null for anything else. */
export const timeOf = (text: string): string | null => {
  const found = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*(?:([ap])\.?m\.?)?$/iu.exec(text);
  if (!found) return null;
  const [hour = '', minute = '', half] = found.slice(1);
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute}`;
};
