import { useTranslation } from 'react-i18next';
import type { EntryProof } from '../../../../core/log/reading.ts';
import { askEntry } from '../../../device/manage/log.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useAsked } from '../manager.ts';
import { ActorWords } from './actor-words.tsx';
import { EntryRaw } from './entry-raw.tsx';
import style from './record.module.css';
import { Sentence } from './sentence.tsx';
import { useWallTime } from './wall-time.ts';

interface EntrySheetProps {
  /** Which entry; null for none. */
  seq: number | null;
  onClose: () => void;
  /** Where a session is shown in one touch; left out where it is shown already. */
  onSession?: ((session: string) => void) | undefined;
}

/** One entry: what it means, that it is in the record and how that is shown, and its bytes. */
export const EntrySheet = ({ seq, onClose, onSession }: EntrySheetProps) => {
  const { t } = useTranslation(['log', 'kiosk']);
  const { number } = useLanguage();
  return (
    <Sheet
      title={t('log:entry.title', { n: number(seq ?? 0) })}
      isOpen={seq !== null}
      onClose={onClose}
      close={t('kiosk:close')}
    >
      {seq !== null && <Content key={seq} seq={seq} onSession={onSession} />}
    </Sheet>
  );
};

const Content = ({ seq, onSession }: { seq: number; onSession: EntrySheetProps['onSession'] }) => {
  const { t } = useTranslation('log');
  const asked = useAsked(`${seq}`, async (ask) => ({ found: await askEntry(ask, seq) }));
  if (asked.value === null) return <p role="status">{asked.is === 'failed' ? t('failed') : t('loading')}</p>;
  const { found } = asked.value;
  if (found === null) return <p>{t('entry.none')}</p>;
  return (
    <div className={style.raw}>
      <Meaning proof={found} />
      <Signed proof={found} />
      {onSession !== undefined && found.entry.session !== null && (
        <Button onPress={() => onSession(found.entry.session ?? '')}>{t('entry.session')}</Button>
      )}
      <EntryRaw proof={found} />
    </div>
  );
};

const Meaning = ({ proof }: { proof: EntryProof }) => {
  const { t } = useTranslation('log');
  const { momentWithSeconds } = useWallTime();
  const { happened, at, by } = proof.entry;
  if (happened === null || by === null) return <Notice urgent happened={t('entry.unreadable')} />;
  return (
    <div>
      <p>
        <strong>
          <Sentence happened={happened} known={proof} />
        </strong>
      </p>
      <p className={style.quiet}>
        {momentWithSeconds(at)} · <ActorWords actor={by} known={proof} />
      </p>
    </div>
  );
};

const Signed = ({ proof: { seq, proof, firstSigned } }: { proof: EntryProof }) => {
  const { t } = useTranslation('log');
  const { number } = useLanguage();
  const { moment } = useWallTime();
  if (proof === null) return <p>{t('entry.notSigned')}</p>;
  if (!proof.holds) return <Notice urgent happened={t('entry.broken')} />;
  const is = t('entry.is', { n: number(seq), at: moment(proof.at), size: number(proof.size) });
  return (
    <div>
      <p>{is}</p>
      {firstSigned !== null && firstSigned.size < proof.size && (
        <p>{t('entry.first', { at: moment(firstSigned.at), size: number(firstSigned.size) })}</p>
      )}
      <p>{t('entry.holds')}</p>
    </div>
  );
};
