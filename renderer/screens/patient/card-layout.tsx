import type { ReactNode } from 'react';
import { type RoleId, roleOf } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { MoreBelow } from '../../ui/more-below.tsx';
import style from './card-layout.module.css';
import { Face } from './face.tsx';
import { PersonCaption, PersonWords } from './person-words.tsx';

interface CardLayoutProps {
  person: PersonCard;
  role: RoleId;
  /** Whether they will see each other again, where the role does not say it. */
  again?: string | null;
  /** The line at the top: where we are, and what was just recorded. */
  head: ReactNode;
  /** What stands quietly under the words. */
  aside?: ReactNode;
  /** The one thing to do, at the bottom edge, on the side of the hand. */
  primary: ReactNode;
  /** The other good answers, beside it. */
  others?: ReactNode;
}

/** One person, as large as the screen allows. A new person arrives in reading direction; the buttons stay still. */
export const CardLayout = ({ person, role, again = null, head, aside, primary, others }: CardLayoutProps) => (
  <main className={style.screen}>
    <div className={style.card}>
      <div className={style.head}>{head}</div>
      <div className={style.face} key={`face ${person.id}`}>
        <Face person={person} family={roleOf(role).family} />
      </div>
      <div className={style.caption} key={`caption ${person.id}`}>
        <PersonCaption person={person} />
      </div>
      <div className={style.words} aria-live="polite">
        <div className={style.arriving} key={person.id}>
          <PersonWords person={person} role={role} again={again} />
        </div>
      </div>
      <div className={style.aside}>{aside}</div>
      <div className={style.foot}>
        {others !== undefined && <div className={style.others}>{others}</div>}
        <div className={style.primary}>
          <MoreBelow />
          {primary}
        </div>
      </div>
    </div>
  </main>
);
