import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AskedExport, ExportJob, NotBegun } from '../../../../core/exports/view.ts';
import { askJobs, askTicket, beginExport, cancelExport } from '../../../device/manage/exports.ts';
import { NotDone, useManager } from '../manager.ts';
import { saveFrom } from './save-from.ts';

/** How often it is asked how far a file is, in ms. */
const lookEvery = 500;

/** For how long it is asked whether a file was fetched that is being saved, in looks. */
const looksForFetched = 240;

export type Trouble = NotBegun | 'no-answer' | 'not-confirmed' | 'not-saved';

export interface Jobs {
  /** The newest first. */
  shown: ExportJob[];
  /** Grows with every file that left. */
  left: number;
  isBeginning: boolean;
  /** Files that are being saved, by id. */
  saving: ReadonlySet<string>;
  trouble: Trouble | null;
  begin: (asked: AskedExport) => Promise<void>;
  cancel: (id: string) => Promise<void>;
  save: (id: string) => Promise<void>;
}

const troubleOf = (problem: unknown): Trouble | null => {
  if (!(problem instanceof NotDone)) return 'no-answer';
  // The frame says so itself, and goes on once somebody signed in again.
  return problem.why === 'signed-out'
    ? null
    : problem.why === 'not-confirmed'
      ? 'not-confirmed'
      : 'no-answer';
};

const isOver = ({ state }: ExportJob): boolean => state === 'cancelled' || state === 'failed';

/** The newest first; what came to nothing only until something else was asked for. */
const shownOf = (all: readonly ExportJob[]): ExportJob[] =>
  [...all].reverse().filter((job, index) => index === 0 || !isOver(job));

/** The files of this window: begun, looked after while they are made or saved, cancelled. */
export const useJobs = (): Jobs => {
  const { ask } = useManager();
  const [all, setAll] = useState<ExportJob[]>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBeginning, setIsBeginning] = useState(false);
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState(0);
  const looks = useRef(0);

  const doing = useCallback(async (work: () => Promise<Trouble | null>) => {
    setTrouble(null);
    setTrouble(await work().catch(troubleOf));
  }, []);

  const look = useCallback(async () => {
    const jobs = await askJobs(ask);
    setAll(jobs);
    setSaving(
      (now) => new Set(jobs.flatMap(({ id, state }) => (state === 'made' && now.has(id) ? [id] : []))),
    );
  }, [ask]);

  // A file that was begun before another section was looked at is still here.
  useEffect(() => {
    look().catch(() => undefined);
  }, [look]);

  const isLooking = all.some(({ state }) => state === 'working') || saving.size > 0;
  useEffect(() => {
    if (!isLooking) return;
    const timer = window.setInterval(() => {
      looks.current += 1;
      if (looks.current > looksForFetched) setSaving(new Set());
      // Without an answer it is asked again.
      look().catch(() => undefined);
    }, lookEvery);
    return () => window.clearInterval(timer);
  }, [isLooking, look]);

  const begin = useCallback(
    async (asked: AskedExport) => {
      setIsBeginning(true);
      await doing(async () => {
        const begun = await beginExport(ask, crypto.randomUUID(), asked);
        if (!begun.ok) return begun.problem;
        setAll((now) => [...now.filter(({ id }) => id !== begun.value.id), begun.value]);
        return null;
      });
      setIsBeginning(false);
    },
    [ask, doing],
  );

  const cancel = useCallback(
    (id: string) =>
      doing(async () => {
        setAll(await cancelExport(ask, id));
        return null;
      }),
    [ask, doing],
  );

  const save = useCallback(
    (id: string) =>
      doing(async () => {
        const ticket = await askTicket(ask, id);
        if (!ticket.ok) return 'not-saved';
        looks.current = 0;
        setSaving((now) => new Set([...now, id]));
        setLeft((now) => now + 1);
        saveFrom(ticket.value);
        return null;
      }),
    [ask, doing],
  );

  return useMemo(
    () => ({ shown: shownOf(all), left, isBeginning, saving, trouble, begin, cancel, save }),
    [all, left, isBeginning, saving, trouble, begin, cancel, save],
  );
};
