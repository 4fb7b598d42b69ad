import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpeningReason, openingReasons } from '../../../../core/access/holders.ts';
import { readRecoveryCode } from '../../../../core/access/recovery-code.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { type NotRecovered, recover } from '../../../device/manage/first-start.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import style from '../first/first-start.module.css';
import { CodeShown } from '../parts/code-shown.tsx';
import { NewPin } from '../parts/new-pin.tsx';
import { PersonFinder, PersonRow } from '../parts/person-finder.tsx';

interface RecoveryProps {
  onDone: () => void;
  onBack: () => void;
}

/** The sealed code says who manages the kiosk where nobody can sign in any more; another one takes its place. */
export const Recovery = ({ onDone, onBack }: RecoveryProps) => {
  const { t } = useTranslation('manage');
  const [code, setCode] = useState('');
  const [person, setPerson] = useState<PersonCard | null>(null);
  const [because, setBecause] = useState<OpeningReason | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [problem, setProblem] = useState<NotRecovered | null>(null);
  const [id, setId] = useState(() => crypto.randomUUID());
  const isCode = readRecoveryCode(code) !== null;
  const use = async (pin: string) => {
    if (person === null || because === null) return;
    setProblem(null);
    const said = await recover({ id, code, because, person: person.id, pin });
    if ('code' in said) return setFresh(said.code);
    setProblem(said);
    if (said.problem !== 'no-answer') setId(crypto.randomUUID());
  };
  return (
    <main className={style.screen}>
      <div className={style.column}>
        <h1>{t(fresh === null ? 'recovery.title' : 'recovery.newTitle')}</h1>
        {fresh !== null ? (
          <CodeShown code={fresh} onDone={onDone} />
        ) : (
          <>
            <p className={style.why}>{t('recovery.why')}</p>
            <TextInput
              label={t('recovery.code')}
              hint={t('recovery.codeHint')}
              value={code}
              onChange={setCode}
              maxLength={200}
              autoFocus
            />
            <ChoiceGroup
              label={t('recovery.because')}
              options={openingReasons.map((one) => ({ value: one, label: t(`because.${one}`) }))}
              value={because}
              onChange={setBecause}
            />
            {person === null ? (
              <PersonFinder label={t('recovery.who')} onChoose={setPerson} />
            ) : (
              <PersonRow person={person} onPress={() => setPerson(null)} />
            )}
            {isCode && person !== null && because !== null && <NewPin keep={t('recovery.use')} onPin={use} />}
            {problem !== null && <NotRecoveredNotice {...problem} />}
            <Button variant="plain" className={style.back} onPress={onBack}>
              {t('back')}
            </Button>
          </>
        )}
      </div>
    </main>
  );
};

const NotRecoveredNotice = ({ problem, wait }: NotRecovered) => {
  const { t } = useTranslation('manage');
  const known = (['wrong-code', 'not-a-code', 'no-answer'] as const).find((one) => one === problem);
  return (
    <Notice
      urgent
      happened={t(`recovery.problem.${known ?? 'other'}`)}
      todo={
        wait > 0
          ? t('notIn.waitMinutes', { count: Math.ceil(wait / 60_000) })
          : t(problem === 'no-answer' ? 'notIn.no-answerTodo' : 'recovery.todo')
      }
    />
  );
};
