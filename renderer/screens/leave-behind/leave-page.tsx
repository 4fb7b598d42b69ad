import type { Ref } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { DeviceView } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { QrCode } from '../../ui/qr-code.ts';
import { CodePicture } from './code-picture.tsx';
import style from './leave-page.module.css';
import { OnPaper } from './on-paper.tsx';
import { onLeaveBehind, useDay } from './use-leave-texts.ts';

interface LeavePageProps {
  view: DeviceView;
  session: Session;
  codes: readonly QrCode[];
  ref: Ref<HTMLElement>;
}

/**
 * The page to take along, A4 or Letter, which is all that is printed while it is there; no screen shows it. It is read
 * without colours too. Nothing on it says who the patient is or what they chose.
 */
export const LeavePage = ({ view, session, codes, ref }: LeavePageProps) => {
  const { t } = useTranslation('leave');
  const { language, direction } = useLanguage();
  const day = useDay(session);
  const people = onLeaveBehind({ view, session });
  return createPortal(
    // The sheet that it is printed from hides all else from assistive technology, and a PDF has no structure of what is hidden.
    <article
      ref={ref}
      data-react-aria-top-layer=""
      className={style.page}
      lang={language}
      dir={direction}
      data-size={sizeOf(people.length)}
      data-large={view.choices.largerText || undefined}
    >
      <header className={style.head}>
        <h1>{t('page.title')}</h1>
        <p className={style.where}>
          <bdi>{view.place.name}</bdi>
          <br />
          {day}
        </p>
        <p className={style.lead}>{t('page.lead')}</p>
      </header>
      <ul className={style.team}>
        {people.map(({ participant, person }) => (
          <OnPaper key={participant.id} person={person} role={participant.role} />
        ))}
      </ul>
      <footer className={style.end}>
        <div className={style.questions}>
          <h2>{t('page.questions')}</h2>
          <i />
          <i />
          <i />
          <p className={style.call}>{t('text.call')}</p>
          {codes.length > 0 && <p>{t('page.scan')}</p>}
        </div>
        <div className={style.codes}>
          {codes.map((code) => (
            <CodePicture key={code.path} code={code} label={t('picture')} />
          ))}
        </div>
      </footer>
    </article>,
    document.body,
  );
};

/** How many there are, as far as the paper cares: up to nine are on one page. */
const sizeOf = (people: number): 'few' | 'team' | 'many' | 'crowd' => {
  if (people <= 3) return 'few';
  if (people <= 6) return 'team';
  return people <= 9 ? 'many' : 'crowd';
};
