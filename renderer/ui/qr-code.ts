import { create } from 'qrcode';
import { qrOptions, qrPath, qrSegments, quietZone } from '../../core/log/qr.ts';

/** A QR code to be drawn: how long each side is in modules, quiet zone included, and the path that is dark. */
export interface QrCode {
  side: number;
  path: string;
}

/** The QR code that says this text, byte for byte. To be loaded where one is wanted: no screen at the bedside needs it. */
export const qrCodeOf = (text: string): QrCode => {
  const { modules } = create(qrSegments(text), qrOptions);
  return { side: modules.size + 2 * quietZone, path: qrPath(modules) };
};
