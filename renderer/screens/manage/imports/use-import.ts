import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Decisions,
  type ImportDone,
  type ImportKind,
  type ImportPreview,
  nothingDecided,
} from '../../../../core/roster/import-view.ts';
import {
  askPreview,
  beginImport,
  bringFile,
  carryOut,
  ImportGone,
  leaveImport,
  openConflicts,
} from '../../../device/manage/imports.ts';
import { useManager } from '../manager.ts';

export interface Doing {
  draft: string;
  preview: ImportPreview | null;
  decisions: Decisions;
  /** What is under way, in words; null for nothing. */
  busy: string | null;
  trouble: string | null;
  done: ImportDone | null;
  /** Brings files; a new list takes the place of the one before. */
  bring: (files: readonly File[]) => void;
  decide: (change: Partial<Decisions>) => void;
  /** Leaves out every row with a conflict that nobody decided, on all pages. */
  leaveOpenOut: () => void;
  carryOut: (skipProblems: boolean) => void;
  leave: () => void;
  /** What was brought in last is no longer said: it was put back. */
  putBack: () => void;
}

interface State {
  preview: ImportPreview | null;
  decisions: Decisions;
  busy: string | null;
  trouble: string | null;
  done: ImportDone | null;
}
const nothing: State = { preview: null, decisions: nothingDecided, busy: null, trouble: null, done: null };

/** An import from its files to its end. One thing at a time; what is pressed meanwhile does nothing. */
export const useImport = (kind: ImportKind): Doing => {
  const { t } = useTranslation('imports');
  const { ask } = useManager();
  const [state, setState] = useState<State>(nothing);
  const [draft, setDraft] = useState('');
  const isBusy = useRef(false);
  const tap = useRef('');
  const newest = useRef({ ask, draft });
  useEffect(() => {
    newest.current = { ask, draft };
  });
  // Whoever goes elsewhere leaves nothing behind.
  useEffect(
    () => () => {
      const { ask: last, draft: open } = newest.current;
      if (open !== '') void leaveImport(last, kind, open);
    },
    [kind],
  );
  const put = (change: Partial<State>) => setState((now) => ({ ...now, ...change }));
  const doing = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    put({ trouble: null });
    try {
      await work();
    } catch (problem) {
      if (problem instanceof ImportGone) {
        setDraft('');
        put({ preview: null, decisions: nothingDecided });
      }
      put({ trouble: t(problem instanceof ImportGone ? 'gone' : 'failed') });
    } finally {
      isBusy.current = false;
      put({ busy: null });
    }
  };
  const look = async (of: string, decisions: Decisions): Promise<void> => {
    put({ busy: t('looking'), decisions });
    put({ preview: await askPreview(ask, kind, of, decisions) });
  };
  const bring = (files: readonly File[]) =>
    doing(async () => {
      if (files.length === 0) return;
      put({ done: null });
      const isMore = draft !== '' && files.every(({ type }) => type.startsWith('image/'));
      const of = isMore ? draft : crypto.randomUUID();
      if (!isMore) {
        await beginImport(ask, kind, of);
        setDraft(of);
        put({ preview: null, decisions: nothingDecided });
      }
      let refused: string | null = null;
      for (const file of files) {
        put({ busy: t('bringing', { name: file.name }) });
        const brought = await bringFile(ask, kind, of, file);
        if (!brought.ok) refused ??= t(`notBrought.${brought.problem}`, { name: file.name });
      }
      const isThere = isMore || files.some(({ type }) => !type.startsWith('image/'));
      if (isThere && !(refused !== null && files.length === 1))
        await look(of, isMore ? state.decisions : nothingDecided);
      put({ trouble: refused });
    });
  return {
    ...{ ...state, draft, bring: (files) => void bring(files) },
    decide: (change) => void doing(() => look(draft, { ...state.decisions, ...change })),
    leaveOpenOut: () =>
      void doing(async () => {
        const { preview, decisions } = state;
        if (preview === null) return;
        put({ busy: t('looking') });
        const open = await openConflicts(ask, kind, { draft, plan: preview.plan });
        await look(draft, { ...decisions, leftOut: [...new Set([...decisions.leftOut, ...open])] });
      }),
    carryOut: (skipProblems) =>
      void doing(async () => {
        const { preview } = state;
        if (preview === null) return;
        put({ busy: t('carrying') });
        // The same id is sent again where no answer came.
        tap.current = tap.current === '' ? crypto.randomUUID() : tap.current;
        const json = { id: tap.current, draft, plan: preview.plan, skipProblems };
        const done = await carryOut(ask, kind, json);
        tap.current = '';
        if (done.ok) {
          setDraft('');
          put({ ...nothing, done: done.value });
          return;
        }
        await look(draft, state.decisions);
        put({ trouble: t(`not.${done.problem}`) });
      }),
    putBack: () => put({ done: null }),
    leave: () => {
      if (isBusy.current) return;
      void leaveImport(ask, kind, draft);
      setDraft('');
      setState(nothing);
    },
  };
};
