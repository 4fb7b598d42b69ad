import { useState } from 'react';
import type { RoleFamily } from '../../core/roles.ts';
import type { PersonCard } from '../../core/view.ts';
import { classes } from './classes.ts';
import style from './portrait.module.css';

interface PortraitProps {
  person: Pick<PersonCard, 'first' | 'rest' | 'photo' | 'maskedPhoto'>;
  /** The hue of the ground behind the face. */
  family: RoleFamily;
  /** With mask and cap, as colleagues see each other in the theatre; patients always see the face. */
  masked?: boolean;
  className?: string | undefined;
}

/**
 * A face, 4:5 unless its class says otherwise. It is decoration to a screen reader: the name always stands beside it.
 */
export const Portrait = ({ person, family, masked = false, className }: PortraitProps) => {
  const photo = (masked ? person.maskedPhoto : null) ?? person.photo;
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <div className={classes(style.portrait, className)} data-family={family} aria-hidden="true">
      {photo === null || photo === broken ? (
        <Silhouette initials={initialsOf(person)} />
      ) : (
        <img src={photo} alt="" draggable={false} onError={() => setBroken(photo)} />
      )}
    </div>
  );
};

const Silhouette = ({ initials }: { initials: string }) => (
  <svg aria-hidden="true" viewBox="0 0 400 500" preserveAspectRatio="xMidYMid slice">
    <g className={style.figure}>
      <circle cx="200" cy="218" r="112" />
      <path d="M24 500c6-92 84-146 176-146s170 54 176 146z" />
    </g>
    <text x="200" y="222" className={style.initials}>
      {initials}
    </text>
  </svg>
);

/** One letter of each name; only the first where letters join or a name is one sign. */
const initialsOf = ({ first, rest }: { first: string; rest: string }): string => {
  const letter = (name: string) => [...new Intl.Segmenter().segment(name)][0]?.segment ?? '';
  const stands = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
  return stands.test(first) && stands.test(rest) ? letter(first) + letter(rest) : letter(first);
};
