import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, safeSettings } from '../../../electron/services/settings.ts';
import { putSetting } from '../../../electron/store/settings.ts';
import { query } from '../../../electron/store/sql.ts';
import { temporaryFolder } from '../../support/device.ts';
import { managed, otherPin } from '../access/desk.ts';
import { amara } from '../own-card/desk.ts';

const told = query<{ bytes: Uint8Array }>('select bytes from entry order by seq');

/** A kiosk whose manager is signed in, and what they ask of its settings. */
const desk = async () => {
  const at = await managed();
  await at.signIn('483920');
  const by = () => ({ 'x-signed-in': at.token() });
  const change = async (change: object, id: string = randomUUID()) => {
    const answer = await at.send('/api/manage/settings', { id, change }, by());
    return { status: answer.status, said: JSON.parse(await answer.text()) };
  };
  const changes = () =>
    told
      .all(at.device.db, {})
      .map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()))
      .filter(({ type }) => type === 'settings-changed')
      .map(({ data, actor }) => ({ changes: data.changes, actor: actor.kind }));
  return { ...at, by, change, changes };
};

describe('what can be set at a kiosk', () => {
  it('is set by who may, and the log says by whom, what it was and what it is', async () => {
    const { device, change, changes } = await desk();
    const { status, said } = await change({ idleSeconds: 240, languages: ['en', 'ar'], retentionYears: 6 });
    expect(status).toBe(200);
    expect(said.settings).toMatchObject({ idleSeconds: 240, languages: ['en', 'ar'] });
    expect(readSettings(device).settings.idleSeconds).toBe(240);
    expect(changes().at(-1)).toEqual({
      actor: 'signed-in',
      changes: [
        { setting: 'idleSeconds', from: '120', to: '240' },
        { setting: 'languages', from: 'none', to: 'en,ar' },
      ],
    });
  });

  it('counts once, however often the same tap is sent, and not at all where it is so already', async () => {
    const { change, changes } = await desk();
    const [id, before] = [randomUUID(), changes().length];
    await change({ idleSeconds: 180 }, id);
    await change({ idleSeconds: 180 }, id);
    await change({ idleSeconds: 180 });
    expect(changes()).toHaveLength(before + 1);
  });

  it('moves with place and unit, and the unit’s own name policy is told too', async () => {
    const { change, changes, device } = await desk();
    const { said } = await change({ place: { name: 'Bed 412', unit: 'Ward 4' }, unitNames: 'first-only' });
    expect(said.settings).toMatchObject({
      place: { name: 'Bed 412', unit: 'Ward 4' },
      unitNames: 'first-only',
    });
    const last = changes()
      .at(-1)
      ?.changes.map(({ setting }: { setting: string }) => setting);
    expect(last).toEqual(['place', 'unitNames']);
    const stored = JSON.stringify(told.all(device.db, {}).map(({ bytes }) => Buffer.from(bytes).toString()));
    expect(stored).not.toContain('Bed 412');
  });

  it('keeps its safe value where it cannot be read, says so, and is set again by saving it', async () => {
    const { device, change, get, by, changes } = await desk();
    putSetting(device.db, { name: 'names', value: '"everything"' });
    const read = async () => JSON.parse(await (await get('/api/manage/settings', by())).text()).settings;
    expect(await read()).toMatchObject({ names: safeSettings.names, unreadable: ['names'] });
    await change({ names: safeSettings.names });
    expect(await read()).toMatchObject({ names: safeSettings.names, unreadable: [] });
    expect(changes().at(-1)?.changes).toEqual([{ setting: 'names', from: 'unreadable', to: 'first-only' }]);
  });

  it('takes a folder for backups that is there and apart from the record, and never tells the log which', async () => {
    const { device, change, changes } = await desk();
    const folder = temporaryFolder();
    mkdirSync(join(device.folder, 'inside'));
    const problems = [
      ['relative/folder', 'not-a-folder'],
      [join(folder, 'missing'), 'not-a-folder'],
      [device.folder, 'within-the-record'],
      [join(device.folder, 'inside'), 'within-the-record'],
    ] as const;
    for (const [backupFolder, problem] of problems) {
      const answer = await change({ backupFolder });
      expect(answer).toEqual({ status: 422, said: { problem } });
    }
    expect((await change({ backupFolder: folder })).status).toBe(200);
    expect(changes().at(-1)?.changes).toEqual([{ setting: 'backupFolder', from: 'none', to: 'said' }]);
  });

  it('refuses what cannot be, all of it, and nothing is changed', async () => {
    const { device, change, changes } = await desk();
    const before = [readSettings(device), changes().length];
    for (const wrong of [
      { idleSeconds: 1 },
      { idleSeconds: 240, retentionYears: 0 },
      { shifts: ['25:00'] },
      { theme: { mode: 'auto', nightFrom: '8pm', dayFrom: '07:00' } },
      { demo: true },
      { unknown: true },
      { place: { name: 'a\u202eb', unit: 'x' } },
      { place: { name: 'x'.repeat(121), unit: 'x' } },
      { languages: ['ar'], language: 'en' },
    ]) {
      const { status } = await change(wrong);
      expect([400, 422]).toContain(status);
    }
    expect([readSettings(device), changes().length]).toEqual(before);
  });

  it('is not for who did not sign in, nor for an auditor', async () => {
    const { send, get, grant, signIn, change, post, device } = await desk();
    const people = JSON.parse(await (await get('/api/people')).text()).people;
    const other = people.find(({ id }: { id: string }) => id !== amara);
    expect((await send('/api/manage/settings', { id: randomUUID(), change: { hints: false } })).status).toBe(
      401,
    );
    expect((await get('/api/manage/settings')).status).toBe(401);
    await grant(other.id, 'auditor', otherPin);
    await post('sign-out', {});
    expect((await signIn(otherPin, { by: 'person', person: other.id })).status).toBe(200);
    expect((await change({ hints: false })).status).toBe(403);
    expect(readSettings(device).settings.hints).toBe(true);
  });
});
