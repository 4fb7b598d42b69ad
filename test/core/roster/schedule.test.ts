import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSchedule, type Schedule } from '../../../core/roster/schedule.ts';

const scheduleOf = (source: Uint8Array | string): Schedule => {
  const read = readSchedule(typeof source === 'string' ? Buffer.from(source) : source);
  if (!read.ok) throw new Error(read.problem.what);
  return read.value;
};
const header = 'date,time,place,unit,kind,urgency,lead,team\n';

describe('a schedule', () => {
  it('says when, where, what and who', () => {
    const fixture = new URL('../../support/rosters/schedule.csv', import.meta.url);
    expect(scheduleOf(readFileSync(fixture)).occasions).toEqual([
      {
        ...{ line: 2, date: '2026-03-09', time: '07:30', place: 'OR 3', unit: 'Operating rooms' },
        ...{ kind: 'surgery', urgency: 'elective', lead: { who: 'Ngozi Adeyemi-Falk', role: null } },
        ...{ arriving: [], leaving: [] },
        team: [
          { who: 'B-1002', role: null },
          { who: 'Mari Quevedo Prado', role: 'scrub-nurse' },
          { who: 'B-1004', role: null },
        ],
      },
      {
        ...{ line: 3, date: '2026-03-09', time: '13:15', place: 'OR 3', unit: 'Operating rooms' },
        ...{ kind: 'surgery', urgency: 'urgent', lead: { who: 'B-1001', role: null } },
        ...{ arriving: [], leaving: [] },
        team: [
          { who: 'Lindqvist, Teodor', role: null },
          { who: 'Salma al-Rashidi', role: null },
        ],
      },
      {
        ...{ line: 4, date: '2026-03-09', time: '19:00', place: 'Bed 4', unit: 'Ward 2' },
        ...{ kind: 'shift-change', urgency: 'elective', lead: null, arriving: [], leaving: [] },
        team: [{ who: 'Maristela Quevedo Prado', role: null }],
      },
    ]);
  });

  it.each([
    ['a day that does not exist', '2026-02-30,07:30,OR 3,U,,,,A', '2026-02-30'],
    ['a day that could be two', '03/04/2026,07:30,OR 3,U,,,,A', '03/04/2026'],
    ['no time of day', '2026-03-09,25:00,OR 3,U,,,,A', '25:00'],
    ['no place', '2026-03-09,07:30,,U,,,,A', 'no place'],
    ['an unknown kind', '2026-03-09,07:30,OR 3,U,party,,,A', 'party'],
    ['an unknown urgency', '2026-03-09,07:30,OR 3,U,,soonish,,A', 'soonish'],
    ['an unknown role', '2026-03-09,07:30,OR 3,U,,,,A=juggler', 'juggler'],
    ['nobody', '2026-03-09,07:30,OR 3,U,,,,', 'nobody'],
    ['shifted cells', '2026-03-09,07:30,OR 3,U,,,,A,B', '9 cells'],
  ])('with %s is an error at its line', (_, row, reason) => {
    const { occasions, problems } = scheduleOf(`${header}${row}\n`);
    expect(occasions).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 2, severity: 'error', what: expect.stringContaining(reason) }),
    ]);
  });

  it('without a column it needs is refused', () => {
    expect(readSchedule(Buffer.from('date,time\n2026-03-09,07:30\n'))).toMatchObject({
      problem: { what: 'There is no column for place and team.' },
    });
  });

  it('says who arrives and who leaves in a shift change', () => {
    const { occasions, problems } = scheduleOf(
      'date,time,place,kind,arriving,leaving\n2026-03-09,19:00,Bed 4,shift change,A;B=charge nurse,C\n',
    );
    expect(problems).toEqual([]);
    expect(occasions[0]).toMatchObject({
      team: [],
      arriving: [
        { who: 'A', role: null },
        { who: 'B', role: 'charge-nurse' },
      ],
      leaving: [{ who: 'C', role: null }],
    });
  });

  it('has nobody who arrives or leaves in a surgery', () => {
    const { occasions, problems } = scheduleOf(
      'date,time,place,arriving,leaving\n2026-03-09,19:00,OR 4,A,\n2026-03-09,20:00,OR 4,,B=juggler\n',
    );
    expect(occasions).toEqual([]);
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [2, 'People arrive and leave in a shift change, and the row is a surgery.'],
      [3, '“juggler” is no role known here.'],
      [3, 'People arrive and leave in a shift change, and the row is a surgery.'],
    ]);
  });

  it('reads semicolons between columns and, in quotes, between people', () => {
    const { occasions } = scheduleOf('Datum;Uhrzeit;Saal;Team\n2026-03-09;07:30;OP 1;"A;B"\n');
    expect(occasions[0]?.team.map(({ who }) => who)).toEqual(['A', 'B']);
  });
});
