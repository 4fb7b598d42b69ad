import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { signCheckpoint } from '../../../core/log/checkpoint.ts';
import { isDark, qrOptions, qrPath, qrSegments, quietZone } from '../../../core/log/qr.ts';
import { terminalQr } from '../../../electron/cli/terminal-qr.ts';
import { sha256, signerOf } from '../../../electron/log/signer.ts';
import { deviceKeys } from '../../../electron/services/anchors/device-keys.ts';
import { shareCheckpoint } from '../../../electron/services/anchors/share.ts';
import { type IsDark, readQr } from './read-qr.ts';
import { grow, opened } from './two-kiosks.ts';

const qrOf = (text: string) => create(qrSegments(text), qrOptions).modules;

const read = (size: number, dark: IsDark): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(readQr(size, dark));

/** A checkpoint of a record of so many entries. */
const checkpointOf = (size: number): string => {
  const origin = 'bedside-hello/0b2c1f50-6a3e-4a7e-9d39-0f6a5f0e9c11';
  return signCheckpoint(sha256, signerOf(new Uint8Array(32).fill(7)), {
    origin,
    size,
    root: sha256(Buffer.of(1)),
  });
};

test('who scans a checkpoint has it, byte for byte, with its dash and its last line end', () => {
  const device = opened();
  for (const more of [0, 10]) {
    grow(device, more);
    const { note } = shareCheckpoint(device, 'printed', { kind: 'bedside' });
    expect(note).toMatch(/\n\n— .*\n$/);
    const modules = qrOf(note);
    expect(read(modules.size, (row, column) => isDark(modules, row, column))).toBe(note);
  }
});

test('a checkpoint prints in less than four centimetres, however long the record is', () => {
  for (const size of [1, 9_999, 10_000_000, Number.MAX_SAFE_INTEGER]) {
    const modules = qrOf(checkpointOf(size));
    // Half a millimetre a module: six dots of a printer of 300 dpi.
    expect((modules.size + 2 * quietZone) * 0.5, `${size}`).toBeLessThan(40);
    expect(read(modules.size, (row, column) => isDark(modules, row, column))).toBe(checkpointOf(size));
  }
});

test('the picture to print has the same modules, with light around them', () => {
  const modules = qrOf(checkpointOf(4321));
  const drawn = new Set<string>();
  for (const [, x = '', y = '', width = ''] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let at = 0; at < Number(width); at += 1) drawn.add(`${Number(y)} ${Number(x) + at}`);
  expect(qrPath(modules).replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, '')).toBe('');
  const dark: IsDark = (row, column) => drawn.has(`${row + quietZone} ${column + quietZone}`);
  expect(read(modules.size, dark)).toBe(checkpointOf(4321));
  expect(drawn.size).toBe(modules.data.reduce((sum, module) => sum + module, 0));
});

test('a terminal shows it black on white with its quiet zone, or says that it is too narrow', () => {
  const note = checkpointOf(123_456);
  const { size } = qrOf(note);
  const wide = size + 2 * quietZone;
  expect(wide).toBeLessThanOrEqual(80);
  const lines = terminalQr(note, 80).split('\n');
  expect(lines.pop()).toBe('');
  const [white, end] = ['\u001b[30;107m', '\u001b[0m'];
  const rows = lines.flatMap((line) => {
    expect([line.startsWith(white), line.endsWith(end)]).toEqual([true, true]);
    const cells = [...line.slice(white.length, -end.length)];
    expect(cells).toHaveLength(wide);
    expect(cells.filter((cell) => !' ▀▄█'.includes(cell))).toEqual([]);
    return [cells.map((cell) => '▀█'.includes(cell)), cells.map((cell) => '▄█'.includes(cell))];
  });
  for (const row of [...rows.slice(0, quietZone), ...rows.slice(quietZone + size)])
    expect(row).not.toContain(true);
  const dark: IsDark = (row, column) => rows[row + quietZone]?.[column + quietZone] === true;
  expect(read(size, dark)).toBe(note);
  expect(terminalQr(note, undefined)).toBe(terminalQr(note, wide));
  expect(() => terminalQr(note, wide - 1)).toThrow(`needs ${wide} columns`);
});

test('the key of the log can be scanned too', () => {
  const { log } = deviceKeys(opened());
  const modules = qrOf(log);
  expect(read(modules.size, (row, column) => isDark(modules, row, column))).toBe(log);
});
