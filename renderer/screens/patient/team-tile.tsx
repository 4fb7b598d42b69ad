import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { QuestionState } from '../../../core/questions.ts';
import { type RoleId, roleOf } from '../../../core/roles.ts';
import type { Status } from '../../../core/session/words.ts';
import type { PersonCard } from '../../../core/view.ts';
import { classes } from '../../ui/classes.ts';
import { Question, Tick } from '../../ui/mark.tsx';
import { Name } from '../../ui/name.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import pressable from '../../ui/pressable.module.css';
import { RoleWords } from '../../ui/role-words.tsx';
import { lettersIn } from '../team/room-grid.ts';
import style from './team-tile.module.css';

interface TeamTileProps {
  person: PersonCard;
  role: RoleId;
  /** How the introduction went; null while there is nothing to say about it. */
  status: Status | null;
  question: QuestionState;
  onPress: () => void;
}

const saidOf = (status: Status | null) =>
  status === null || status === 'already-known' || status === 'unable' ? null : (`status.${status}` as const);

/** One of the team: face, name, role, and what became of the introduction, in words. */
export const TeamTile = ({ person, role, status, question, onPress }: TeamTileProps) => {
  const { t } = useTranslation(['patient', 'roles']);
  const { family } = roleOf(role);
  const said = saidOf(status);
  return (
    <Button
      className={classes(pressable.pressable, style.tile)}
      onPress={onPress}
      data-family={family}
      data-status={status}
    >
      <Portrait person={person} family={family} className={style.face} />
      <span className={style.words} style={{ '--letters': Math.max(4, lettersIn(person.first)) }}>
        <Name className={style.name}>{person.first}</Name>
        <RoleWords className={style.role}>{t(`roles:${role}.name`, { context: person.gender })}</RoleWords>
        {said !== null && (
          <span className={style.said} data-met={status === 'introduced' || undefined}>
            {status === 'introduced' && <Tick />}
            <span>{t(said)}</span>
          </span>
        )}
        {question !== 'none' && (
          <span className={style.said}>
            {question === 'asked' ? <Question /> : <Tick />}
            {t(question === 'asked' ? 'hasQuestion' : 'questionAnswered')}
          </span>
        )}
      </span>
    </Button>
  );
};
