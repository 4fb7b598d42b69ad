import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { openDevice } from '../../../electron/services/open-device.ts';
import { badgeHash, holderOf } from '../../../electron/services/people.ts';
import { accessHolders } from '../../../electron/store/access.ts';
import { pinHolders } from '../../../electron/store/pins.ts';
import team from '../../../resources/demo/team.json' with { type: 'json' };
import { bytesIn, demoDevice, temporaryFolder } from '../../support/device.ts';
import { windowAt } from '../access/desk.ts';
import { badgeOf, kofi } from '../own-card/desk.ts';

test('a kiosk that was just unpacked has no PIN that anybody could know, and nobody who may', async () => {
  const empty = openDevice({ folder: temporaryFolder() });
  onTestFinished(() => empty.close());
  const demo = demoDevice();
  for (const device of [empty, demo])
    expect([pinHolders.all(device.db, {}), accessHolders.all(device.db, {})]).toEqual([[], []]);
  const { signIn } = await windowAt(demo);
  for (const [at, pin] of ['', '000000', '123456', 'admin'].entries()) {
    const who = [
      { by: 'person', person: kofi },
      { by: 'badge', code: badgeOf('amara') },
      { by: 'name', name: 'Amara Okafor' },
      { by: 'name', name: 'admin' },
    ];
    expect((await signIn(pin, who[at])).status, pin).toBe(409);
  }
});

test('a badge is kept as a hash under this kiosk’s key and as nothing else: elsewhere it is nobody’s', () => {
  const device = demoDevice();
  const other = demoDevice();
  device.db.pragma('wal_checkpoint(TRUNCATE)');
  const { badge, given } = team[0] ?? { badge: '', given: '' };
  const kept = bytesIn(device.folder);
  expect(kept.includes(Buffer.from(badgeHash(device, badge)))).toBe(true);
  expect(kept.includes(badge)).toBe(false);
  for (const plain of ['sha256', 'sha1', 'md5']) {
    const hash = createHash(plain).update(badge).digest();
    for (const form of [hash, hash.toString('hex'), hash.toString('base64')])
      expect(kept.includes(form), plain).toBe(false);
  }
  expect(Buffer.from(badgeHash(device, badge)).equals(Buffer.from(badgeHash(other, badge)))).toBe(false);
  expect(holderOf(device, badge)?.first).toBe(given);
});
