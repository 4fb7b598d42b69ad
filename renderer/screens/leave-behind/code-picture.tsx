import type { QrCode } from '../../ui/qr-code.ts';
import style from './leave-behind.module.css';

interface CodePictureProps {
  code: QrCode;
  label: string;
}

/** A code, black on white by night too: that is what cameras read. Its style says how large, in whole modules. */
export const CodePicture = ({ code: { side, path }, label }: CodePictureProps) => (
  <svg
    className={style.picture}
    style={{ '--side': side }}
    role="img"
    aria-label={label}
    viewBox={`0 0 ${side} ${side}`}
    shapeRendering="crispEdges"
  >
    <path d={path} />
  </svg>
);
