import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'bedside-start-'));
const running: ChildProcess[] = [];

/** `npm start` on a machine without a display; what it says until it has said a whole line, or ended. */
const start = async (...words: string[]) => {
  const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
  const program = join(import.meta.dirname, '../../electron/start.ts');
  const kiosk = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(kiosk);
  const { promise: line, resolve } = Promise.withResolvers<void>();
  const ended = once(kiosk, 'close').then(([code]: (number | null)[]) => code);
  let said = '';
  let complained = '';
  kiosk.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes('\n')) resolve();
  });
  kiosk.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  await Promise.race([line, ended]);
  return { kiosk, ended, said: () => said, complained: () => complained };
};

let first: Awaited<ReturnType<typeof start>>;
let link = '';
beforeAll(async () => {
  first = await start('--data', join(folder, 'data'));
  link = /http:\S+/u.exec(first.said())?.[0] ?? '';
}, 120_000);
afterAll(() => {
  for (const kiosk of running) kiosk.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

// A display is looked for on Linux only; elsewhere these would open a window, or fetch one.
test.runIf(process.platform === 'linux')(
  'npm start says in one line where the kiosk runs, why, where its data is, and what to open; in one more what a second display is for',
  () => {
    expect(first.said().replace(join(folder, 'data'), 'DIR')).toMatch(
      /^Bedside Hello runs in your browser \(this machine has no display\), with its data in DIR\. Open http:\/\/127\.0\.0\.1:\d+\/start\/[\w-]{43}\nA second display can show the team’s names all the time\. Open there http:\/\/127\.0\.0\.1:\d+\/start\/[\w-]{43}\n$/u,
    );
    expect(first.complained()).toBe('');
  },
);

test.runIf(process.platform === 'linux')(
  'what cannot be done is one plain sentence, and the first kiosk runs on',
  async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const [code, words] of [
      [1, ['--data', join(folder, 'data')]],
      [1, ['--data', file]],
      [1, ['--data', join(folder, 'other'), '--port', new URL(link).port]],
      [2, ['--port', 'front door']],
      [2, ['--colour', 'blue']],
      [2, [join(folder, 'data')]],
    ] as const) {
      const second = await start(...words);
      expect(await second.ended, words.join(' ')).toBe(code);
      expect(second.said()).toBe('');
      expect(second.complained(), words.join(' ')).toMatch(/^[^\n]+\.\n$/u);
    }
    expect((await fetch(link)).status).toBe(200);
  },
);

test.runIf(process.platform === 'linux')(
  'Ctrl-C stops it in order, so that it can start again at once',
  async () => {
    first.kiosk.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const again = await start('--data', join(folder, 'data'));
    expect(again.said()).toContain('Open http');
    again.kiosk.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  },
);
