import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import type { MergePreview, MergeSide } from '../../../../core/people/view.ts';
import { roleOf } from '../../../../core/roles.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { steadyNow } from '../../../device/clock.ts';
import { askPair, changedIn, mergePeople, pairIn, tellApart } from '../../../device/manage/people.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Portrait } from '../../../ui/portrait.tsx';
import { useAsked, useManager } from '../manager.ts';
import style from './pair.module.css';
import people from './people.module.css';
import type { Shown } from './people-section.tsx';
import { useDay } from './use-day.ts';
import type { Saved } from './use-person.ts';

interface PairPageProps {
  pair: Extract<Shown, { is: 'pair' }>;
  onShow: (shown: Shown, saved?: Saved) => void;
}

type Problem = 'in-session' | 'has-access' | 'changed-meanwhile' | 'not-kept';

/** Two entries beside each other: one person or two, and if one, which entry is kept. */
export const PairPage = ({ pair: { one, other, back }, onShow }: PairPageProps) => {
  const { t } = useTranslation('people');
  const { ask } = useManager();
  const { conventions: language } = useLanguage();
  const pair = useAsked(`${one} ${other}`, async (ask) => pairIn(await ask(askPair(one, other))));
  const [kept, setKept] = useState<0 | 1 | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  /** The same tap, should it be tried again. */
  const ids = useRef({ merge: crypto.randomUUID(), apart: crypto.randomUUID() });
  const view = pair.value;

  const tried = async (attempt: () => Promise<void>) => {
    setIsBusy(true);
    setProblem(null);
    await attempt().catch(() => setProblem('not-kept'));
    setIsBusy(false);
  };
  const merge = (sides: MergePreview['sides'], keep: 0 | 1) =>
    tried(async () => {
      const [first, second] = keep === 0 ? sides : [sides[1], sides[0]];
      const side = ({ card, version }: MergeSide) => ({ person: card.id, version });
      const body = { id: ids.current.merge, keep: side(first), double: side(second), language };
      const done = await changedIn(await ask(mergePeople(body)));
      if (done.is === 'kept')
        return onShow({ is: 'person', id: first.card.id }, { id: body.id, at: steadyNow(), done: 'merged' });
      if (done.is === 'gone') return pair.again();
      ids.current.merge = crypto.randomUUID();
      setProblem(done.is === 'refused' ? problemOf(done.problem) : 'changed-meanwhile');
      pair.again();
    });
  const areTwo = () =>
    tried(async () => {
      await changedIn(await ask(tellApart({ id: ids.current.apart, one, other })));
      onShow(back, { id: ids.current.apart, at: steadyNow(), done: 'apart' });
    });

  return (
    <div className={people.page} aria-busy={pair.is !== 'there' || isBusy}>
      <div className={people.way}>
        <Button variant="plain" onPress={() => onShow(back)}>
          {t('before')}
        </Button>
      </div>
      <h1>{t('pair.title')}</h1>
      {view === null && pair.is === 'there' && <Notice happened={t('gone')} />}
      {pair.is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={pair.again}>{t('again')}</Button>
        </Notice>
      )}
      {problem !== null && (
        <Notice
          urgent
          happened={t(problem === 'not-kept' ? 'trouble.not-kept' : `pair.${problem}`)}
          {...(problem === 'not-kept'
            ? { recorded: t('trouble.not-keptRecorded'), todo: t('trouble.not-keptTodo') }
            : {})}
        />
      )}
      {view !== null && (
        <>
          <div className={style.sides}>
            {([0, 1] as const).map((at) => (
              <SideCard
                key={view.sides[at].card.id}
                side={view.sides[at]}
                other={view.sides[at === 0 ? 1 : 0]}
                obstacle={view.obstacles[at]}
                isKept={kept === at}
                onKeep={() => setKept(at)}
              />
            ))}
          </div>
          {kept !== null && view.obstacles[kept] === null && (
            <After card={view.results[kept]}>
              <Button variant="primary" isDisabled={isBusy} onPress={() => void merge(view.sides, kept)}>
                {t('pair.do')}
              </Button>
            </After>
          )}
          <div className={people.actions}>
            <Button isDisabled={isBusy} onPress={() => void areTwo()}>
              {t('apart')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
};

const problemOf = (said: unknown): Problem =>
  said === 'in-session' || said === 'has-access' ? said : 'changed-meanwhile';

interface SideCardProps {
  side: MergeSide;
  other: MergeSide;
  obstacle: MergePreview['obstacles'][number];
  isKept: boolean;
  onKeep: () => void;
}

/** Everything by which somebody tells whether it is the same person, in words. */
const useFacts = () => {
  const { t } = useTranslation('people');
  const { number } = useLanguage();
  const roleName = useRoleName();
  const day = useDay();
  return (side: MergeSide): [label: string, value: string][] => {
    const { card, sessions } = side;
    const { count, first, last } = sessions;
    return [
      [t('column.role'), roleName(card.role, card.gender)],
      [t('field.title'), side.title ?? t('none')],
      [t('column.standing'), t(`standing.${side.standing}`)],
      [
        t('column.photo'),
        side.photoDate === null
          ? t(`photoAge.${side.photoAge === 'none' ? 'none' : 'undated'}`)
          : t('photo.taken', { date: day(side.photoDate) }),
      ],
      [t('pair.badges'), number(side.badges)],
      [t('pair.number'), t(side.numbered ? 'yes' : 'none')],
      [
        t('pair.sessions'),
        first === null || last === null
          ? number(count)
          : t('pair.sessionsBetween', { count, first: day(first), last: day(last) }),
      ],
      [t('pair.added'), day(side.added)],
      [t('pair.access'), side.access === null ? t('none') : t(`access.${side.access}`)],
    ];
  };
};

/** One of the two. Where the other one says something else, it is set apart. */
const SideCard = ({ side, other, obstacle, isKept, onKeep }: SideCardProps) => {
  const { t } = useTranslation('people');
  const facts = useFacts();
  const { card } = side;
  const { family } = roleOf(card.role);
  const others = new Map(facts(other));
  return (
    <section className={style.side} data-family={family} data-kept={isKept || undefined}>
      <div className={style.who}>
        <Portrait person={card} family={family} className={style.portrait} />
        <h2>
          <Name>{wholeName(card)}</Name>
        </h2>
      </div>
      <dl className={style.facts}>
        {facts(side).map(([label, value]) => (
          <div key={label} data-differs={others.get(label) !== value || undefined}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {obstacle === null ? (
        <Button aria-pressed={isKept} onPress={onKeep} className={style.keep}>
          {t(isKept ? 'pair.kept' : 'pair.keep')}
        </Button>
      ) : (
        <p className={style.obstacle}>{t(`pair.${obstacle}`)}</p>
      )}
    </section>
  );
};

/** Who stands there afterwards, as patients see them. */
const After = ({ card, children }: { card: PersonCard; children: ReactNode }) => {
  const { t } = useTranslation('people');
  const roleName = useRoleName();
  const { family } = roleOf(card.role);
  const section = useRef<HTMLElement>(null);
  // It comes up below what was pressed, where nobody would look for it.
  useEffect(() => {
    // Not returned: browsers begin to give a promise here, which is no way to clean up.
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={section} className={style.after} data-family={family}>
      <h2>{t('pair.after')}</h2>
      <div className={style.one}>
        <Portrait person={card} family={family} className={style.small} />
        <span>
          <Name className={style.name}>{wholeName(card)}</Name>
          <span className={style.role}>{roleName(card.role, card.gender)}</span>
          {card.line !== null && <bdi className={people.quiet}>{card.line}</bdi>}
        </span>
      </div>
      <p className={people.what}>{t('pair.afterWhat')}</p>
      {children}
    </section>
  );
};
