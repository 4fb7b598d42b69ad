import { mkdir, writeFile } from 'node:fs/promises';
import { openPeeps } from '@dicebear/collection';
import { createAvatar } from '@dicebear/core';
import sharp from 'sharp';
import { type Portrait, portraits } from './portraits.ts';

const SIZE = { width: 800, height: 1000 };
/** The part of the drawing that is shown: the head takes about two thirds of its height. */
const FRAME = { width: 576, height: 720, top: 20 };
/** The photo ground by day. There the outline cannot be seen; at night it keeps dark hair apart. */
const OUTLINE = '#ece3d5';

const some = <T>(part: T | undefined) => (part === undefined ? [] : [part]);
const chance = (part: unknown) => (part === undefined ? 0 : 100);

/** The six layers of the drawing, from back to front. Every choice is made here, none by the seed. */
function layers(person: Portrait, mask: 'medicalMask' | undefined): string[] {
  const svg = createAvatar(openPeeps, {
    clip: false,
    head: [person.head],
    face: [person.face],
    skinColor: [person.skin],
    clothingColor: [person.scrubs],
    headContrastColor: [person.hairFill ?? person.hair],
    facialHair: some(person.beard),
    facialHairProbability: chance(person.beard),
    mask: some(mask),
    maskProbability: chance(mask),
    accessories: some(person.glasses),
    accessoriesProbability: chance(person.glasses),
  }).toString();
  return svg.replace(/<svg[^>]*>|<\/svg>|<metadata.*<\/metadata>/gs, '').split(/(?=<g transform=)/);
}

/** One person as SVG. Hair is never pure black, and the mask sits low enough to leave the eyes free. */
function picture(person: Portrait, masked: boolean): string {
  const [body = '', head = '', face, beard = '', mask = '', glasses] = layers(
    person,
    masked ? 'medicalMask' : undefined,
  );
  const tint = (layer: string) => layer.replaceAll('#000', `#${person.hair}`);
  const hair = tint(head).replaceAll(`#${person.skin}`, 'none');
  const { left, top = FRAME.top, hairOver = -200 } = person;
  return `
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${FRAME.width} ${FRAME.height}">
      <clipPath id="over"><path d="M-200-200H${hairOver}V1200H-200Z"/></clipPath>
      <filter id="outline" filterUnits="userSpaceOnUse" x="-200" y="-200" width="1100" height="1100">
        <feGaussianBlur in="SourceAlpha" stdDeviation="5"/>
        <feComponentTransfer result="shape"><feFuncA type="linear" slope="8" intercept="-.4"/></feComponentTransfer>
        <feFlood flood-color="${OUTLINE}"/>
        <feComposite in2="shape" operator="in"/>
        <feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>
      </filter>
      <g filter="url(#outline)">
        ${body}${tint(head)}${face}${tint(beard)}
        <g transform="translate(0 15)">${mask}</g>${glasses}
        <g clip-path="url(#over)">${hair}</g>
      </g>
    </svg>`;
}

async function drawAll(folder: URL): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const person of portraits) {
    for (const masked of [false, true]) {
      const image = await sharp(Buffer.from(picture(person, masked)), { density: 144 })
        .resize(SIZE)
        .webp({ quality: 80, effort: 6, smartSubsample: true })
        .toBuffer();
      await writeFile(new URL(`${person.id}${masked ? '-masked' : ''}.webp`, folder), image);
    }
  }
}

await drawAll(new URL('photos/', import.meta.url));
