import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleOf } from '../../../core/roles.ts';
import type { DeviceView, PersonCard } from '../../../core/view.ts';
import { askStart } from '../../device/calls.ts';
import { useNextCode } from '../../device/next-code.ts';
import { Button } from '../../ui/button.tsx';
import { Hint } from '../../ui/hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import { StillThere } from '../../ui/still-there.tsx';
import { type NotOpened, type Opened, openCard, type Way } from './card-calls.ts';
import { NameAndPin } from './name-and-pin.tsx';
import style from './who.module.css';

/** Why no card is open, where somebody wanted one to be. */
export type NotOpen = NotOpened | { problem: 'closed'; wait: 0 };

interface WhoProps {
  view: DeviceView;
  /** Why it is asked again. */
  why: NotOpen | null;
  /** Whether somebody’s words wait for them here. */
  hasTyped: boolean;
  onOpened: (opened: Opened) => void;
  /** Null: what was said of another attempt is said no more. */
  onNotOpened: (why: NotOpen | null) => void;
  onBack: () => void;
}

/** Whose card is it? A badge says so; where there is no reader, a name and a PIN; in the demo, a face. */
export const Who = ({ view, why, hasTyped, onOpened, onNotOpened, onBack }: WhoProps) => {
  const { t } = useTranslation('card');
  const [byPin, setByPin] = useState(false);
  const open = async (way: Way): Promise<boolean> => {
    const opened = await openCard(way);
    if ('token' in opened) onOpened(opened);
    else onNotOpened(opened);
    return 'token' in opened;
  };
  const byNameAndPin = () => {
    if (why?.problem !== 'closed') onNotOpened(null);
    setByPin(true);
  };
  useNextCode(true, (code) => void open({ way: 'badge', code }));
  return (
    <main className={style.screen}>
      <Badge />
      <div className={style.words}>
        <h1 className={style.title}>{t('title')}</h1>
        <p className={style.badge}>{t('who.badge')}</p>
        <p className={style.why}>{t('who.why')}</p>
        {why !== null && !byPin && (
          <Notice
            urgent
            happened={t(`who.${why.problem}`)}
            {...(why.problem === 'closed' && hasTyped ? { recorded: t('who.closedTyped') } : {})}
            todo={t(`who.${why.problem}Todo`)}
          />
        )}
      </div>
      {view.demo && <DemoFaces onFace={(person) => void open({ way: 'demo', person })} />}
      <footer className={style.foot}>
        <Hint>{t('who.hint')}</Hint>
        <div className={style.ways}>
          <Button variant="plain" className={style.back} onPress={onBack}>
            {t('back')}
          </Button>
          <Button onPress={byNameAndPin}>{t('who.pin')}</Button>
        </div>
      </footer>
      <NameAndPin
        isOpen={byPin}
        onClose={() => setByPin(false)}
        onTyped={(name, pin) => open({ way: 'pin', name, pin })}
        notOpened={byPin && why?.problem !== 'closed' ? why : null}
      />
      <StillThere what="card" onOver={onBack} />
    </main>
  );
};

/** A badge before a reader, drawn. */
const Badge = () => (
  <svg viewBox="0 0 400 500" aria-hidden="true" className={style.picture} preserveAspectRatio="xMidYMid meet">
    <path className={style.band} d="M200 0v104" />
    <rect className={style.clip} x="172" y="96" width="56" height="26" rx="10" />
    <rect className={style.plate} x="92" y="116" width="216" height="292" rx="24" />
    <rect className={style.ground} x="124" y="152" width="152" height="150" rx="14" />
    <circle className={style.figure} cx="200" cy="212" r="34" />
    <path className={style.figure} d="M138 302c3-34 28-50 62-50s59 16 62 50z" />
    <path className={style.line} d="M136 336h128M160 368h80" />
    <path className={style.waves} d="M150 440c30 20 70 20 100 0M122 464c46 32 110 32 156 0" />
  </svg>
);

const DemoFaces = ({ onFace }: { onFace: (person: string) => void }) => {
  const { t } = useTranslation('card');
  const [people, setPeople] = useState<PersonCard[]>([]);
  useEffect(() => {
    askStart().then(
      (start) => setPeople(start.people.filter((one) => !one.visitor)),
      // Without their faces there still are their badges.
      () => setPeople([]),
    );
  }, []);
  if (people.length === 0) return null;
  return (
    <section className={style.demo}>
      <h2 className={style.whose}>{t('who.demo')}</h2>
      <ul className={style.faces}>
        {people.map((person) => (
          <li key={person.id}>
            <Button variant="plain" className={style.face} onPress={() => onFace(person.id)}>
              <Portrait person={person} family={roleOf(person.role).family} className={style.portrait} />
              <bdi>{person.first}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
