/**
 * How this program makes QR codes (ISO/IEC 18004) of what it signs, given to the `create` of the library qrcode: as one
 * segment of bytes, so that what is scanned is the text in UTF-8, byte for byte; at error correction M, so that about
 * 15 % of it may be stained. A checkpoint has about 250 bytes: version 11 or 12, 61 or 65 modules; with the quiet zone
 * and half a millimetre a module it prints in under 37 mm.
 */
export const qrOptions = { errorCorrectionLevel: 'M' } as const;

export const qrSegments = (text: string): { mode: 'byte'; data: Uint8Array }[] => [
  { mode: 'byte', data: new TextEncoder().encode(text) },
];

/** The modules of a code, row by row: not 0 is dark. */
export interface QrModules {
  size: number;
  data: ArrayLike<number>;
}

/** How many light modules there have to be around a code (ISO/IEC 18004, “quiet zone”). */
export const quietZone = 4;

export const isDark = ({ size, data }: QrModules, row: number, column: number): boolean =>
  row >= 0 && row < size && column >= 0 && column < size && data[row * size + column] !== 0;

/**
 * The dark modules as the `d` of an SVG path that is to be filled, a module being 1 long; the quiet zone is in it, so
 * that the view box is `0 0 side side`, where side is size + 2 · quietZone. What is below has to be light.
 */
export const qrPath = (modules: QrModules): string => {
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    let length = 0;
    for (let column = 0; column <= modules.size; column += 1) {
      if (isDark(modules, row, column)) length += 1;
      else if (length > 0) {
        path += `M${quietZone + column - length} ${quietZone + row}h${length}v1h-${length}z`;
        length = 0;
      }
    }
  }
  return path;
};
