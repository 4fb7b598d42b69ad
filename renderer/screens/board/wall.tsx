import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import { type RoleId, roleOf } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { classes } from '../../ui/classes.ts';
import { Portrait } from '../../ui/portrait.tsx';
import pressable from '../../ui/pressable.module.css';
import style from './wall.module.css';

/** How many stand side by side, so that everybody fits on one screen and the faces stay as large as they can. */
const columnsFor = (count: number): { wide: number; tall: number } => {
  if (count <= 3) return { wide: count, tall: 1 };
  if (count === 4) return { wide: 2, tall: 2 };
  return { wide: count <= 9 ? 3 : count <= 16 ? 4 : 5, tall: count <= 12 ? 2 : 3 };
};

interface WallProps {
  label: string;
  count: number;
  children: ReactNode;
}

/** The whole team, to be read from across the room. */
export const Wall = ({ label, count, children }: WallProps) => {
  const { wide, tall } = columnsFor(Math.max(1, count));
  return (
    <ul aria-label={label} className={style.wall} style={{ '--wide': wide, '--tall': tall }}>
      {children}
    </ul>
  );
};

/** How many letters the longest line of a name has, when it is broken into two: names of any length stay whole. */
const lettersInLine = (name: string): number => {
  const words = name.split(/[\s-]+/u).map((word) => [...word].length);
  return Math.max(4, ...words, Math.ceil([...name].length / 2));
};

interface WallTileProps {
  person: PersonCard;
  role: RoleId;
  masked?: boolean;
  /** What a touch does, said to a screen reader after what is seen. */
  does?: string;
  /** `done` rests in the accent's soft fill, `away` steps back. */
  look: 'open' | 'done' | 'away';
  /** What became of it, in words. */
  said: ReactNode;
  onPress: () => void;
  /** A second thing to touch, in the corner. */
  corner?: ReactNode;
}

/** One person on the wall: face, name, role, and a line about where they stand. */
export const WallTile = (props: WallTileProps) => {
  const { person, role, masked = false, does, look, said, onPress, corner } = props;
  const roleName = useRoleName();
  const { family } = roleOf(role);
  const letters = lettersInLine(person.first);
  return (
    <li className={style.tile} data-look={look} data-family={family}>
      <Button className={classes(pressable.pressable, style.main)} onPress={onPress}>
        <Portrait person={person} family={family} masked={masked} className={style.photo} />
        <span className={style.words}>
          <span className={style.name} style={{ '--letters': letters }}>
            <bdi>{person.first}</bdi>
          </span>{' '}
          <span className={style.role}>{roleName(role, person.gender)}</span>
        </span>
        <span className={style.said}>{said}</span>
        {does !== undefined && <VisuallyHidden elementType="span">{does}</VisuallyHidden>}
      </Button>
      {corner !== undefined && <div className={style.corner}>{corner}</div>}
    </li>
  );
};
