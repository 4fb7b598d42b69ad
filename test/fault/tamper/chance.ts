import { Chance } from '../../../electron/services/simulate/chance.ts';

/** Chance that can be had again from its seed, as cases need it. */
export class Dice extends Chance {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  /** One of these, of which there has to be one. */
  any<Item>(items: readonly Item[]): Item {
    const [first, ...others] = items;
    if (first === undefined) throw new RangeError('There is nothing to choose from');
    return this.oneOf([first, ...others]);
  }
}
