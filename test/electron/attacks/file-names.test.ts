import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AskedExport } from '../../../core/exports/view.ts';
import { opaqueId } from '../../../core/session/ids.ts';
import { nameOfFile } from '../../../electron/services/exports/job-folder.ts';

const ofSession = (id: string): AskedExport => ({ format: 'bundle', of: { kind: 'session', id } });

test('a file that leaves is called by letters, digits and dashes, whatever the id is that is asked for', () => {
  const ids = fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/)
    .filter((id) => opaqueId.safeParse(id).success);
  const isPlain = (id: string) =>
    /^bedside-hello-record-session-[A-Za-z0-9_-]{1,64}\.tar$/.test(nameOfFile(ofSession(id), '2026-11-22'));
  fc.assert(fc.property(ids, isPlain), { examples: [['a:b'], ['a..b'], ['a.tar.exe'], ['C:x'], ['CON.']] });
});

test.each([
  '../../bedside.db',
  '/etc/passwd',
  '..',
  'a/b',
  'a\\b',
  'a b',
  'a"b',
  'a\r\nSet-Cookie: x',
  'a\0',
  '',
])('what would be a path, or a header of its own, is no id at all: %j', (id) => {
  expect(opaqueId.safeParse(id).success).toBe(false);
  // And were it one, it would still name one file beside the others.
  expect(nameOfFile(ofSession(id), '2026-11-22')).toMatch(/^[A-Za-z0-9_-]+\.tar$/);
});
