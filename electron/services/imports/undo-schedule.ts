import * as z from 'zod';
import type { UndonePart } from '../../../core/roster/import-view.ts';
import type { ImportChangeRow } from '../../store/imports.ts';
import type { Writer } from '../../store/open.ts';
import {
  cancelledById,
  changeScheduled,
  dropSources,
  putScheduled,
  removeCancelled,
  removeScheduled,
  type ScheduledRow,
  scheduledById,
} from '../../store/schedule.ts';
import { placeById } from '../../store/settings.ts';

const stored: z.ZodType<ScheduledRow> = z.object({
  ...{ id: z.string(), place_id: z.string(), date: z.string(), time: z.string() },
  ...{ kind: z.string(), urgency: z.string(), lead_id: z.string().nullable(), team: z.string() },
});
const rowIn = (text: string | null): ScheduledRow | null =>
  text === null ? null : stored.parse(JSON.parse(text));

const columns = ['place_id', 'date', 'time', 'kind', 'urgency', 'lead_id', 'team'] as const;

/** Puts one scheduled session back as it was before an import; or why not. Within a transaction. */
export const putSessionBack = (
  db: Writer,
  { item: id, before, after }: ImportChangeRow,
): UndonePart | null => {
  const [was, made] = [rowIn(before), rowIn(after)];
  const name = (row: ScheduledRow | null): string =>
    row === null ? '' : [row.date, row.time, placeById.get(db, { id: row.place_id })?.name ?? ''].join(' ');
  const kept = (why: UndonePart['why'], fields: string[] = []): UndonePart => ({
    name: name(made ?? was),
    why,
    fields,
  });
  const now = scheduledById.get(db, { id });
  if (made === null) {
    if (was === null || now !== undefined || cancelledById.get(db, { id }) === undefined)
      return kept('changed-since');
    removeCancelled(db, { id });
    const { place_id: place, lead_id: lead, ...rest } = was;
    putScheduled(db, { ...rest, place, lead });
    return null;
  }
  if (now === undefined) return kept('gone');
  if (now.held === 1) return kept('held');
  const fields = columns.filter((column) => now[column] !== made[column]);
  if (fields.length > 0) return kept('changed-since', fields);
  if (was === null) {
    removeScheduled(db, { id });
    dropSources(db, { scheduled: id });
  } else changeScheduled(db, was);
  return null;
};
