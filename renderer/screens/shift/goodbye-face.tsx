import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from 'react-i18next';
import { roleOf } from '../../../core/roles.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { BreakableName } from '../../ui/breakable-name.tsx';
import { classes } from '../../ui/classes.ts';
import { Portrait } from '../../ui/portrait.tsx';
import pressable from '../../ui/pressable.module.css';
import { RoleWords } from '../../ui/role-words.tsx';
import type { Member } from '../board/members.ts';
import { nameWidths } from '../team/room-grid.ts';
import style from './goodbye-face.module.css';

interface GoodbyeFaceProps extends Member {
  stays: boolean;
  onToggle: () => void;
}

/** Somebody who goes home: a touch lets them stay after all, and a second one lets them go. */
export const GoodbyeFace = ({ participant, person, stays, onToggle }: GoodbyeFaceProps) => {
  const { t } = useTranslation('shift');
  const roleName = useRoleName();
  const { family } = roleOf(participant.role);
  const [, two] = nameWidths(person.first);
  return (
    <li className={style.item} data-family={family}>
      <ToggleButton
        isSelected={stays}
        onChange={onToggle}
        className={classes(pressable.pressable, style.face)}
      >
        <span className={style.photo}>
          <Portrait person={person} family={family} className={style.portrait} />
        </span>
        <span className={style.words}>
          <span className={style.name} style={{ '--two': two }}>
            <BreakableName>{person.first}</BreakableName>
          </span>{' '}
          <RoleWords className={style.role}>{roleName(participant.role, person.gender)}</RoleWords>{' '}
          <span className={style.state}>{t(stays ? 'goodbye.stays' : 'goodbye.leaves')}</span>
        </span>
      </ToggleButton>
    </li>
  );
};
