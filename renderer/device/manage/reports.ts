import type { AskedPage, AskedPdf, NoPdf, ReportAnswer } from '../../../core/figures/page.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { Ask } from '../../screens/manage/manager.ts';
import { device } from '../client.ts';
import type { As } from './access.ts';

/** Has a report for paper made; for `Ask`, which gives the answer. */
export const askReport = (asked: AskedPage) => (as: As) => device.manage.reports.$post({ json: asked }, as);

/** What the device made, or throws where it made nothing. */
export const reportIn = async (answer: {
  status: number;
  json(): Promise<object>;
}): Promise<ReportAnswer> => {
  if (answer.status === 200) {
    const said = await answer.json();
    if ('checkpoint' in said) return said as ReportAnswer;
  }
  throw new Error(`The device answered ${answer.status}`);
};

/** Has the kiosk make a PDF of the page that is up to be printed; gives where to fetch it, once, or why there is none. */
export const askPdf = async (ask: Ask, asked: AskedPdf): Promise<Result<string, NoPdf>> => {
  const answer = await ask((as) => device.manage.reports.pdfs.$post({ json: asked }, as));
  if (answer.status !== 200 && answer.status !== 409) throw new Error(`The device answered ${answer.status}`);
  const given = await answer.json();
  return 'address' in given ? ok(given.address) : refuse(given.problem);
};
