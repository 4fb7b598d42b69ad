import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { PastExport } from '../../../../core/exports/view.ts';
import { askPast } from '../../../device/manage/exports.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useWords } from '../figures/use-words.ts';
import { useWallTime } from '../log/wall-time.ts';
import { useAsked, useManager } from '../manager.ts';
import leads from '../parts/leads.module.css';
import { Digest } from './digest.tsx';
import style from './exports.module.css';

/** What left this kiosk in files, as the log tells it, the newest first. */
export const Past = () => {
  const { t } = useTranslation('exports');
  /** From where each page goes on that was looked at; the last is shown. */
  const [pages, setPages] = useState<(number | null)[]>([null]);
  const [seen, setSeen] = useState<PastExport | null>(null);
  const below = pages.at(-1) ?? null;
  const { is, value, again } = useAsked(`past ${below}`, (ask) => askPast(ask, below));
  return (
    <section className={style.past} aria-labelledby="past">
      <h2 id="past">{t('past.title')}</h2>
      {is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={again}>{t('again')}</Button>
        </Notice>
      )}
      {is === 'loading' && <p role="status">{t('loading')}</p>}
      {value !== null && value.exports.length === 0 && <p>{t('past.none')}</p>}
      {value !== null && value.exports.length > 0 && <PastTable exports={value.exports} onSeen={setSeen} />}
      {value !== null && (value.next !== null || pages.length > 1) && (
        <div className={style.foot}>
          <Button isDisabled={pages.length === 1} onPress={() => setPages((now) => now.slice(0, -1))}>
            {t('past.newer')}
          </Button>
          <Button isDisabled={value.next === null} onPress={() => setPages((now) => [...now, value.next])}>
            {t('past.older')}
          </Button>
        </div>
      )}
      <PastSheet seen={seen} onClose={() => setSeen(null)} />
    </section>
  );
};

const PastTable = ({
  exports,
  onSeen,
}: {
  exports: readonly PastExport[];
  onSeen: (seen: PastExport) => void;
}) => {
  const { t } = useTranslation('exports');
  const { moment } = useWallTime();
  const { number } = useLanguage();
  const { what, days } = usePastWords();
  return (
    <div className={style.room}>
      <table className={`${style.table} ${leads.rows}`}>
        <thead>
          <tr>
            <th scope="col">{t('past.when')}</th>
            <th scope="col">{t('past.what')}</th>
            <th scope="col">{t('past.days')}</th>
            <th scope="col">{t('past.who')}</th>
            <th scope="col" className={style.number}>
              {t('past.much')}
            </th>
          </tr>
        </thead>
        <tbody>
          {exports.map((one) => (
            <tr key={one.seq}>
              <th scope="row">
                <Button variant="plain" className={leads.link} onPress={() => onSeen(one)}>
                  {moment(one.at)}
                </Button>
              </th>
              <td>{what(one)}</td>
              <td>{days(one)}</td>
              <td>
                <Who one={one} />
              </td>
              <td className={style.number}>{number(one.rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** One of them, with its digest whole. */
const PastSheet = ({ seen, onClose }: { seen: PastExport | null; onClose: () => void }) => {
  const { t } = useTranslation(['exports', 'log']);
  const { go } = useManager();
  const { number } = useLanguage();
  const { momentWithSeconds } = useWallTime();
  const { what, days } = usePastWords();
  return (
    <Sheet
      title={seen === null ? '' : momentWithSeconds(seen.at)}
      isOpen={seen !== null}
      onClose={onClose}
      close={t('past.close')}
    >
      {seen !== null && (
        <dl className={style.facts}>
          <div>
            <dt>{t('past.what')}</dt>
            <dd>{what(seen)}</dd>
          </div>
          <div>
            <dt>{t('past.days')}</dt>
            <dd>{days(seen)}</dd>
          </div>
          <div>
            <dt>{t('past.who')}</dt>
            <dd>
              <Who one={seen} />
            </dd>
          </div>
          <div>
            <dt>{t('past.much')}</dt>
            <dd>{t(isOfEntries(seen) ? 'entries' : 'rows', { count: seen.rows })}</dd>
          </div>
          <div className={style.wide}>
            <dt>{t('digest')}</dt>
            <dd>
              <Digest hex={seen.digest} />
              <small>{t('digestWhat')}</small>
            </dd>
          </div>
          <div className={style.wide}>
            <dt>{t('past.inLog')}</dt>
            <dd>
              <Button
                variant="plain"
                className={leads.link}
                onPress={() => go('log', { entry: String(seen.seq) })}
              >
                {t('log:entry.title', { n: number(seen.seq) })}
              </Button>
            </dd>
          </div>
        </dl>
      )}
    </Sheet>
  );
};

const Who = ({ one: { by } }: { one: PastExport }) => {
  const { t } = useTranslation(['exports', 'manage']);
  if (by.kind === 'signed-in') return t(`manage:roles.${by.role}`);
  if (by.user === null) return t('past.command');
  return <Trans t={t} i18nKey="past.commandBy" values={{ user: by.user }} components={{ name: <Name /> }} />;
};

const isOfEntries = ({ what }: PastExport): boolean => what.kind === 'export' && what.format === 'bundle';

/** What a file was and of when, in words. */
const usePastWords = () => {
  const { t } = useTranslation('exports');
  const words = useWords();
  return {
    what: ({ what }: PastExport): string => {
      if (what.kind === 'report') return t('past.report');
      const { format, table } = what;
      if (format === 'bundle' || format === 'xlsx' || format === 'fhir') return t(`past.${format}`);
      return t('past.tableAs', { table: t(`table.${table ?? 'introductions'}`), form: t(`form.${format}`) });
    },
    days: ({ days, session, narrowed }: PastExport): string => {
      const when =
        days === null ? t(session === null ? 'past.everything' : 'past.session') : words.days(days);
      return narrowed ? `${when} · ${t('past.narrowed')}` : when;
    },
  };
};
