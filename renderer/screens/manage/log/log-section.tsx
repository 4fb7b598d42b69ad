import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askStanding } from '../../../device/manage/log.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAsked, useManager } from '../manager.ts';
import type { SectionProps } from '../section.ts';
import { Browse } from './browse.tsx';
import { Check } from './check.tsx';
import { Checkpoint } from './checkpoint.tsx';
import { EntrySheet } from './entry-sheet.tsx';
import style from './record.module.css';
import { Standing } from './standing.tsx';

/**
 * The log: how it stands, a check of all of it, a checkpoint to keep, and its entries. `preset` may name a session, or an
 * entry by its number.
 */
export const LogSection = ({ preset }: SectionProps) => {
  const { t } = useTranslation('log');
  const { may, go } = useManager();
  const standing = useAsked('standing', askStanding);
  const { session, entry } = preset;
  const [seq, setSeq] = useState<number | null>(entry === undefined ? null : Number(entry));
  return (
    <div className={style.section}>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {standing.is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={standing.again}>{t('again')}</Button>
        </Notice>
      )}
      {standing.is === 'loading' && <p role="status">{t('loading')}</p>}
      {standing.value !== null && session === undefined && (
        <>
          <Standing standing={standing.value} />
          {may('verify') && <Check standing={standing.value} onOver={standing.again} />}
          <Checkpoint onShown={standing.again} />
        </>
      )}
      <Browse first={session === undefined ? {} : { session }} onEntry={setSeq} />
      <EntrySheet
        seq={seq}
        onClose={() => setSeq(null)}
        onSession={may('sessions-read') ? (id) => go('sessions', { session: id }) : undefined}
      />
    </div>
  );
};
