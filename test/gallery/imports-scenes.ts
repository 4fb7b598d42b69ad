import type { ImportPreview } from '../../core/roster/import-view.ts';
import { inSection } from './people-scenes.ts';
import { few, type Scene, sheets } from './scene.ts';
import { both, press, type Touch } from './touches.ts';

const people = [
  'employee id,first name,last name,role,languages,salary',
  'E-101,Ana María,Sol Rivas,Surgeon,es;en,1',
  'E-102,محمد,الهاشمي,Bedside nurse,ar,1',
  'E-103,小明,王,Perfusionist,zh,1',
  'E-104,Minh Khai Phương,Nguyễn Thị,Chaplain,vi,1',
  'E-105,Suharto,,Interpreter,,1',
  'E-106,Gabriel José de la Concordia,García Márquez,Wizard,es,1',
  'E-107,Di, Jr,Fo,Nurse,,1',
];
const sessionsOn = (day: string): string[] => [
  'date,time,place,unit,kind,urgency,lead,team',
  `${day},07:30,OR 3,Operating rooms,surgery,elective,Kofi Mensah,Amara Okafor;Linh Nguyễn`,
  `${day},09:45,OR 4,Operating rooms,surgery,urgent,Björn Lindqvist,Amara Okafor`,
  `${day},19:00,Bed 412,Ward 4,shift-change,,Thandiwe Ndlovu,Nobody Known`,
];

/** Chooses a list by the button that asks for one, and waits until it was looked through. */
const bring =
  (name: string, lines: readonly string[]): Touch =>
  async (page, kiosk) => {
    const opened = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: kiosk.says('imports:choose'), exact: true }).click();
    const buffer = Buffer.from(lines.join('\n'));
    await (await opened).setFiles({ name, mimeType: 'text/csv', buffer });
    await page.locator('#preview').waitFor();
    await page.getByText(kiosk.says('imports:looking')).waitFor({ state: 'hidden' });
  };

/** The device says so of two rows; the invented team is in no list, so that none can contradict it. */
const inConflict: Touch = async (page) => {
  await page.route('**/manage/imports/previewed', async (route) => {
    const answer = await route.fetch();
    const { preview }: { preview: ImportPreview } = await answer.json();
    const counts = { ...preview.counts, errors: 0, conflicts: 2, changed: 3, missing: 4 };
    await route.fulfill({ json: { preview: { ...preview, counts, undecided: 2 } } });
  });
  await page.route('**/manage/imports/rows?*part=conflicts*', async (route) => {
    const what = 'The staff number of “Ana Mar” belongs to “Ana Sol” here.';
    const row = { file: null, inEntries: false, name: '', what, whatToDo: null, changes: [] };
    const rows = [
      { ...row, row: 2, line: 2, canRename: true, decided: null },
      { ...row, row: 5, line: 5, canRename: true, decided: null },
    ];
    await route.fulfill({ json: { total: 2, rows } });
  });
};

const inLists = inSection('imports');
const inSchedule = inSection('schedule');
const onADayWithNothing: Touch = async (page, kiosk) => {
  await page.getByLabel(kiosk.says('schedule:day'), { exact: true }).first().fill('2031-03-10');
  await page.getByText(kiosk.says('schedule:nothing')).waitFor();
};
const brought = (day: string): Touch =>
  both(
    inSchedule,
    press('schedule:import'),
    bring('week.csv', sessionsOn(day)),
    async (page) => page.locator('button[aria-pressed]:not(fieldset *)').last().click(),
    press('imports:carryOut'),
    (page, kiosk) => page.getByText(kiosk.says('imports:done')).waitFor(),
    (page) => page.locator('table').waitFor(),
  );

/** Lists of people and of sessions as they come in, and the schedule. The browser complains where the PIN is wanted once more. */
export const ofImports: readonly Scene[] = [
  { name: 'imports', touch: inLists, trouble: true },
  { name: 'imports-preview', touch: both(inLists, bring('staff.csv', people)), scrolls: true, trouble: true },
  {
    name: 'imports-new',
    touch: both(inLists, bring('staff.csv', people), press('imports:parts.added')),
    scrolls: true,
    trouble: true,
  },
  {
    name: 'imports-columns',
    touch: both(inLists, bring('staff.csv', people), press('imports:columns.open')),
    ...{ only: sheets, scrolls: true, trouble: true },
  },
  {
    name: 'imports-decide',
    touch: both(inLists, inConflict, bring('april.csv', people)),
    ...{ scrolls: true, trouble: true },
  },
  {
    name: 'imports-refused',
    touch: both(inLists, bring('broken.csv', ['name,role', '"Ana Sol,Surgeon'])),
    ...{ only: few, trouble: true },
  },
  { name: 'schedule', touch: inSchedule, scrolls: true },
  { name: 'schedule-empty', touch: both(inSchedule, onADayWithNothing), scrolls: true },
  {
    name: 'schedule-session',
    touch: both(inSchedule, press('schedule:edit')),
    ...{ only: sheets, scrolls: true },
  },
  { name: 'imports-done', touch: brought('2031-03-11'), scrolls: true },
  {
    name: 'imports-undo',
    touch: both(brought('2031-03-12'), press('imports:past.undo')),
    ...{ only: sheets, scrolls: true },
  },
  {
    name: 'imports-undone',
    touch: both(
      brought('2031-03-13'),
      press('imports:past.undo'),
      press('imports:undo.do'),
      press('imports:undo.close'),
    ),
    ...{ only: few, scrolls: true },
  },
];
