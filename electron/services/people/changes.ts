import { daysAfter } from '../../../core/people/photo-age.ts';
import type { LastChange } from '../../../core/people/view.ts';
import { lastChanges, managedPerson } from '../../store/people-changes.ts';
import type { Device } from '../device.ts';
import { today } from '../people.ts';
import { isCurrent } from './by-hand.ts';
import { putBackDays } from './keep.ts';
import { type ChangeValue, changeValue } from './value.ts';

/** The last changes by hand that can be put back, the newest first. */
export const changesToPutBack = (device: Device): LastChange[] =>
  lastChanges.all(device.db, { since: daysAfter(today(device), -putBackDays) }).map((row) => {
    const value = changeValue.parse(JSON.parse(row.value));
    const person = nameOf(device, row.person) ?? nameOfRemoved(value);
    return {
      ...{ id: row.id, at: row.at, kind: value.kind },
      fields: value.kind === 'changed' ? value.fields : [],
      person: {
        ...{ id: row.person, ...person },
        isHere: isCurrent(managedPerson.get(device.db, { id: row.person })),
      },
      other: otherOf(device, value),
      by: nameOf(device, row.by_person),
    };
  });

const nameOf = (device: Device, id: string): { first: string; rest: string } | null => {
  const row = managedPerson.get(device.db, { id });
  return row === undefined ? null : { first: row.given, rest: row.family ?? '' };
};

const nameOfRemoved = (value: ChangeValue): { first: string; rest: string } =>
  value.kind === 'removed'
    ? { first: value.row.given, rest: value.row.family ?? '' }
    : { first: '', rest: '' };

const otherOf = (device: Device, value: ChangeValue) => {
  if (value.kind === 'merged') return nameOf(device, value.double);
  if (value.kind === 'told-apart') return nameOf(device, value.other);
  return value.kind === 'badge' && value.from !== null ? nameOf(device, value.from) : null;
};
