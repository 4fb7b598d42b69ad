import { skyAt } from './part-of-day.ts';
import style from './sky.module.css';

/** The sun, or at night the moon, where it stands now: a window, so that the room knows the time of day too. */
export const Sky = ({ now }: { now: Date }) => {
  const { across, height, light } = skyAt(now.getHours() + now.getMinutes() / 60);
  return (
    <div
      aria-hidden="true"
      className={style.disc}
      data-light={light}
      style={{ '--across': across, '--height': height }}
    />
  );
};
