import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import type { CheckResult, LogStanding, Verification } from '../../../../core/log/reading.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import style from './record.module.css';
import { useCheck } from './use-check.ts';

interface CheckProps {
  standing: LogStanding;
  /** The log has something new: the check is over. */
  onOver: () => void;
}

/** Has the whole record checked, and says what came of it, in words and as an auditor reads it. */
export const Check = ({ standing, onOver }: CheckProps) => {
  const { t } = useTranslation('log');
  const { check, failed, begin, stop } = useCheck(standing.verification, onOver);
  const isRunning = check.is === 'running';
  return (
    <section className={style.part} aria-labelledby="check">
      <h2 id="check">{t('check.title')}</h2>
      <p>{t('check.what')}</p>
      {isRunning && <Running check={check} />}
      <div className={style.foot}>
        {isRunning ? (
          <Button onPress={stop}>{t('check.stop')}</Button>
        ) : (
          <Button variant="primary" onPress={begin}>
            {t('check.begin')}
          </Button>
        )}
      </div>
      <div role="status">
        {check.is === 'cancelled' && <p>{t('check.cancelled')}</p>}
        {check.is === 'done' && <Result found={check.found} />}
      </div>
      {(failed || check.is === 'failed') && <Notice urgent happened={t('check.failed')} />}
    </section>
  );
};

/** Each of the steps takes about as long; nobody counts the first. */
const steps = ['database', 'record', 'tables'] as const;

const Running = ({ check }: { check: Extract<Verification, { is: 'running' }> }) => {
  const { t } = useTranslation('log');
  const { number } = useLanguage();
  const { doing, done, of } = check;
  const part = of === 0 ? 0 : done / of;
  const label = t(`check.doing.${doing}`);
  const percent = (100 * (steps.indexOf(doing) + part)) / steps.length;
  return (
    <ProgressBar value={percent} aria-label={label} className={style.progress ?? ''}>
      <span>{label}</span>
      <div className={style.track}>
        <div className={style.fill} style={{ '--part': percent }} />
      </div>
      {of > 0 && <span>{t('check.part', { n: number(done), N: number(of) })}</span>}
    </ProgressBar>
  );
};

const Result = ({ found }: { found: CheckResult }) => {
  const { t } = useTranslation('log');
  const { number } = useLanguage();
  if (found.result !== 'ok') return <NotOk found={found} />;
  const { size, anchored, purged, invented } = found;
  const rest = { from: number(anchored + 1), to: number(size) };
  return (
    <div className={style.lines}>
      <p>
        <strong>{t('check.ok', { n: number(size) })}</strong>
      </p>
      {anchored === 0 ? (
        <p>{t('check.notAnchored')}</p>
      ) : (
        <p>
          {t('check.anchored', { n: number(anchored) })} {anchored < size && t('check.notYet', rest)}
        </p>
      )}
      {purged > 0 && <p>{t('check.purged', { n: number(purged) })}</p>}
      {invented > 0 && <p>{t('check.invented', { n: number(invented) })}</p>}
      <Read line={`ok: entries 1–${size}, anchored to ${anchored}`} />
    </div>
  );
};

const NotOk = ({ found }: { found: Exclude<CheckResult, { result: 'ok' }> }) => {
  const { t } = useTranslation('log');
  const { number } = useLanguage();
  const { result, entry, lastGood, why } = found;
  const what =
    entry === null
      ? t(result === 'damaged' ? 'check.damaged' : 'check.badAll')
      : t('check.bad', { n: number(entry) });
  const good = lastGood === null || lastGood === 0 ? '' : t('check.lastGood', { n: number(lastGood) });
  const line = entry === null ? `bad: ${why}` : `bad: entry ${entry}: ${why}; last good ${lastGood}`;
  return (
    <div className={style.lines}>
      <Notice urgent happened={what} recorded={good} todo={t('check.call')}>
        <code className={style.code} dir="ltr" translate="no">
          {line}
        </code>
      </Notice>
    </div>
  );
};

const Read = ({ line }: { line: string }) => {
  const { t } = useTranslation('log');
  return (
    <p className={style.quiet}>
      {t('check.auditor')}:{' '}
      <bdi dir="ltr" translate="no">
        {line}
      </bdi>
    </p>
  );
};
