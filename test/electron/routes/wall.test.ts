import { expect, onTestFinished, test } from 'vitest';
import type { DeviceView } from '../../../core/view.ts';
import { changeChoices } from '../../../electron/services/choices.ts';
import type { Device } from '../../../electron/services/device.ts';
import { deviceView } from '../../../electron/services/view.ts';
import { wallView } from '../../../electron/services/wall-view.ts';
import { wallOf } from '../../../renderer/screens/wall/wall-of.ts';
import { browser, browserHost } from '../../support/api.ts';
import { bedside, demoDevice } from '../../support/device.ts';

/** A patient who chose, asked, declined and was met; gives what of it must not be seen anywhere. */
const patient = (device: Device): { device: Device; secrets: string[] } => {
  const { open, tap, session } = bedside(device);
  const id = open();
  const [kofi = '', amara = '', ines = '', tom = ''] = session().participants.map((one) => one.id);
  tap({ type: 'change-session', urgency: 'emergency', interpreter: 'waiting' });
  changeChoices(device, id, {
    ...{
      callMe: 'Mrs Quillfeather',
      language: 'ht',
      answers: 'parent',
      way: 'together',
      withMe: 'family',
    },
    ...{ later: { wish: 'in-an-hour', at: '2031-02-03T19:00:00+01:00' }, readAloud: true, largerText: true },
    ...{ students: false, questions: [amara], answered: [amara] },
  });
  const round = tap({ type: 'open-round', kind: 'patient' });
  tap({ type: 'start-round', round, language: 'ht', oneByOne: true, without: [tom] });
  const said = (participant: string, verdict: Parameters<typeof tap>[0] & { type: 'record' }) =>
    tap({ ...verdict, participant });
  said(kofi, { type: 'record', round, participant: kofi, verdict: { status: 'declined' } });
  said(ines, {
    type: 'record',
    round,
    participant: ines,
    verdict: { status: 'absent', reason: 'called-away' },
  });
  return {
    device,
    secrets: [
      ...['Quillfeather', '"ht"', 'parent', '"together"', 'family', 'in-an-hour', '2031-02-03', 'declined'],
      ...[
        'called-away',
        'waiting',
        'emergency',
        '"absent"',
        'true,"largerText":true',
        `questions":["${amara}`,
      ],
    ],
  };
};

/** The first view that a live stream brings, byte for byte. */
const firstOf = async (answer: Response): Promise<string> => {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('The answer has no body');
  onTestFinished(() => reader.cancel());
  let text = '';
  while (!text.includes('}\n\n')) {
    const { value, done } = await reader.read();
    if (done) throw new Error('The stream ended');
    text += value;
  }
  return text;
};

test('nothing that the patient chose, asked, declined or is called is in any byte that a wall gets', async () => {
  const { device, secrets } = patient(demoDevice());
  const at = browserHost(device);
  const [kiosk, wall] = [await browser(at), await browser(at, 'wall')];
  const [whole, wholeLive] = [
    await (await kiosk.get('/api/view')).text(),
    await firstOf(await kiosk.get('/api/live')),
  ];
  for (const path of ['/api/view', '/api/live']) expect((await wall.get(path)).status, path).toBe(401);
  // Also where the wall is a window of the kiosk's own browser, or of the program.
  for (const window of [wall, kiosk]) {
    const narrow = await (await window.get('/api/wall')).text();
    const live = await firstOf(await window.get('/api/wall/live'));
    for (const secret of secrets) {
      expect(whole).toContain(secret);
      expect(wholeLive).toContain(secret);
      expect(narrow, secret).not.toContain(secret);
      expect(live, secret).not.toContain(secret);
    }
    expect(live).toContain('Kofi');
  }
});

test('after a “no” the wall knows of no round at all', () => {
  const device = demoDevice();
  const { open, tap } = bedside(device);
  open();
  const round = tap({ type: 'open-round', kind: 'patient' });
  tap({ type: 'end-round', round, outcome: 'declined' });
  expect(wallView(device).session?.rounds).toEqual([]);
});

test('what a wall shows of the team is the same as if it were told everything', () => {
  const { device } = patient(demoDevice());
  const { session, tap } = bedside(device);
  const shown = ({ session, people, choices }: DeviceView) =>
    session === null
      ? null
      : wallOf({ session, awake: choices.awake }, people).map(({ look, said }) => [look, said]);
  const same = () => expect(shown(wallView(device))).toEqual(shown(deviceView(device)));
  same();
  const [first] = session().rounds;
  tap({ type: 'end-round', round: first?.id ?? '', outcome: 'stopped' });
  same();
  const round = tap({ type: 'open-round', kind: 'team', language: 'en' });
  const [kofi = '', amara = '', ines = '', tom = ''] = session().participants.map((one) => one.id);
  tap({ type: 'record', round, participant: kofi, verdict: { status: 'introduced', method: 'self' } });
  tap({
    type: 'record',
    round,
    participant: amara,
    verdict: { status: 'already-known', method: 'attested' },
  });
  tap({ type: 'record', round, participant: ines, verdict: { status: 'absent', reason: 'called-away' } });
  same();
  expect(JSON.stringify(wallView(device))).not.toContain('called-away');
  changeChoices(device, session().id, { awake: true });
  same();
  tap({ type: 'leave', participant: tom });
  same();
  expect(shown(wallView(device))).toHaveLength(2);
});
