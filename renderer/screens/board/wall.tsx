import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import { useTranslation } from 'react-i18next';
import { type RoleFamily, type RoleId, roleOf } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { classes } from '../../ui/classes.ts';
import { Name } from '../../ui/name.tsx';
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

interface TileProps {
  /** `done` rests in the accent's soft fill, `away` steps back. */
  look: 'open' | 'done' | 'away';
  /** What became of it, in words. */
  said: ReactNode;
  /** What else is to be known, in a line under the role. */
  note?: ReactNode;
  /** What a touch does, said to a screen reader after what is seen. */
  does?: string;
  /** Without it the tile is only looked at, as on the second display. */
  onPress?: (() => void) | undefined;
  /** A second thing to touch, in the corner. */
  corner?: ReactNode;
}

interface WallTileProps extends TileProps {
  person: PersonCard;
  role: RoleId;
  masked?: boolean;
  /** Whether they learn with the team: said in words, in as many as there is room for. */
  learner?: boolean;
}

/** One person on the wall: face, name, role, and a line about where they stand. */
export const WallTile = ({ person, role, masked = false, learner = false, ...rest }: WallTileProps) => {
  const { t } = useTranslation('roles');
  const roleName = useRoleName();
  const { family } = roleOf(role);
  const name = roleName(role, person.gender);
  return (
    <Tile
      {...rest}
      family={family}
      photo={<Portrait person={person} family={family} masked={masked} className={style.photo} />}
      name={person.first}
      role={
        learner ? (
          <>
            <span className={style.long}>{t('learner', { role: name })}</span>
            <span className={style.short}>{name}</span>
          </>
        ) : (
          name
        )
      }
    />
  );
};

/** Somebody helps whom nobody of the team is: an interpreter in the room, or on the telephone. */
export const InterpreterTile = ({ how, ...rest }: { how: 'remote' | 'in-person' } & Partial<TileProps>) => {
  const { t } = useTranslation('board');
  return (
    <Tile
      look="open"
      {...rest}
      family="support"
      photo={
        <span className={classes(style.photo, style.voices)}>
          <Voices />
        </span>
      }
      name={t('interpreter.name')}
      role={t(`interpreter.${how}`)}
      said={rest.said ?? null}
    />
  );
};

interface FrameProps extends TileProps {
  family: RoleFamily;
  photo: ReactNode;
  name: string;
  role: ReactNode;
}

const Tile = ({ look, said, note, does, onPress, corner, family, photo, name, role }: FrameProps) => {
  const inside = (
    <>
      {photo}
      <span className={style.words}>
        <span className={style.name} style={{ '--letters': lettersInLine(name) }}>
          <Name>{name}</Name>
        </span>{' '}
        <span className={style.role}>{role}</span>
        {note !== undefined && <span className={style.note}>{note}</span>}
      </span>
      <span className={style.said}>{said}</span>
      {does !== undefined && <VisuallyHidden elementType="span">{does}</VisuallyHidden>}
    </>
  );
  return (
    <li className={style.tile} data-look={look} data-family={family}>
      {onPress === undefined ? (
        <div className={style.main}>{inside}</div>
      ) : (
        <Button className={classes(pressable.pressable, style.main)} onPress={onPress}>
          {inside}
        </Button>
      )}
      {corner !== undefined && <div className={style.corner}>{corner}</div>}
    </li>
  );
};

/** Two who speak: an interpreter without a face. */
const Voices = () => (
  <svg viewBox="0 0 48 40" aria-hidden="true">
    <path d="M7 5h20a4 4 0 0 1 4 4v9a4 4 0 0 1-4 4H15l-6 5v-5H7a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4z" />
    <path d="M36 14h5a4 4 0 0 1 4 4v9a4 4 0 0 1-4 4h-2v5l-6-5H22a4 4 0 0 1-4-4" />
  </svg>
);
