import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from 'react-i18next';
import { type RoleId, roleOf } from '../../../core/roles.ts';
import type { Part } from '../../../core/session/words.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { BreakableName } from '../../ui/breakable-name.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Tick } from '../../ui/mark.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import { RoleWords } from '../../ui/role-words.tsx';
import style from './face.module.css';
import { PartButton } from './part-button.tsx';
import { PartMark } from './part-mark.tsx';
import { partAfter } from './turnover.ts';

interface FaceProps {
  person: PersonCard;
  /** What they are called here, where their first name does not tell them from the others. */
  name?: string | undefined;
  /** The role they have today, if they are chosen. */
  today: RoleId | null;
  /** What a shift change is for them, once they are chosen; undefined where it is none. */
  part?: Part | null | undefined;
  onToggle: () => void;
  /** Asks for their role today. */
  onRole?: () => void;
  onPart?: (part: Part | null) => void;
}

/** Somebody who can be chosen; once they are, their role today can be changed under their name. */
export const Face = ({ person, name = person.first, today, part, onToggle, onRole, onPart }: FaceProps) => {
  const { t } = useTranslation('start');
  const roleName = useRoleName();
  const shown = today ?? person.role;
  const { family, learner } = roleOf(shown);
  const words = (
    <>
      <span className={classes(style.name, name !== person.first && style.whole)}>
        <BreakableName>{name}</BreakableName>
      </span>
      <RoleWords className={style.role}>{roleName(shown, person.gender)}</RoleWords>
    </>
  );
  const isChosen = today !== null && onRole !== undefined;
  return (
    <li
      className={style.face}
      data-family={family}
      data-part={part === undefined ? undefined : (part ?? 'staying')}
    >
      <ToggleButton
        isSelected={today !== null}
        onChange={onToggle}
        className={classes(style.choose)}
        {...(isChosen ? { 'aria-label': learner ? `${t('student')} ${name}` : name } : {})}
      >
        <span className={style.photo}>
          <Portrait person={person} family={family} className={style.portrait} />
          {learner && <span className={style.student}>{t('student')}</span>}
          <span className={style.chosen}>{part === undefined ? <Tick /> : <PartMark part={part} />}</span>
        </span>
        {!isChosen && <span className={style.words}>{words}</span>}
      </ToggleButton>
      {isChosen && (
        <Button variant="plain" className={classes(style.words, style.change)} onPress={onRole}>
          {words}
          <span className="only-heard">{t('changeRole')}</span>
        </Button>
      )}
      {isChosen && part !== undefined && onPart !== undefined && (
        <PartButton name={name} part={part} onPress={() => onPart(partAfter(part))} />
      )}
    </li>
  );
};
