import { describe, expect, it } from 'vitest';
import { type AuditedEntry, auditEvent, isAudited } from '../../../core/fhir-out/audit-event.ts';
import { codeSystems } from '../../../core/fhir-out/code-systems.ts';
import { vocabularies } from '../../../core/fhir-out/vocabularies.ts';
import type { Actor, LogEvent } from '../../../core/log/entry.ts';
import { codesOf, problemsOf } from '../../support/fhir-validator.ts';
import { idOf } from './made.ts';

const log = '6a1f8f6e-0000-4000-8000-000000000001';
const digest = 'ab'.repeat(32);
const entry = (event: LogEvent, actor: Actor): AuditedEntry => {
  const made = {
    ...{ v: 1 as const, log, seq: 5, event: log, part: 0, at: '2026-06-15T09:00:00.000+02:00' },
    ...{ boot: log, mono: 1, actor, salt: 'A'.repeat(22), app: '0.1.0' },
    ...event,
  };
  if (!isAudited(made)) throw new Error(`${event.type} is not audited`);
  return made;
};
const own = codesOf(JSON.parse(JSON.stringify(codeSystems(idOf))));
const written = (event: LogEvent, actor: Actor) => {
  const resource = JSON.parse(JSON.stringify(auditEvent(idOf, entry(event, actor))));
  expect(problemsOf(resource, own)).toEqual([]);
  return resource;
};

const manager: Actor = { kind: 'signed-in', person: 'person-7', role: 'manager' };
const administrator: Actor = { kind: 'command-line', user: 'ana.sol' };
const bedside: Actor = { kind: 'bedside' };
const badge: Actor = { kind: 'badge', person: 'person-8' };
const system: Actor = { kind: 'system' };
const person = { person: 'person-7' };
const rows = { rows: 3, digest };
const days = { from: '2026-06-01', to: '2026-06-30' };

const events: [LogEvent, Actor][] = [
  [
    {
      type: 'session-opened',
      ids: { session: 's-1', place: 'here', unit: 'u-1' },
      data: { kind: 'surgery', scheduled: null, urgency: 'elective', interpreter: 'none' },
    },
    badge,
  ],
  [{ type: 'session-closed', ids: { session: 's-1' }, data: {} }, bedside],
  [{ type: 'unlocked', ids: person, data: { way: 'pin' } }, manager],
  [{ type: 'unlock-failed', ids: {}, data: { failures: 2, why: 'wrong-pin' } }, bedside],
  [{ type: 'locked', ids: person, data: { why: 'idle' } }, system],
  [{ type: 'exported', ids: {}, data: { format: 'fhir', ...days, ...rows } }, administrator],
  [
    {
      type: 'report-made',
      ids: {},
      data: { format: 'csv', ...days, by: null, withinUnit: false, invented: false, ...rows },
    },
    manager,
  ],
  [{ type: 'log-read', ids: {}, data: { from: 1, to: 9 } }, manager],
  [{ type: 'purged', ids: {}, data: { through: 4, count: 4, before: '2020-01-01' } }, administrator],
  [{ type: 'restored', ids: {}, data: { from: log, size: 4, root: digest, digest } }, administrator],
];

describe('an audit event', () => {
  it('is there for every kind of entry that is audited', () => {
    expect(events.map(([{ type }]) => type).sort()).toEqual(Object.keys(vocabularies.event).sort());
  });

  it.each(events.map(([event, actor]) => [event.type, event, actor] as const))(
    'of “%s” is valid, from the kiosk, at the time of the entry, without a name',
    (_, event, actor) => {
      const resource = written(event, actor);
      const device = { reference: `Device/${idOf('kiosk', log)}` };
      expect(resource.recorded).toBe('2026-06-15T09:00:00.000+02:00');
      expect(resource.source.observer).toEqual(device);
      // IHE BALP, val-audit-source: whoever reports it is one of the agents.
      expect(resource.agent.map(({ who }: { who?: unknown }) => who)).toContainEqual(device);
      expect(resource.agent.filter(({ requestor }: { requestor: boolean }) => requestor)).toHaveLength(1);
      expect(resource.meta?.profile).toBeUndefined();
      expect(JSON.stringify(resource)).not.toContain('ana.sol');
    },
  );

  it('names who signed in by the id that the log has, and nobody who stands at the bedside', () => {
    const [opened, closed] = events
      .slice(0, 2)
      .map(([event, actor]) => JSON.stringify(written(event, actor)));
    expect(`${opened}${closed}`).not.toMatch(/person-[78]/u);
    const read = written({ type: 'log-read', ids: {}, data: { from: 1, to: 9 } }, manager);
    expect(read.agent[0]).toMatchObject({ who: { identifier: { value: 'person-7' } }, requestor: true });
  });

  it('of a failure says that it was one, and of a file the digest by which it is known', () => {
    expect(
      written({ type: 'unlock-failed', ids: {}, data: { failures: 2, why: 'x' } }, bedside).outcome,
    ).toBe('4');
    const exported = written(
      { type: 'exported', ids: {}, data: { format: 'csv', ...days, ...rows } },
      manager,
    );
    expect(exported).toMatchObject({ type: { code: '110106' }, action: 'R', outcome: '0' });
    expect(exported.entity[0].what.identifier.value).toBe(digest);
    expect(exported.entity[0].detail).toContainEqual({ type: 'rows', valueString: '3' });
  });

  it('of a simulation is marked as invented', () => {
    const resource = written(
      { type: 'session-closed', ids: { session: 's' }, data: {} },
      { kind: 'simulator' },
    );
    expect(resource.meta.security[0].code).toBe('HTEST');
  });
});
