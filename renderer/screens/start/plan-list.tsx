import { useEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../core/names.ts';
import { sessionKinds } from '../../../core/session/words.ts';
import type { PersonCard, StartView } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { classes } from '../../ui/classes.ts';
import pressable from '../../ui/pressable.module.css';
import { Segments } from '../../ui/segments.tsx';
import { type Draft, type DraftChange, isFrom } from './draft.ts';
import style from './plan-list.module.css';

interface PlanListProps {
  start: StartView;
  draft: Draft;
  change: (change: DraftChange) => void;
}

/** What is on here today. One touch on a card brings its team. */
export const PlanList = ({ start, draft, change }: PlanListProps) => {
  const { t } = useTranslation('start');
  const { language, time } = useLanguage();
  const people = new Map(start.people.map((person) => [person.id, person]));
  const count = (team: readonly unknown[]) => t('people', { count: team.length });
  const before = teamBefore(start, draft.next);
  const here = before.map(({ person }) => person);
  const nothing = start.schedule.length === 0 && before.length === 0;
  return (
    <section className={style.plan} aria-label={t('plan')} lang={language}>
      <Segments
        label={t('kind.label')}
        options={sessionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={draft.kind}
        onChange={(value) => change({ type: 'set', values: { kind: value } })}
      />
      {nothing ? (
        <p className={style.nothing}>{t('nothing')}</p>
      ) : (
        <div className={style.cards}>
          {start.schedule.map((one) => (
            <PlanCard
              key={one.id}
              title={headline(time(onClock(one.time)), people.get(one.lead ?? ''))}
              hint={[
                one.kind === 'shift-change' && t(`kind.${one.kind}`),
                count(one.team),
                one.held && t('held'),
              ]
                .filter(Boolean)
                .join(' · ')}
              isSelected={isFrom(draft, one)}
              onSelect={() => change({ type: 'scheduled', scheduled: one, here })}
            />
          ))}
          {before.length > 0 && (
            <PlanCard
              title={t(draft.next === null ? 'last' : 'hereNow')}
              hint={count(before)}
              isSelected={draft.from === 'last-team'}
              onSelect={() => change({ type: 'last-team', team: before })}
            />
          )}
          <PlanCard
            title={t('blank')}
            hint={t('blankHint')}
            isSelected={draft.from === 'blank'}
            onSelect={() => change({ type: 'blank' })}
          />
        </div>
      )}
    </section>
  );
};

/** Who was with this patient before: the team that is here now, or that was here last. */
export const teamBefore = (start: StartView, next: Draft['next']): StartView['lastTeam'] =>
  next?.team ?? start.lastTeam;

const headline = (time: string, lead: PersonCard | undefined): string =>
  lead === undefined ? time : `${time} · ${wholeName(lead)}`;

/** A wall time of today, HH:MM, as a moment. */
const onClock = (time: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(new Date().setHours(hours, minutes, 0, 0));
};

interface PlanCardProps {
  title: string;
  hint: string;
  isSelected: boolean;
  onSelect: () => void;
}

/** Whether anything of a card is in sight in its list. */
const isSeen = (card: Element): boolean => {
  const list = card.parentElement?.getBoundingClientRect();
  const { top, bottom, left, right } = card.getBoundingClientRect();
  return (
    list !== undefined && bottom > list.top && top < list.bottom && right > list.left && left < list.right
  );
};

/** Whether all of a card is in sight in its list. */
const isWhole = (card: Element): boolean => {
  const list = card.parentElement?.getBoundingClientRect();
  const { top, bottom, left, right } = card.getBoundingClientRect();
  return (
    list !== undefined && top >= list.top && bottom <= list.bottom && left >= list.left && right <= list.right
  );
};

/** What is kept free in the list around a card, for its focus ring. */
const ring = 8;

/** Scrolls the list, and not the page around it. */
const beginWith = (card: Element): void => {
  const list = card.parentElement;
  if (list === null) return;
  const [at, frame] = [card.getBoundingClientRect(), list.getBoundingClientRect()];
  const left = list.matches(':dir(rtl)') ? at.right - frame.right + ring : at.left - frame.left - ring;
  list.scrollBy({ top: at.top - frame.top - ring, left });
};

/** The list begins with the card; near its end, where it cannot, with the one that would be cut, if both are whole then. */
const bringIntoSight = (card: HTMLElement): void => {
  beginWith(card);
  const cut = [...(card.parentElement?.children ?? [])].find((one) => isSeen(one) && !isWhole(one));
  if (cut === undefined || !(cut.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING)) return;
  beginWith(cut);
  if (!isWhole(card)) beginWith(card);
};

const PlanCard = ({ title, hint, isSelected, onSelect }: PlanCardProps) => {
  const card = useRef<HTMLButtonElement>(null);
  // What the clock chose may stand below the edge of the list; and where the tablet is turned, the list runs the other way.
  useEffect(() => {
    if (!isSelected) return undefined;
    const show = () => {
      if (card.current !== null && !isWhole(card.current)) bringIntoSight(card.current);
    };
    show();
    const turned = window.matchMedia('(orientation: portrait)');
    turned.addEventListener('change', show);
    return () => turned.removeEventListener('change', show);
  }, [isSelected]);
  return (
    <ToggleButton
      ref={card}
      isSelected={isSelected}
      onChange={onSelect}
      className={classes(pressable.pressable, style.card)}
    >
      <bdi className={style.title}>{title}</bdi>
      <span className={style.hint}>{hint}</span>
    </ToggleButton>
  );
};
