import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import { useTranslation } from 'react-i18next';
import { type RoleFamily, roleOf } from '../../../core/roles.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { classes } from '../../ui/classes.ts';
import { Name } from '../../ui/name.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import pressable from '../../ui/pressable.module.css';
import { RoleWords } from '../../ui/role-words.tsx';
import type { Member } from '../board/members.ts';
import fit from './room-fit.module.css';
import { lettersIn, longestWord, nameWidths, roleSize } from './room-grid.ts';
import style from './room-tile.module.css';
import words from './room-words.module.css';

interface RoomTileProps {
  member: Member;
  masked: boolean;
  /** `done`: was heard, or met; `now`: it is about them; `away`: steps back. Each also differs in more than its colour. */
  look: 'open' | 'done' | 'now' | 'away';
  /** What else is to be known of them, in a line under the role. */
  note?: string;
  /** Where they stand, in words. Nothing yet keeps their place, so that nothing moves once they come; leave out where none do. */
  said?: ReactNode;
  /** The words of `said`, where they may be long. */
  saying?: string;
  /** What a touch does, said to a screen reader after what is seen. Where nothing is touched, leave both out. */
  does?: string;
  onPress?: () => void;
  /** Other things to touch; null where there are none now, but there were or will be. */
  corner?: ReactNode;
}

/** One person as the room sees them: face, name, role, and a line about where they stand. */
export const RoomTile = ({ member, masked, ...rest }: RoomTileProps) => {
  const { participant, person } = member;
  const roleName = useRoleName();
  const { family } = roleOf(participant.role);
  return (
    <Tile
      {...rest}
      family={family}
      photo={<Portrait person={person} family={family} masked={masked} className={style.photo} />}
      name={person.first}
      role={roleName(participant.role, person.gender)}
    />
  );
};

/** Somebody helps whom nobody of the team is: an interpreter in the room, or on the telephone. */
export const InterpreterTile = ({ how }: { how: 'remote' | 'in-person' }) => {
  const { t } = useTranslation('board');
  return (
    <Tile
      look="open"
      family="support"
      photo={
        <span className={classes(style.photo, style.voices)}>
          <Voices />
        </span>
      }
      name={t('interpreter.name')}
      role={t(`interpreter.${how}`)}
    />
  );
};

interface TileProps extends Omit<RoomTileProps, 'member' | 'masked'> {
  family: RoleFamily;
  photo: ReactNode;
  name: string;
  role: string;
}

const Tile = (props: TileProps) => {
  const { look, family, photo, name, role, note, said, saying, does, onPress, corner } = props;
  const [one, two, three] = nameWidths(name);
  const { letters, lines, mayBreak } = roleSize(role);
  const seen = (
    <>
      {photo}
      <span className={words.words}>
        <span className={words.name}>
          <Name>{name}</Name>
        </span>{' '}
        <RoleWords className={words.role}>{role}</RoleWords>
        {note !== undefined && <span className={words.note}>{note}</span>}
      </span>
      <span className={words.said}>{said}</span>
    </>
  );
  return (
    <li
      className={style.tile}
      data-look={look}
      data-family={family}
      data-corner={corner === undefined ? undefined : true}
      data-says={said === undefined ? undefined : true}
      data-may-break={mayBreak || undefined}
      style={{
        ...{ '--one': one, '--two': two, '--three': three },
        ...{ '--word': longestWord(role), '--role-letters': letters },
        ...{ '--under': lines, '--noted': note === undefined ? 0 : 1 },
        ...(saying === undefined ? {} : { '--saying': lettersIn(saying) }),
      }}
    >
      {onPress === undefined ? (
        <div className={classes(style.main, fit.fit)}>{seen}</div>
      ) : (
        <Button className={classes(pressable.pressable, style.main, fit.fit)} onPress={onPress}>
          {seen}
          {does !== undefined && <VisuallyHidden elementType="span">{does}</VisuallyHidden>}
        </Button>
      )}
      {corner != null && <div className={classes(style.corner, fit.fit)}>{corner}</div>}
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
