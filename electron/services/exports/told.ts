import type { AskedExport } from '../../../core/exports/view.ts';
import type { DeviceEvent } from '../../../core/log/device-events.ts';

type Exported = Extract<DeviceEvent, { type: 'exported' }>;

/** How the log tells that this left the device. */
export const exportedEvent = (
  asked: AskedExport,
  { rows, digest, size }: { rows: number; digest: string; size?: number | undefined },
): Exported => {
  const made = { rows, digest, ...(size === undefined ? {} : { size }) };
  if (asked.format === 'bundle') {
    const { of } = asked;
    const { from, to } = of.kind === 'days' ? of : { from: null, to: null };
    const ids = of.kind === 'session' ? { session: of.id } : {};
    return { type: 'exported', ids, data: { format: 'bundle', from, to, ...made } };
  }
  const { format, from, to, unit, place, kind } = asked;
  // What older versions wrote, without a table, is of introductions.
  const named = 'table' in asked && asked.table !== 'introductions' ? { table: asked.table } : {};
  return {
    type: 'exported',
    ids: { ...(unit === null ? {} : { unit }), ...(place === null ? {} : { place }) },
    data: { format, from, to, ...made, ...named, ...(kind === null ? {} : { kind }) },
  };
};
