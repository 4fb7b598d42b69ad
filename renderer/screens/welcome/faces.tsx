import { roleOf } from '../../../core/roles.ts';
import type { Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';
import { Portrait } from '../../ui/portrait.tsx';
import style from './faces.module.css';

const most = 6;

/** How many stand side by side, and in how many rows. */
const shapeOf = (count: number): { across: number; down: number } => {
  if (count <= 3) return { across: Math.max(1, count), down: 1 };
  return { across: count === 4 ? 2 : 3, down: 2 };
};

/** A first glimpse of who is there: faces only, no names yet. */
export const Faces = ({ session, people }: { session: Session; people: Record<string, PersonCard> }) => {
  const here = session.participants.filter((one) => one.left === null).slice(0, most);
  const { across, down } = shapeOf(here.length);
  return (
    <div
      className={style.faces}
      style={{ '--count': Math.max(1, here.length), '--across': across, '--down': down }}
    >
      <div className={style.rows}>
        {here.map(({ id, person, role }) => {
          const card = people[person];
          return card === undefined ? null : (
            <Portrait key={id} person={card} family={roleOf(role).family} className={style.face} />
          );
        })}
      </div>
    </div>
  );
};
