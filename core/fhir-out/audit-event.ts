import type { DeviceEvent } from '../log/device-events.ts';
import type { Actor, Entry } from '../log/entry.ts';
import { codingOf, conceptOf, identifierOf, invented, inWords } from './coding.ts';
import type { IdOf } from './ids.ts';
import { kioskReference } from './places.ts';
import { systems } from './systems.ts';
import type { Agent, AuditEvent, Coding, Entity } from './types.ts';
import { vocabularies } from './vocabularies.ts';

/** The events of the log that become an AuditEvent. */
export type Audited = keyof typeof vocabularies.event;
export const auditedTypes = Object.keys(vocabularies.event) as Audited[];
export type AuditedEntry = Extract<Entry, { type: Audited }>;

const dicom = (code: string, name: string): Coding => ({ system: systems.dicom, code, display: name });
const lifecycle = (code: string): Coding => ({ system: systems.lifecycle, code });

interface Manner extends Pick<AuditEvent, 'type' | 'action'> {
  also?: Coding;
  outcome?: '4';
}

/**
 * What each is in the terms of DICOM (PS3.16, CID 400) and ISO 21089. IHE BALP has patterns for FHIR’s own interactions
 * and for disclosures of a patient’s data; neither took place here, so none of its profiles is claimed. What it has for
 * all of them is followed: the kiosk is the source and one of the agents, a person is the one who asked.
 */
const manners: Record<Audited, Manner> = {
  'session-opened': { type: lifecycle('originate'), action: 'C' },
  'session-closed': { type: lifecycle('amend'), action: 'U' },
  unlocked: { type: dicom('110114', 'User Authentication'), also: dicom('110122', 'Login'), action: 'E' },
  'unlock-failed': {
    type: dicom('110114', 'User Authentication'),
    also: dicom('110122', 'Login'),
    action: 'E',
    outcome: '4',
  },
  locked: { type: dicom('110114', 'User Authentication'), also: dicom('110123', 'Logout'), action: 'E' },
  exported: { type: dicom('110106', 'Export'), also: lifecycle('disclose'), action: 'R' },
  'report-made': { type: dicom('110106', 'Export'), also: lifecycle('report'), action: 'R' },
  'log-read': { type: dicom('110101', 'Audit Log Used'), action: 'R' },
  purged: { type: lifecycle('destroy'), action: 'D' },
  restored: { type: lifecycle('restore'), action: 'U' },
};

/** Whoever asked; of people at the bedside and at the command line only that, of those who signed in also their id. */
const whoAsked = (actor: Actor): Agent => ({
  type: { coding: [{ system: systems.securityRole, code: 'humanuser', display: 'human user' }] },
  role: [
    conceptOf('actor', actor.kind),
    ...(actor.kind === 'signed-in' ? [conceptOf('access', actor.role)] : []),
  ],
  ...(actor.kind === 'signed-in' ? { who: { identifier: identifierOf('person', actor.person) } } : {}),
  requestor: true,
});

const agents = (idOf: IdOf, { type, actor, log }: AuditedEntry): Agent[] => {
  const byItself = actor.kind === 'system' || actor.kind === 'simulator';
  const leaves = type === 'exported' || type === 'report-made';
  const device: Agent = {
    type: { coding: [leaves ? dicom('110153', 'Source Role ID') : dicom('110150', 'Application')] },
    ...(byItself ? { role: [conceptOf('actor', actor.kind)] } : {}),
    who: kioskReference(idOf, log),
    requestor: byItself,
  };
  return byItself ? [device] : [whoAsked(actor), device];
};

const person: Coding = { system: systems.entityType, code: '1', display: 'Person' };
const systemObject: Coding = { system: systems.entityType, code: '2', display: 'System Object' };
const role = (code: string, name: string): Coding => ({ system: systems.entityRole, code, display: name });
const stage = (code: string, name: string): Coding => ({
  system: systems.entityLifecycle,
  code,
  display: name,
});

type Details = Record<string, string | number | boolean | null | undefined>;

const details = (values: Details): Pick<Entity, 'detail'> => {
  const detail = Object.entries(values).flatMap(([type, value]) =>
    value === null || value === undefined ? [] : [{ type, valueString: String(value) }],
  );
  return detail.length === 0 ? {} : { detail };
};

const ofSession = (session: string, what: Coding): Entity => ({
  what: { identifier: identifierOf('session', session) },
  type: systemObject,
  role: role('4', 'Domain Resource'),
  lifecycle: what,
});

const ofPerson = (id: string | undefined, more: Details): Entity[] =>
  id === undefined
    ? []
    : [
        {
          what: { identifier: identifierOf('person', id) },
          type: person,
          role: role('11', 'Security User Entity'),
          ...details(more),
        },
      ];

/** A file that left, by the digest that the log keeps of it. */
const ofFile = (data: Extract<DeviceEvent, { type: 'exported' | 'report-made' }>['data']): Entity => ({
  what: { identifier: identifierOf('sha256', data.digest) },
  type: systemObject,
  role: role('3', 'Report'),
  lifecycle: stage('10', 'Export'),
  ...details({ format: data.format, from: data.from, to: data.to, rows: data.rows }),
});

const ofLog = (log: string, more: Details, what: Coding): Entity => ({
  what: { identifier: identifierOf('log', log) },
  type: systemObject,
  role: role('13', 'Security Resource'),
  lifecycle: what,
  ...details(more),
});

const entities = (entry: AuditedEntry): Entity[] => {
  switch (entry.type) {
    case 'session-opened':
      return [ofSession(entry.ids.session, stage('1', 'Origination / Creation'))];
    case 'session-closed':
      return [ofSession(entry.ids.session, stage('3', 'Amendment'))];
    case 'unlocked':
      return ofPerson(entry.ids.person, { way: entry.data.way });
    case 'unlock-failed':
      return ofPerson(entry.ids.person, { why: entry.data.why, failures: entry.data.failures });
    case 'locked':
      return ofPerson(entry.ids.person, { why: entry.data.why });
    case 'exported':
    case 'report-made':
      return [ofFile(entry.data)];
    case 'log-read':
      return [ofLog(entry.log, { from: entry.data.from, to: entry.data.to }, stage('6', 'Access / Use'))];
    case 'purged':
      return [
        ofLog(
          entry.log,
          { through: entry.data.through, count: entry.data.count, before: entry.data.before },
          stage('15', 'Permanent erasure / Physical destruction'),
        ),
      ];
    case 'restored':
      return [
        ofLog(
          entry.log,
          { from: entry.data.from, size: entry.data.size, digest: entry.data.digest },
          stage('2', 'Import / Copy'),
        ),
      ];
  }
};

/** An entry of the log as an AuditEvent. No name is in it, and of a file neither its name nor where it went. */
export const auditEvent = (idOf: IdOf, entry: AuditedEntry): AuditEvent => {
  const { type, action, also, outcome } = manners[entry.type];
  const about = entities(entry);
  return {
    resourceType: 'AuditEvent',
    id: idOf('entry', entry.log, String(entry.seq)),
    ...(entry.actor.kind === 'simulator' ? { meta: { security: [invented] } } : {}),
    type: type.display === undefined ? { ...type, display: inWords(type.code) } : type,
    subtype: [...(also === undefined ? [] : [also]), codingOf('event', entry.type)],
    action,
    recorded: entry.at,
    outcome: outcome ?? '0',
    agent: agents(idOf, entry),
    source: {
      observer: kioskReference(idOf, entry.log),
      type: [{ system: systems.source, code: '1', display: 'User Device' }],
    },
    ...(about.length === 0 ? {} : { entity: about }),
  };
};

export const isAudited = (entry: Entry): entry is AuditedEntry =>
  Object.hasOwn(vocabularies.event, entry.type);
