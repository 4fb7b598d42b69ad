import type { Actor } from '../../core/log/entry.ts';
import { ok, type Result } from '../../core/result.ts';
import { cleanSuggestion, type SuggestionProblem } from '../../core/suggestion.ts';
import { wallTime } from '../log/clock.ts';
import { recordedFor } from '../log/commit.ts';
import { record } from '../log/record.ts';
import { putSuggestion, suggestionsLeft } from '../store/suggestions.ts';
import type { Device } from './device.ts';
import { here } from './settings.ts';

/** What somebody said does not work: where and when, never who. */
export interface Suggestion {
  id: string;
  /** Wall time, RFC 3339 with offset. */
  at: string;
  place: string | null;
  unit: string | null;
  text: string;
}

/** Keeps what somebody says does not work; asked twice under one id, once. The log has that, not what. Throws as `record` does. */
export const leaveSuggestion = (
  device: Device,
  { id, text }: { id: string; text: string },
): Result<null, SuggestionProblem> => {
  const clean = cleanSuggestion(text);
  if ('problem' in clean) return { ok: false, problem: clean.problem };
  if (recordedFor(device, id) !== undefined) return ok(null);
  const event = { type: 'suggestion-left' as const, ids: { suggestion: id }, data: {} };
  record(device, { id, actor: { kind: 'bedside' }, events: [event] }, (db) =>
    putSuggestion(db, { id, at: wallTime(device.clock.now()), place: here(device).id, text: clean.text }),
  );
  return ok(null);
};

/** What people said, the oldest first; the log says that it was read. Throws as `record` does. */
export const readSuggestions = (device: Device, actor: Actor): Suggestion[] => {
  const found = suggestionsLeft.all(device.db, {});
  const event = { type: 'suggestions-read' as const, ids: {}, data: { count: found.length } };
  record(device, { id: device.newId(), actor, events: [event] });
  return found;
};
