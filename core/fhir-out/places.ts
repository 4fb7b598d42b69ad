import { identifierOf, referenceTo } from './coding.ts';
import type { IdOf } from './ids.ts';
import type { Device, Location, Organization } from './types.ts';

/** A unit; without a name where the kiosk no longer has one for it. */
export const organization = (idOf: IdOf, unit: { id: string; name: string | null }): Organization => ({
  resourceType: 'Organization',
  id: idOf('unit', unit.id),
  identifier: [identifierOf('unit', unit.id)],
  ...(unit.name === null ? {} : { name: unit.name }),
});

/** A place, and the unit it belongs to now. */
export const location = (
  idOf: IdOf,
  place: { id: string; name: string | null; unit: string | null },
): Location => ({
  resourceType: 'Location',
  id: idOf('place', place.id),
  identifier: [identifierOf('place', place.id)],
  mode: 'instance',
  ...(place.name === null ? {} : { name: place.name }),
  ...(place.unit === null ? {} : { managingOrganization: unitReference(idOf, place.unit) }),
});

/** A kiosk, as its log and its checkpoints name it: after a record was put back from a backup it is another log. */
export const kiosk = (idOf: IdOf, log: string): Device => ({
  resourceType: 'Device',
  id: idOf('kiosk', log),
  identifier: [identifierOf('log', log)],
  deviceName: [{ name: 'Bedside Hello introduction kiosk', type: 'user-friendly-name' }],
});

export const unitReference = (idOf: IdOf, unit: string) => referenceTo('Organization', idOf('unit', unit));
export const placeReference = (idOf: IdOf, place: string) => referenceTo('Location', idOf('place', place));
export const kioskReference = (idOf: IdOf, log: string) => referenceTo('Device', idOf('kiosk', log));
