import { useTranslation } from 'react-i18next';
import type { EntryProof } from '../../../../core/log/reading.ts';
import style from './record.module.css';

/** What an auditor works with: bytes and hashes, as they are; left to right and never translated. */
export const EntryRaw = ({ proof: { event, part, bytes, leaf, proof } }: { proof: EntryProof }) => {
  const { t } = useTranslation('log');
  const facts: [string, string][] = [
    [t('entry.event'), `${event} ${part}`],
    [t('entry.bytes'), bytes],
    [t('entry.leaf'), leaf],
  ];
  if (proof !== null)
    facts.push(
      [t('entry.hashes'), proof.hashes.join('\n')],
      [t('entry.root'), proof.root],
      [t('entry.note'), proof.note.trimEnd()],
    );
  return (
    <section className={style.raw} aria-label={t('entry.raw')}>
      <h3>{t('entry.raw')}</h3>
      {proof !== null && <p>{t('entry.plain')}</p>}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code className={style.code} dir="ltr" translate="no">
                {value}
              </code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
