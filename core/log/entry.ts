import * as z from 'zod';
import { grantedRoles } from '../access/permissions.ts';
import { type SessionEvent, type SessionEventType, sessionEvents } from '../session/events.ts';
import { opaqueId, uuid } from '../session/ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { type DeviceEvent, deviceEvents } from './device-events.ts';

export type LogEvent = SessionEvent | DeviceEvent;

/** Version of the form of an entry. */
export const entryVersion = 1;

/** The name of an account of the operating system: at most 64 letters of any script, digits and ` _.@$-`. */
export const accountName = z.string().regex(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N} _.@$-]{0,63}$/u);

/**
 * Who or what caused an event. `bedside`: whoever stands at the device, without sign-in. `badge`: the holder of a
 * badge that was read (it identifies, it does not prove). `signed-in`: somebody who proved with their PIN who they are, in
 * the role they had. `command-line`: an administrator at a shell; `user` is the
 * account by which the operating system knows them, which older versions did not keep.
 */
const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['bedside', 'system', 'simulator']) }),
  z.strictObject({ kind: z.literal('command-line'), user: accountName.exactOptional() }),
  z.strictObject({ kind: z.literal('badge'), person: opaqueId }),
  z.strictObject({ kind: z.literal('signed-in'), person: opaqueId, role: z.enum(grantedRoles) }),
]);
export type Actor = z.infer<typeof actor>;
export type ActorKind = Actor['kind'];

const envelope = z.strictObject({
  v: z.literal(entryVersion),
  log: uuid,
  /** 1, 2, 3 … without a gap: this is the order; time is only a field. */
  seq: z.int().min(1),
  /** The tap that caused it, and the place of this entry among those that the tap caused, from 0. */
  event: uuid,
  part: z.int().min(0),
  /** Wall time, RFC 3339 with the offset of the device's zone. */
  at: z.iso.datetime({ offset: true, precision: 3 }),
  /** The start of the program that this happened in, and milliseconds since then by a clock that never jumps. */
  boot: uuid,
  mono: z.int().min(0),
  actor,
  type: z.string(),
  ids: z.record(z.string(), z.string()),
  data: z.record(z.string(), z.json()),
  /** 128 random bits, base64url: a leaf hash alone lets nobody guess what it covers. */
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  /** The version of the program that wrote it. */
  app: z.string().regex(/^[0-9A-Za-z.+-]{1,64}$/),
});
type Envelope = z.infer<typeof envelope>;

export type Entry = Omit<Envelope, 'type' | 'ids' | 'data'> & LogEvent;

const eventSchema = (type: string) => {
  if (isSessionEventType(type)) return sessionEvents[type];
  return Object.hasOwn(deviceEvents, type) ? deviceEvents[type as keyof typeof deviceEvents] : null;
};

/** Whether an event of this type belongs to a session. */
export const isSessionEventType = (type: string): type is SessionEventType =>
  Object.hasOwn(sessionEvents, type);

export const isSessionEvent = (event: LogEvent): event is SessionEvent => isSessionEventType(event.type);

/**
 * The bytes that are stored and hashed: canonical JSON in UTF-8. Throws where an entry breaks the catalogue, or is of
 * a kind that its actor may not cause.
 */
export const encodeEntry = (entry: Entry): Uint8Array => {
  const by: readonly ActorKind[] = isSessionEvent(entry)
    ? sessionEvents[entry.type].by
    : deviceEvents[entry.type].by;
  if (!by.includes(entry.actor.kind))
    throw new Error(`${entry.type} cannot be caused by ${entry.actor.kind}`);
  return new TextEncoder().encode(canonicalJson(checked(entry)));
};

/**
 * The entry that these bytes are. Throws, naming what is wrong, if they are none of this version, or are not the
 * one way to write it: what a reader sees is all that the hash covers.
 */
export const decodeEntry = (bytes: Uint8Array): Entry => {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const entry = checked(JSON.parse(text));
  if (canonicalJson(entry) !== text) throw new Error('The log has an entry that is not canonical JSON');
  // Its type was looked up and its ids and data were checked against it: it is what the catalogue says.
  return entry as Envelope & LogEvent;
};

const checked = (value: unknown): Envelope => {
  const whole = envelope.parse(value);
  const schema = eventSchema(whole.type);
  if (schema === null) throw new Error(`The log has an entry of unknown type ${whole.type}`);
  schema.ids.parse(whole.ids);
  schema.data.parse(whole.data);
  return whole;
};
