import { roleOf } from '../../../core/roles.ts';
import type { Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';
import { Portrait } from '../../ui/portrait.tsx';
import style from './faces.module.css';

const most = 6;

/** A first glimpse of who is there: faces only, no names yet. */
export const Faces = ({ session, people }: { session: Session; people: Record<string, PersonCard> }) => {
  const here = session.participants.filter((one) => one.left === null).slice(0, most);
  return (
    <div className={style.faces} data-count={here.length}>
      {here.map(({ id, person, role }) => {
        const card = people[person];
        return card === undefined ? null : (
          <Portrait key={id} person={card} family={roleOf(role).family} className={style.face} />
        );
      })}
    </div>
  );
};
