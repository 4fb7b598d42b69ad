import { useTranslation } from 'react-i18next';
import { CheckpointMark } from '../../../ui/checkpoint-mark.tsx';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import { useWords } from '../figures/use-words.ts';
import style from './report.module.css';
import type { Paper } from './use-report.ts';

/** What the figures were counted from, in a form that cannot be changed unseen. */
export const PaperProof = ({ page: { entry, digest, checkpoint }, code }: Paper) => {
  const { t } = useTranslation('report');
  const words = useWords();
  return (
    <section className={style.proof}>
      <h2>{t('proof.title')}</h2>
      <p>{t('proof.what')}</p>
      <dl>
        <dt>{t('proof.entry')}</dt>
        <dd>{words.number(entry)}</dd>
        <dt>{t('proof.digest')}</dt>
        <dd className={style.bytes} dir="ltr" translate="no">
          {digest}
        </dd>
        <dt>{t('proof.size')}</dt>
        <dd>{words.number(checkpoint.size)}</dd>
        <dt>{t('proof.fingerprint')}</dt>
        <dd>
          <Fingerprint hex={checkpoint.fingerprint} />
        </dd>
      </dl>
      <CheckpointMark note={checkpoint.note} code={code} />
    </section>
  );
};
