import { useEffect, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { AccessView } from '../../../core/access/view.ts';
import type { DeviceView, PersonCard } from '../../../core/view.ts';
import { askAccess, type NotIn, signIn, type Who } from '../../device/manage/access.ts';
import { useNextCode } from '../../device/next-code.ts';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { FirstStart } from './first/first-start.tsx';
import { NotInNotice } from './not-in-notice.tsx';
import { Recovery } from './recovery/recovery.tsx';
import style from './sign-in.module.css';

interface SignInProps {
  view: DeviceView;
  /** Whose time was up, if somebody’s was: they go on where they were. */
  over: PersonCard | null;
  /** Takes the token; false where the device does not know it any more. */
  onSignedIn: (token: string) => Promise<boolean>;
  onBack: () => void;
}

/** Who manages, inspects or looks after this kiosk says who they are, and proves it with a PIN; at a first start, becomes it. */
export const SignIn = (props: SignInProps) => {
  const { t } = useTranslation('manage');
  const [access, setAccess] = useState<AccessView | 'unknown' | null>(null);
  const [turn, setTurn] = useState(0);
  const [recovering, setRecovering] = useState(false);
  /** Who has just become the first manager: they need not say once more who they are. */
  const [first, setFirst] = useState<PersonCard | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is why it is asked again.
  useEffect(() => {
    let over = false;
    askAccess('')
      .catch(() => askAccess(''))
      .then(
        (known) => !over && setAccess(known),
        () => !over && setAccess('unknown'),
      );
    return () => {
      over = true;
    };
  }, [turn]);
  const again = () => {
    setRecovering(false);
    setTurn((now) => now + 1);
  };
  const named = (person: PersonCard | null) => {
    setFirst(person);
    again();
  };
  if (recovering) return <Recovery onDone={again} onBack={() => setRecovering(false)} />;
  if (access !== null && access !== 'unknown' && access.firstStart)
    return <FirstStart view={props.view} onDone={named} onBack={props.onBack} />;
  return (
    <main className={style.screen}>
      <Door />
      <div className={style.words}>
        <h1 className={style.title}>{t('title')}</h1>
        {access === 'unknown' ? (
          <Notice urgent happened={t('notIn.no-answer')} todo={t('notIn.no-answerTodo')}>
            <Button onPress={again}>{t('tryAgain')}</Button>
          </Notice>
        ) : access !== null && !access.hasManager ? (
          <p className={style.why}>{t('signIn.nobody')}</p>
        ) : (
          <SignInForm key={props.over?.id ?? first?.id ?? ''} first={first} {...props} />
        )}
      </div>
      <footer className={style.foot}>
        <Button variant="plain" className={style.back} onPress={props.onBack}>
          {t('back')}
        </Button>
        {access !== null && (
          <Button variant="plain" className={style.back} onPress={() => setRecovering(true)}>
            {t('signIn.recover')}
          </Button>
        )}
      </footer>
    </main>
  );
};

interface SignInFormProps extends SignInProps {
  first: PersonCard | null;
}

const SignInForm = ({ over, first, onSignedIn }: SignInFormProps) => {
  const { t } = useTranslation('manage');
  const [code, setCode] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<NotIn | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  /** Another try begins in the field of the PIN. */
  const [tries, setTries] = useState(0);
  const [isAnother, setIsAnother] = useState(false);
  useNextCode(true, (read) => {
    setCode(read);
    setProblem(null);
    setPin('');
  });
  const same = isAnother ? null : (over ?? first);
  const who: Who | null =
    code !== null
      ? { by: 'badge', code }
      : same !== null
        ? { by: 'person', person: same.id }
        : name.trim() !== ''
          ? { by: 'name', name }
          : null;
  const open = async () => {
    if (who === null || pin === '' || isAsking) return;
    setIsAsking(true);
    setProblem(null);
    const said = await signIn(who, pin);
    if ('token' in said) {
      if (await onSignedIn(said.token)) return;
      setProblem({ problem: 'no-answer', wait: 0 });
    } else {
      setProblem(said);
      if (said.problem === 'unknown-badge') setCode(null);
    }
    setIsAsking(false);
    setPin('');
    setTries((now) => now + 1);
  };
  return (
    <div className={style.form}>
      <p className={style.why}>
        {same !== null && code === null ? (
          <Trans
            t={t}
            i18nKey={over === null ? 'signIn.first' : 'signIn.over'}
            values={{ name: same.first }}
            components={{ name: <Name /> }}
          />
        ) : (
          t(code === null ? 'signIn.why' : 'signIn.badgeRead')
        )}
      </p>
      {code === null && same === null && (
        <TextInput label={t('name')} value={name} onChange={setName} maxLength={250} autoFocus />
      )}
      <TextInput
        key={`${code} ${tries}`}
        label={t('pin')}
        type="password"
        inputMode="numeric"
        value={pin}
        onChange={setPin}
        maxLength={40}
        onEnter={open}
        autoFocus={code !== null || same !== null || tries > 0}
      />
      {problem !== null && !isAsking && <NotInNotice notIn={problem} />}
      <Button
        variant="primary"
        className={style.open}
        isDisabled={who === null || pin === '' || isAsking}
        onPress={open}
      >
        {t('signIn.open')}
      </Button>
      {(same !== null || code !== null) && (
        <Button
          variant="plain"
          className={style.another}
          onPress={() => {
            setIsAnother(true);
            setCode(null);
          }}
        >
          {t('signIn.another')}
        </Button>
      )}
    </div>
  );
};

/** A door with a key in it, drawn. */
const Door = () => (
  <svg viewBox="0 0 400 500" aria-hidden="true" className={style.picture} preserveAspectRatio="xMidYMid meet">
    <path className={style.wall} d="M96 440V96a24 24 0 0 1 24-24h160a24 24 0 0 1 24 24v344z" />
    <path className={style.panel} d="M132 108h136v120H132zM132 268h136v136H132z" />
    <circle className={style.knob} cx="276" cy="262" r="14" />
    <path className={style.floor} d="M52 440h296" />
  </svg>
);
