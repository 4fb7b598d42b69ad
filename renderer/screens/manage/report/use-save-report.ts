import { useCallback, useRef, useState } from 'react';
import { askPdf } from '../../../device/manage/reports.ts';
import { saveFrom } from '../exports/save-from.ts';
import { NotDone, useManager } from '../manager.ts';
import { titled } from './titled.ts';
import type { Paper } from './use-report.ts';

/** Has the kiosk make a PDF of the report that is up, and saves it. Pressed again it is the same file. */
export const useSaveReport = () => {
  const { ask } = useManager();
  const [is, setIs] = useState<'none' | 'saving' | 'saved' | 'failed'>('none');
  const file = useRef({ of: '', id: '' });
  const save = useCallback(
    async ({ id: report, name }: Paper) => {
      if (file.current.of !== report) file.current = { of: report, id: crypto.randomUUID() };
      setIs('saving');
      try {
        // The window that makes it takes the title of the page for the title of the file.
        const address = await titled(name, () => askPdf(ask, { id: file.current.id, report }));
        if (address.ok) saveFrom(address.value);
        // What was made before and is not kept any more is made anew.
        else file.current = { of: '', id: '' };
        setIs(address.ok ? 'saved' : 'failed');
      } catch (problem) {
        setIs(problem instanceof NotDone && problem.why === 'not-confirmed' ? 'none' : 'failed');
      }
    },
    [ask],
  );
  const forget = useCallback(() => setIs('none'), []);
  return { is, save, forget };
};
