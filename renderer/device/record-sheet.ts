import { useEffect, useState } from 'react';
import type { RecordSheet } from '../../core/view.ts';
import { askRecord } from './calls.ts';

interface Known {
  /** The newest that the device said; null until it did. */
  sheet: RecordSheet | null;
  /** Whether the device could not say when it was last asked. */
  unread: boolean;
}

/**
 * What there is to know about the record: asked for when somebody wants to see it, and again whenever the device has
 * another view, of which `version` is the number.
 */
export const useRecordSheet = (isOpen: boolean, version: number): Known => {
  const [known, setKnown] = useState<Known>({ sheet: null, unread: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is why it is asked again.
  useEffect(() => {
    if (!isOpen) return;
    let over = false;
    askRecord().then(
      (sheet) => {
        if (!over) setKnown({ sheet, unread: false });
      },
      () => {
        if (!over) setKnown(({ sheet }) => ({ sheet, unread: true }));
      },
    );
    return () => {
      over = true;
    };
  }, [isOpen, version]);
  return known;
};
