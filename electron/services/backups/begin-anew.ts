import { toHex } from '../../../core/log/base64.ts';
import { decide } from '../../../core/session/decide.ts';
import { rebuildFromLog, sessionFromLog } from '../../log/project.ts';
import { beginLog, type Recorder, record } from '../../log/record.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { dropChoices } from '../../store/choices.ts';
import { openSessionId } from '../../store/sessions.ts';
import { dropOpenStay } from '../../store/stays.ts';
import type { Held } from './staged.ts';

/**
 * What became of a session that was open in the backup: there was none; it was closed; a round runs in it, and how that
 * ended only people can say.
 */
export type Left = 'none' | 'closed' | 'in-round';

/**
 * Makes a backup the record of this device: its tables follow from its log again, whatever stood in them, and the tree
 * goes on under a new log whose first entry says where it came from. All or nothing, and signed.
 */
export const beginAnew = (
  recorder: Recorder,
  { log, size, root, digest }: Held,
): { left: Left; note: string; size: number } => {
  const { db, newId } = recorder;
  const restored = {
    type: 'restored',
    ids: {},
    data: { from: log, size, root: toHex(root), digest },
  } as const;
  const left = db
    .transaction(() => {
      dropChoices(db);
      dropOpenStay(db, {});
      rebuildFromLog(db);
      beginLog(recorder, newId());
      record(recorder, { id: newId(), actor: { kind: 'command-line' }, events: [restored], sign: true });
      return closeSession(recorder);
    })
    .immediate();
  const signed = lastCheckpoint.get(db, {});
  if (signed === undefined) throw new Error('The record that was begun anew is not signed');
  return { left, note: signed.note, size: signed.size };
};

/** Nobody of then stands at the bedside now. */
const closeSession = (recorder: Recorder): Left => {
  const { db, newId } = recorder;
  const id = openSessionId(db);
  const session = id === null ? null : sessionFromLog(db, id);
  if (session === null) return 'none';
  const tap = newId();
  const here = { place: session.place, unit: session.unit, participantId: newId };
  const decision = decide(session, { type: 'close-session', id: tap, session: session.id }, here);
  if (!decision.ok) return 'in-round';
  record(recorder, { id: tap, actor: { kind: 'system' }, events: decision.value, session, sign: true });
  return 'closed';
};
