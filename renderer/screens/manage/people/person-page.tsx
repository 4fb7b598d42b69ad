import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownName, wholeName } from '../../../../core/names.ts';
import { roleOf } from '../../../../core/roles.ts';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Portrait } from '../../../ui/portrait.tsx';
import { UndoBar } from '../../../ui/undo-bar.tsx';
import { BadgePart } from './badge-part.tsx';
import { CardPart } from './card-part.tsx';
import { DetailsForm } from './details-form.tsx';
import type { Shown } from './people-section.tsx';
import style from './person.module.css';
import { PhotosPart } from './photos-part.tsx';
import { SamePart } from './same-part.tsx';
import { StandingPart } from './standing-part.tsx';
import { useDay } from './use-day.ts';
import { type PartProps, type Saved, type Trouble, usePerson } from './use-person.ts';

interface PersonPageProps {
  id: string;
  /** What was done to them just now, elsewhere. */
  just: Saved | null;
  onShow: (shown: Shown, saved?: Saved) => void;
  onChanges: () => void;
}

/** One person: what the list says of them, their photos and badges, whether they are here, and what is theirs alone. */
export const PersonPage = ({ id, just, onShow, onChanges }: PersonPageProps) => {
  const { t } = useTranslation(['people', 'card']);
  const [isUnsaved, setIsUnsaved] = useState(false);
  const [asks, setAsks] = useState(false);
  const desk = usePerson(id, just);
  const { file, saved, trouble } = desk;
  const person = file.value;
  return (
    <div className={style.page} aria-busy={file.is === 'loading' || file.is === 'again' || desk.isBusy}>
      <div className={style.way}>
        <Button variant="plain" onPress={() => (isUnsaved ? setAsks(true) : onShow({ is: 'list' }))}>
          {t('allPeople')}
        </Button>
        <Button variant="plain" onPress={onChanges}>
          {t('lastChanges')}
        </Button>
      </div>
      {asks && isUnsaved && (
        <Notice urgent happened={t('card:notSaved')}>
          <Button onPress={() => onShow({ is: 'list' })}>{t('card:leave')}</Button>
        </Notice>
      )}
      {person === null && file.is === 'loading' && <p role="status">{t('loading')}</p>}
      {person === null && file.is === 'there' && <Notice happened={t('gone')} />}
      {file.is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={file.again}>{t('again')}</Button>
        </Notice>
      )}
      {person !== null && (
        <>
          <Head person={person} />
          {trouble !== null && <WhatWentWrong trouble={trouble} />}
          <div className={style.parts}>
            <DetailsForm person={person} desk={desk} onUnsaved={setIsUnsaved} />
            <div className={style.beside}>
              <PhotosPart person={person} desk={desk} />
              <BadgePart person={person} desk={desk} />
              <StandingPart person={person} desk={desk} onGone={(gone) => onShow({ is: 'list' }, gone)} />
              <CardPart person={person} />
              <SamePart
                person={person}
                desk={desk}
                onPair={(other) => onShow({ is: 'pair', one: id, other, back: { is: 'person', id } })}
              />
            </div>
          </div>
        </>
      )}
      <div className={style.saved}>
        <UndoBar
          step={
            saved === null
              ? null
              : { ...saved, message: t(`saved.${saved.done}`), undoable: saved.done !== 'putBack' }
          }
          onUndo={(of) => void desk.back(of)}
        />
      </div>
    </div>
  );
};

const WhatWentWrong = ({ trouble }: { trouble: Trouble }) => {
  const { t } = useTranslation('people');
  return (
    <Notice
      urgent
      happened={t(`trouble.${trouble.is}`)}
      recorded={t(`trouble.${trouble.is}Recorded`)}
      todo={t(`trouble.${trouble.is}Todo`)}
    >
      {trouble.is === 'not-kept' && <Button onPress={trouble.again}>{t('again')}</Button>}
    </Notice>
  );
};

/** Who it is, as the list has them; and beside it how patients see them. */
const Head = ({ person }: Pick<PartProps, 'person'>) => {
  const { t } = useTranslation('people');
  const roleName = useRoleName();
  const day = useDay();
  const { card, names, sessions, role } = person;
  const { family, learner } = roleOf(role);
  const shown = shownName(names, person.policy ?? person.rule);
  const { first, last, count } = sessions;
  const whole = wholeName({ first: names.given, rest: names.family ?? '' });
  const facts = [
    person.isYou ? t('you') : null,
    person.demo ? t('demo') : null,
    count === 0 || first === null || last === null
      ? t('noSessions')
      : count === 1
        ? t('oneSession', { first: day(first) })
        : t('sessions', { count, first: day(first), last: day(last) }),
    person.inSession ? t('inSession') : null,
    person.access === null ? null : t(`access.${person.access}`),
  ].filter((fact) => fact !== null);
  return (
    <header className={style.head} data-family={family}>
      <div className={style.title}>
        <h1>
          <Name>{whole}</Name>
        </h1>
        <p>
          <span className={style.role}>{roleName(role, card.gender)}</span>
          {person.standing !== 'here' && <strong> · {t(`standing.${person.standing}`)}</strong>}
        </p>
        {facts.map((fact) => (
          <p key={fact} className={style.quiet}>
            {fact}
          </p>
        ))}
        {learner && <p className={style.quiet}>{t('learner')}</p>}
      </div>
      <figure className={style.shown}>
        <Portrait person={card} family={family} className={style.portrait} />
        <figcaption>
          <span className={style.quiet}>{t('asPatientsSee')}</span>
          <strong>
            <Name>{wholeName(shown)}</Name>
          </strong>
        </figcaption>
      </figure>
    </header>
  );
};
