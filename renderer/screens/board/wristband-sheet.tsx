import { useEffect, useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { DeviceView, PersonCard } from '../../../core/view.ts';
import { nameStay, type StayReply, unnameStay } from '../../device/calls.ts';
import { useNextCode } from '../../device/next-code.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Names } from '../../ui/names.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useFresh } from '../../ui/use-fresh.ts';
import { memberOf } from './members.ts';

interface WristbandSheetProps {
  session: Session;
  people: Record<string, PersonCard>;
  /** Whether the stay is known already. */
  known: boolean;
  isOpen: boolean;
  onClose: () => void;
  onView: (view: DeviceView) => void;
}

/** A number that somebody typed and left there is not left in view, in ms. */
const forgotten = 60_000;

/**
 * Whom has the patient met before? The wristband tells, scanned or typed: while this is open, whatever the reader reads is
 * the wristband, and no badge. The number goes to the device and stays nowhere on this screen.
 */
export const WristbandSheet = (props: WristbandSheetProps) => {
  const { session, people, known, isOpen, onClose, onView } = props;
  const { t } = useTranslation('stay');
  const [typed, setTyped] = useFresh(isOpen, '');
  const [problem, setProblem] = useFresh<Problem | null>(isOpen, null);
  /** Whether another number is asked for, where one is known already. */
  const [scanning, setScanning] = useFresh(isOpen, false);
  const isAsking = scanning || !known;
  const close = () => {
    setTyped('');
    setProblem(null);
    setScanning(false);
    onClose();
  };
  const leave = useRef(close);
  useEffect(() => {
    leave.current = close;
  });
  useEffect(() => {
    if (typed === '') return;
    const timer = window.setTimeout(() => leave.current(), forgotten);
    return () => window.clearTimeout(timer);
  }, [typed]);
  const tell = async (question: Promise<StayReply>) => {
    const reply = await question.catch(() => null);
    if (reply === null) return setProblem('not-kept');
    onView(reply.view);
    if (!('problem' in reply)) setTyped('');
    setProblem('problem' in reply ? reply.problem : null);
    setScanning('problem' in reply);
  };
  const use = (number: string) => {
    if (number.trim() === '') setProblem('too-short');
    else void tell(nameStay(session.id, number));
  };
  useNextCode(isOpen && isAsking, use);
  return (
    <Sheet title={t('scan')} isOpen={isOpen} onClose={close} {...(isAsking ? {} : { close: t('done') })}>
      {isAsking ? (
        <>
          <p>{t('lead')}</p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              use(typed);
            }}
          >
            <TextInput
              label={t('number')}
              value={typed}
              onChange={(value) => {
                setTyped(value);
                setProblem(null);
              }}
              hint={t('privacy')}
              problem={problem === null ? null : t(`problem.${problem}`)}
              maxLength={64}
              autoFocus
            />
          </form>
          <Button variant="primary" onPress={() => use(typed)}>
            {t('use')}
          </Button>
        </>
      ) : (
        <>
          <Met session={session} people={people} />
          {problem !== null && <Notice happened={t(`problem.${problem}`)} urgent />}
          <Button onPress={() => setScanning(true)}>{t('other')}</Button>
          <Button variant="plain" onPress={() => void tell(unnameStay(session.id))}>
            {t('wrong')}
          </Button>
        </>
      )}
    </Sheet>
  );
};

type Problem = Extract<StayReply, { problem: string }>['problem'] | 'not-kept';

const Met = ({ session, people }: Pick<WristbandSheetProps, 'session' | 'people'>) => {
  const { t } = useTranslation('stay');
  const { list } = useLanguage();
  const names = session.participants
    .filter((one) => one.metBefore && one.left === null)
    .flatMap((one) => memberOf(session, people, one.id)?.person.first ?? []);
  return (
    <p role="status">
      {names.length === 0 ? (
        t('nobody')
      ) : (
        <Trans
          t={t}
          i18nKey="met"
          values={{ names: list(names) }}
          components={{ names: <Names names={names} /> }}
        />
      )}
    </p>
  );
};
