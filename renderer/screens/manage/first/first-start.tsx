import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView, PersonCard } from '../../../../core/view.ts';
import { nameFirst } from '../../../device/manage/first-start.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { CodeShown } from '../parts/code-shown.tsx';
import { NewPin } from '../parts/new-pin.tsx';
import { PersonRow } from '../parts/person-finder.tsx';
import style from './first-start.module.css';
import { SiteForm } from './site-form.tsx';
import { WhoManages } from './who-manages.tsx';

interface FirstStartProps {
  view: DeviceView;
  /** There is a manager now, who signs in with the PIN that they just chose. */
  onDone: (person: PersonCard | null) => void;
  onBack: () => void;
}

/**
 * Nobody manages this kiosk yet: where it stands, who manages it, the PIN that they choose, and the recovery code. There is
 * no PIN that was there before.
 */
export const FirstStart = ({ view, onDone, onBack }: FirstStartProps) => {
  const { t } = useTranslation('manage');
  const [isSited, setIsSited] = useState(view.place.name !== '');
  const [person, setPerson] = useState<PersonCard | null>(null);
  const [code, setCode] = useState<string | null>(null);
  if (code !== null)
    return (
      <Step title={t('first.codeTitle')} step={4}>
        <CodeShown code={code} onDone={() => onDone(person)} />
      </Step>
    );
  const back = person !== null ? () => setPerson(null) : onBack;
  if (!isSited)
    return (
      <Step title={t('first.siteTitle')} why={t('first.siteWhy')} step={1} onBack={back}>
        <SiteForm language={view.language} onKept={() => setIsSited(true)} />
      </Step>
    );
  if (person === null)
    return (
      <Step title={t('first.whoTitle')} why={t('first.whoWhy')} step={2} onBack={back}>
        <WhoManages onChosen={setPerson} />
      </Step>
    );
  return (
    <Step title={t('first.pinTitle')} why={t('first.pinWhy')} step={3} onBack={back}>
      <PersonRow person={person} onPress={() => setPerson(null)} />
      <FirstPin person={person} onNamed={setCode} />
    </Step>
  );
};

const FirstPin = ({ person, onNamed }: { person: PersonCard; onNamed: (code: string) => void }) => {
  const { t } = useTranslation('manage');
  const [problem, setProblem] = useState<string | null>(null);
  // One for this screen: where the answer was lost, the same code comes again.
  const [id, setId] = useState(() => crypto.randomUUID());
  return (
    <>
      <NewPin
        keep={t('first.name')}
        onPin={async (pin) => {
          setProblem(null);
          const said = await nameFirst({ id, person: person.id, pin });
          if ('code' in said) return onNamed(said.code);
          setProblem(said.problem);
          if (said.problem !== 'no-answer') setId(crypto.randomUUID());
        }}
      />
      {problem !== null && (
        <Notice
          urgent
          happened={t(problem === 'not-first-start' ? 'first.tooLate' : 'first.notNamed')}
          todo={t(problem === 'not-first-start' ? 'first.tooLateTodo' : 'notIn.no-answerTodo')}
        />
      )}
    </>
  );
};

interface StepProps {
  title: string;
  why?: string;
  step: number;
  onBack?: () => void;
  children: ReactNode;
}

const steps = 4;

const Step = ({ title, why, step, onBack, children }: StepProps) => {
  const { t } = useTranslation(['manage', 'common']);
  return (
    <main className={style.screen}>
      <div className={style.column}>
        <p className={style.step}>{t('common:step', { step, steps })}</p>
        <h1>{title}</h1>
        {why !== undefined && <p className={style.why}>{why}</p>}
        {children}
        {onBack !== undefined && (
          <Button variant="plain" className={style.back} onPress={onBack}>
            {t('back')}
          </Button>
        )}
      </div>
    </main>
  );
};
