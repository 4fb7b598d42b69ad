import { create } from 'qrcode';
import { isDark, type QrModules, qrOptions, qrSegments, quietZone } from '../../core/log/qr.ts';
import { Problem } from '../problem.ts';

/** Black on white, whatever the colours of the terminal are: not every reader takes a code in the negative. */
const [colours, end] = ['\u001b[30;107m', '\u001b[0m\n'];

/** Two modules, one above the other, in one character. */
const cell = (top: boolean, bottom: boolean): string =>
  top && bottom ? '█' : top ? '▀' : bottom ? '▄' : ' ';

const drawn = (modules: QrModules): string => {
  const last = modules.size + quietZone;
  let text = '';
  for (let row = -quietZone; row < last; row += 2) {
    text += colours;
    for (let column = -quietZone; column < last; column += 1)
      text += cell(isDark(modules, row, column), isDark(modules, row + 1, column));
    text += end;
  }
  return text;
};

/**
 * A QR code of the text for a terminal of so many columns (undefined where the output is none), in lines that each end
 * with LF. Throws a Problem where it would be broken into pieces.
 */
export const terminalQr = (text: string, columns: number | undefined): string => {
  const { modules } = create(qrSegments(text), qrOptions);
  const needed = modules.size + 2 * quietZone;
  if (columns !== undefined && columns < needed)
    throw new Problem(`The QR code needs ${needed} columns, and this window has ${columns}: make it wider.`);
  return drawn(modules);
};
