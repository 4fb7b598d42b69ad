import { useRef, useState } from 'react';
import type { RecordSheet } from '../../core/view.ts';
import type { QrCode } from '../ui/qr-code.ts';
import { shareCheckpoint } from './calls.ts';

type Way = 'shown' | 'printed';

/** A checkpoint to look at, and the QR code that says the same; null where that could not be loaded. */
interface Mark {
  note: string;
  size: number;
  code: QrCode | null;
}

/** What became of the last press: a fresh checkpoint; the last there is, for none can be signed now; or none. */
type Shared = { outcome: 'fresh' | 'last'; mark: Mark } | { outcome: 'none' };

const markOf = async ({ note, size }: { note: string; size: number }): Promise<Mark> => {
  const code = await import('../ui/qr-code.ts').then(
    ({ qrCodeOf }) => qrCodeOf(note),
    () => null,
  );
  return { note, size, code };
};

/**
 * Has the record signed as it stands, to be shown or printed. Where that cannot be, the `last` checkpoint is shown all
 * the same; but nothing is printed that the record does not know of. Presses while one is under way do nothing.
 */
export const useCheckpoint = (last: RecordSheet['checkpoint']) => {
  const [shared, setShared] = useState<Shared | null>(null);
  const underWay = useRef(false);
  const fresh = async (way: Way): Promise<Shared> => {
    const checkpoint = await shareCheckpoint(way).catch(() => null);
    if (checkpoint !== null) return { outcome: 'fresh', mark: await markOf(checkpoint) };
    if (way === 'shown' && last !== null) return { outcome: 'last', mark: await markOf(last) };
    return { outcome: 'none' };
  };
  const share = async (way: Way): Promise<Shared | null> => {
    if (underWay.current) return null;
    underWay.current = true;
    const result = await fresh(way).finally(() => {
      underWay.current = false;
    });
    setShared(result);
    return result;
  };
  return { shared, share };
};
