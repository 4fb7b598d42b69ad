import type { openPeeps } from '@dicebear/collection';

type Parts = NonNullable<Parameters<typeof openPeeps.create>[0]['options']>;
type Part<K extends keyof Parts> = NonNullable<Parts[K]> extends readonly (infer P)[] ? P : never;

/** How one person is drawn: parts by their Open Peeps names, colours as hex without '#'. */
export interface Portrait {
  id: string;
  head: Part<'head'>;
  face: Extract<Part<'face'>, 'smile' | 'calm' | 'cute'>;
  skin: string;
  /** Hair, beard and the lines of the head; for a hijab its cloth. */
  hair: string;
  /** Hair that is drawn as an outline (grey bun, blond bangs) is filled with this. */
  hairFill?: string;
  scrubs: string;
  beard?: Part<'facialHair'>;
  glasses?: Part<'accessories'>;
  /** Left and top edge of the picture, in units of the drawing. */
  left: number;
  top?: number;
  /** Where hair covers the ear it also lies over the mask and the glasses, as far as this. */
  hairOver?: number;
}

const INK = '221a17';
const TEAL = '2f7f86';
const BLUE = '2f6fa8';
const GREEN = '5b935c';
const PLUM = '7c5c98';

export const portraits: readonly Portrait[] = [
  { id: 'amara', head: 'afro', face: 'smile', skin: '7d4c30', hair: '35211a', scrubs: TEAL, left: 88 },
  {
    id: 'kofi',
    head: 'noHair2',
    face: 'smile',
    skin: '63402b',
    hair: '2a1711',
    scrubs: TEAL,
    left: 104,
    beard: 'full',
  },
  {
    id: 'ines',
    head: 'longBangs',
    face: 'calm',
    skin: 'e2ab86',
    hair: '38221a',
    scrubs: BLUE,
    left: 66,
    hairOver: 330,
  },
  {
    id: 'yusuf',
    head: 'turban',
    face: 'smile',
    skin: 'bb7d58',
    hair: '2a1b15',
    scrubs: TEAL,
    left: 109,
    beard: 'full2',
    hairOver: 262,
  },
  {
    id: 'linh',
    head: 'bun',
    face: 'cute',
    skin: 'efc9a0',
    hair: '36241e',
    scrubs: GREEN,
    left: 62,
    top: -30,
  },
  {
    id: 'rosa',
    head: 'bangs2',
    face: 'smile',
    skin: 'c98d63',
    hair: '3a221a',
    scrubs: BLUE,
    left: 104,
    hairOver: 300,
  },
  {
    id: 'tom',
    head: 'short4',
    face: 'smile',
    skin: 'f4d2b8',
    hair: INK,
    hairFill: '5a3826',
    scrubs: GREEN,
    left: 110,
    glasses: 'glasses2',
  },
  {
    id: 'fatima',
    head: 'hijab',
    face: 'smile',
    skin: 'd9a67b',
    hair: '3d2c4d',
    scrubs: PLUM,
    left: 91,
    hairOver: 300,
  },
  {
    id: 'mei',
    head: 'mediumStraight',
    face: 'calm',
    skin: 'f2d3b6',
    hair: '3d2b24',
    scrubs: PLUM,
    left: 97,
    glasses: 'glasses2',
    hairOver: 362,
  },
  {
    id: 'nadia',
    head: 'grayMedium',
    face: 'smile',
    skin: 'd8a27a',
    hair: INK,
    hairFill: '8d8781',
    scrubs: BLUE,
    left: 80,
  },
  {
    id: 'bjorn',
    head: 'grayShort',
    face: 'smile',
    skin: 'f3cdb4',
    hair: INK,
    hairFill: 'f1ede4',
    scrubs: TEAL,
    left: 100,
    beard: 'full4',
  },
  {
    id: 'sok-ja',
    head: 'grayBun',
    face: 'calm',
    skin: 'efcba6',
    hair: INK,
    hairFill: 'd8d4cd',
    scrubs: PLUM,
    left: 72,
    glasses: 'glasses5',
    hairOver: 310,
  },
  {
    id: 'olena',
    head: 'bangs',
    face: 'smile',
    skin: 'f6d7c1',
    hair: INK,
    hairFill: 'dcb46c',
    scrubs: BLUE,
    left: 84,
  },
  {
    id: 'thandiwe',
    head: 'cornrows2',
    face: 'smile',
    skin: '6e432b',
    hair: '311d15',
    scrubs: GREEN,
    left: 68,
  },
];
