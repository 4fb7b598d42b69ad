import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import { roleOf } from '../../../core/roles.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { classes } from '../../ui/classes.ts';
import { Name } from '../../ui/name.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import pressable from '../../ui/pressable.module.css';
import type { Member } from '../board/members.ts';
import style from './room.module.css';
import { linesOf, longestWord, roomGrid } from './room-grid.ts';

interface RoomGridProps {
  label: string;
  count: number;
  /** Whether all of it must fit the screen, because nobody can scroll it. */
  fixed?: boolean;
  children: ReactNode;
}

/** The team, laid out so that a masked colleague reads every name from across the room. */
export const RoomGrid = ({ label, count, fixed = false, children }: RoomGridProps) => {
  const { wide, tall } = roomGrid(count);
  return (
    <ul
      aria-label={label}
      className={classes(style.grid, fixed && style.fixed)}
      style={{ '--wide': wide, '--tall': tall }}
    >
      {children}
    </ul>
  );
};

interface RoomTileProps {
  member: Member;
  masked: boolean;
  /** `done`: was heard; `now`: it is their turn; `away`: steps back. Each also differs in more than its colour. */
  look: 'open' | 'done' | 'now' | 'away';
  /** Where they stand, in words. */
  said?: ReactNode;
  /** What a touch does, said to a screen reader after what is seen. Where nothing is touched, leave both out. */
  does?: string;
  onPress?: () => void;
  /** Other things to touch. */
  corner?: ReactNode;
}

/** One person as the room sees them: face, name, role, and a line about where they stand. */
export const RoomTile = ({ member, masked, look, said, does, onPress, corner }: RoomTileProps) => {
  const { participant, person } = member;
  const roleName = useRoleName();
  const { family } = roleOf(participant.role);
  const role = roleName(participant.role, person.gender);
  const { lines, letters } = linesOf(person.first);
  const seen = (
    <>
      <Portrait person={person} family={family} masked={masked} className={style.photo} />
      <span className={style.words}>
        <span className={style.name}>
          <Name>{person.first}</Name>
        </span>{' '}
        <span className={style.role}>{role}</span>
      </span>
      <span className={style.said}>{said}</span>
    </>
  );
  return (
    <li
      className={style.tile}
      data-look={look}
      data-family={family}
      data-long={lines > 1 || undefined}
      style={{ '--lines': lines, '--letters': letters, '--word': longestWord(role) }}
    >
      {onPress === undefined ? (
        <div className={style.main}>{seen}</div>
      ) : (
        <Button className={classes(pressable.pressable, style.main)} onPress={onPress}>
          {seen}
          {does !== undefined && <VisuallyHidden elementType="span">{does}</VisuallyHidden>}
        </Button>
      )}
      {corner !== undefined && <div className={style.corner}>{corner}</div>}
    </li>
  );
};
