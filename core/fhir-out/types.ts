/** What of FHIR R4 (4.0.1) is written here. http://hl7.org/fhir/R4/ */

export interface Coding {
  system: string;
  code: string;
  display?: string;
}

export interface CodeableConcept {
  coding: Coding[];
}

export interface Identifier {
  system: string;
  value: string;
}

/** A reference by address; or, where nobody knows to whom, a reason why it is absent. */
export interface Reference {
  reference?: string;
  identifier?: Identifier;
  extension?: { url: string; valueCode: string }[];
}

/** Date and time with seconds and offset. `end` is never before `start` (per-1). */
export interface Period {
  start: string;
  end?: string;
}

export type Value =
  | { valueCodeableConcept: CodeableConcept }
  | { valueBoolean: boolean }
  | { valueInteger: number }
  | { valueString: string }
  | { valueQuantity: { value: number; unit: string; system: string; code: string } }
  | { dataAbsentReason: CodeableConcept };

export type Component = { code: CodeableConcept } & Value;

export type ObservationStatus = 'registered' | 'preliminary' | 'final' | 'corrected' | 'entered-in-error';

export type Moment = { effectiveDateTime: string } | { effectivePeriod: Period };

interface Base<Type extends string> {
  resourceType: Type;
  id: string;
  meta?: { security: Coding[] };
}

export type Observation = Base<'Observation'> & {
  identifier: Identifier[];
  status: ObservationStatus;
  category: CodeableConcept[];
  code: CodeableConcept;
  subject: Reference;
  focus?: Reference[];
  issued?: string;
  performer: Reference[];
  method?: CodeableConcept;
  device: Reference;
  hasMember?: Reference[];
  component: Component[];
} & Moment &
  Value;

export interface PractitionerRole extends Base<'PractitionerRole'> {
  identifier: Identifier[];
  active?: boolean;
  period?: Period;
  organization: Reference;
  code: CodeableConcept[];
  location: Reference[];
}

export interface Organization extends Base<'Organization'> {
  identifier: Identifier[];
  name?: string;
}

export interface Location extends Base<'Location'> {
  identifier: Identifier[];
  mode: 'instance';
  name?: string;
  managingOrganization?: Reference;
}

export interface Device extends Base<'Device'> {
  identifier: Identifier[];
  deviceName: { name: string; type: 'user-friendly-name' }[];
}

export interface Agent {
  type: CodeableConcept;
  role?: CodeableConcept[];
  who?: Reference;
  requestor: boolean;
}

export interface Entity {
  what: Reference;
  type: Coding;
  role: Coding;
  lifecycle?: Coding;
  detail?: { type: string; valueString: string }[];
}

export interface AuditEvent extends Base<'AuditEvent'> {
  type: Coding;
  subtype: Coding[];
  action: 'C' | 'R' | 'U' | 'D' | 'E';
  recorded: string;
  outcome: '0' | '4';
  agent: Agent[];
  source: { observer: Reference; type: Coding[] };
  entity?: Entity[];
}

export interface CodeSystem extends Base<'CodeSystem'> {
  url: string;
  name: string;
  title: string;
  status: 'active';
  caseSensitive: true;
  content: 'complete';
  count: number;
  concept: { code: string; display: string; definition?: string }[];
}

export type Resource =
  | Observation
  | PractitionerRole
  | Organization
  | Location
  | Device
  | AuditEvent
  | CodeSystem;
