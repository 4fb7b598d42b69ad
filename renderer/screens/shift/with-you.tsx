import type { ReactNode } from 'react';
import { roleOf } from '../../../core/roles.ts';
import { Portrait } from '../../ui/portrait.tsx';
import type { Member } from '../board/members.ts';
import style from './with-you.module.css';

interface WithYouProps {
  members: readonly Member[];
  children: ReactNode;
}

/** Who is with the patient from now on: their faces, small, and a sentence. */
export const WithYou = ({ members, children }: WithYouProps) => (
  <div className={style.withYou}>
    <div className={style.faces}>
      {members.map(({ participant, person }) => (
        <Portrait
          key={participant.id}
          person={person}
          family={roleOf(participant.role).family}
          className={style.face}
        />
      ))}
    </div>
    <p className={style.sentence}>{children}</p>
  </div>
);
