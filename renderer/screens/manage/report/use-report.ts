import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ReportAnswer } from '../../../../core/figures/page.ts';
import type { Days, FiguresView } from '../../../../core/figures/view.ts';
import { askReport, reportIn } from '../../../device/manage/reports.ts';
import type { QrCode } from '../../../ui/qr-code.ts';
import type { Wanted } from '../figures/asked.ts';
import { chartDays } from '../figures/chart-days.ts';
import { NotDone, useManager } from '../manager.ts';
import { titled } from './titled.ts';

type Plotting = typeof import('../figures/plot-chart.ts');

/** A report with what draws it; null for what could not be loaded: its words and tables say the same. */
export interface Paper {
  /** The id under which it was asked for, and what it is called where it is printed or saved. */
  id: string;
  name: string;
  page: ReportAnswer;
  drawChart: Plotting['drawChart'] | null;
  code: QrCode | null;
}

interface Making {
  view: FiguresView;
  days: Days;
  wanted: Wanted;
  leaving: boolean;
}

/** Has the device make a report, puts it up for the printer, and prints it where there is no other way to a PDF. */
export const useReport = () => {
  const { ask } = useManager();
  const [is, setIs] = useState<'none' | 'making' | 'made' | 'failed'>('none');
  const [paper, setPaper] = useState<Paper | null>(null);
  const newest = useRef(0);
  const make = async ({ view, days, wanted, leaving }: Making): Promise<void> => {
    if (is === 'making') return;
    newest.current += 1;
    const mine = newest.current;
    setIs('making');
    const asked = {
      id: crypto.randomUUID(),
      figures: { ...days, by: wanted.by, step: null, filters: view.filters, leaving },
      charts: { ...chartDays(days, wanted.step), step: wanted.step },
    };
    const made = await ask(askReport(asked))
      .then(reportIn)
      .then((page) => paperOf(page, asked.id))
      .catch((problem: unknown) => problem);
    if (mine !== newest.current) return;
    if (!isPaper(made)) {
      // Whoever did not give their PIN knows that nothing was made.
      setIs(made instanceof NotDone && made.why === 'not-confirmed' ? 'none' : 'failed');
      return;
    }
    flushSync(() => {
      setPaper(made);
      setIs('made');
    });
    await document.fonts.ready;
    if (mine === newest.current && !made.page.savesPdf) printAs(made.name);
  };
  const print = useCallback(() => {
    if (paper !== null) printAs(paper.name);
  }, [paper]);
  const forget = useCallback(() => {
    newest.current += 1;
    setPaper(null);
    setIs('none');
  }, []);
  return { is, paper, make, print, forget };
};

const isPaper = (made: unknown): made is Paper =>
  typeof made === 'object' && made !== null && 'page' in made && 'code' in made;

const paperOf = async (page: ReportAnswer, id: string): Promise<Paper> => {
  const [drawChart, code] = await Promise.all([
    import('../figures/plot-chart.ts').then(
      ({ drawChart: draw }) => draw,
      () => null,
    ),
    import('../../../ui/qr-code.ts').then(
      ({ qrCodeOf }) => qrCodeOf(page.checkpoint.note),
      () => null,
    ),
  ]);
  const { days } = page.figures;
  return { id, name: `bedside-hello ${days.from} ${days.to}`, page, drawChart, code };
};

const printAs = (name: string): void => {
  void titled(name, () => window.print());
};
