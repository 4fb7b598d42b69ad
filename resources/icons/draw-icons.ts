import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Draws the program's icon from mark.svg, as electron-builder wants it: one large PNG, from which it makes .ico and .icns. */
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
await sharp(here('mark.svg'), { density: 288 }).resize(1024).png({ palette: true }).toFile(here('icon.png'));
