import type { AskedPage, ReportPage } from '../../../core/figures/page.ts';
import { device } from '../client.ts';
import type { As } from './access.ts';

/** Has a report for paper made; for `Ask`, which gives the answer. */
export const askReport = (asked: AskedPage) => (as: As) => device.manage.reports.$post({ json: asked }, as);

/** What the device made, or throws where it made nothing. */
export const reportIn = async (answer: { status: number; json(): Promise<object> }): Promise<ReportPage> => {
  if (answer.status === 200) {
    const said = await answer.json();
    if ('checkpoint' in said) return said as ReportPage;
  }
  throw new Error(`The device answered ${answer.status}`);
};
