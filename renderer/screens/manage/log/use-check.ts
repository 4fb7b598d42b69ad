import { useCallback, useEffect, useState } from 'react';
import type { Verification } from '../../../../core/log/reading.ts';
import { askCheck, beginCheck, stopCheck } from '../../../device/manage/log.ts';
import { useManager } from '../manager.ts';

const every = 700;

/**
 * A check of the record: begins it, follows it while it runs, ends it. `onOver` is called when it is done. Without an
 * answer the last that is known stays.
 */
export const useCheck = (first: Verification, onOver: () => void) => {
  const { ask } = useManager();
  const [check, setCheck] = useState(first);
  const [failed, setFailed] = useState(false);
  const isRunning = check.is === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const timer = window.setInterval(() => {
      askCheck(ask).then(
        (now) => {
          setCheck(now);
          if (now.is !== 'running') onOver();
        },
        () => {},
      );
    }, every);
    return () => window.clearInterval(timer);
  }, [isRunning, ask, onOver]);
  const tell = useCallback(async (done: Promise<Verification>) => {
    setFailed(false);
    await done.then(setCheck, () => setFailed(true));
  }, []);
  return {
    check,
    failed,
    begin: () => tell(beginCheck(ask, crypto.randomUUID())),
    stop: () => tell(stopCheck(ask)),
  };
};
