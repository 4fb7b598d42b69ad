import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Days, FiguresView } from '../../../../core/figures/view.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Wanted } from '../figures/asked.ts';
import { useManager } from '../manager.ts';
import style from './print-report.module.css';
import { ReportPaper } from './report-paper.tsx';
import { useReport } from './use-report.ts';
import { useSaveReport } from './use-save-report.ts';

interface PrintReportProps {
  view: FiguresView;
  days: Days;
  wanted: Wanted;
}

const audiences = ['leaving', 'within'] as const;

/** The way to paper: who will read it decides what is on it. Nothing is printed that the record does not know of. */
export const PrintReport = ({ view, days, wanted }: PrintReportProps) => {
  const { t } = useTranslation('report');
  const { may } = useManager();
  const [isOpen, setIsOpen] = useState(false);
  const [audience, setAudience] = useState<(typeof audiences)[number]>('leaving');
  const { is, paper, make, print, forget } = useReport();
  const saving = useSaveReport();
  if (!may('exports')) return null;
  const close = () => {
    setIsOpen(false);
    forget();
    saving.forget();
  };
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('open')}</Button>
      <Sheet title={t('title')} isOpen={isOpen} onClose={close} close={t('close')}>
        <div className={style.sheet}>
          {is === 'made' && paper?.page.savesPdf === true ? (
            <>
              <Notice happened={t('made')} todo={t('saveTodo')} />
              {saving.is === 'failed' && <Notice urgent happened={t('notSaved')} todo={t('notSavedTodo')} />}
              <p role="status">
                {saving.is === 'saving' && t('saving')}
                {saving.is === 'saved' && t('saved')}
              </p>
              <Button
                variant="primary"
                isDisabled={saving.is === 'saving'}
                onPress={() => saving.save(paper)}
              >
                {t('save')}
              </Button>
              <Button onPress={print}>{t('print')}</Button>
            </>
          ) : is === 'made' ? (
            <Notice happened={t('made')} todo={t('madeTodo')}>
              <Button onPress={print}>{t('again')}</Button>
            </Notice>
          ) : (
            <>
              <ChoiceGroup
                label={t('who')}
                layout="column"
                options={audiences.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
                value={audience}
                onChange={setAudience}
              />
              {is === 'failed' && <Notice urgent happened={t('failed')} todo={t('failedTodo')} />}
              {is === 'making' && <p role="status">{t('making')}</p>}
              <Button
                variant="primary"
                isDisabled={is === 'making'}
                onPress={() => make({ view, days, wanted, leaving: audience === 'leaving' })}
              >
                {t('make')}
              </Button>
            </>
          )}
        </div>
      </Sheet>
      {paper !== null && <ReportPaper {...paper} />}
    </>
  );
};
