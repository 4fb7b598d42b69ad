import { Fragment } from 'react';
import style from './exports.module.css';

/** 64 hex digits in groups, to be read out or compared; copied they are without gaps. Left to right everywhere. */
export const Digest = ({ hex }: { hex: string }) => (
  <bdi className={style.digest} dir="ltr" translate="no">
    {(hex.match(/.{1,8}/gu) ?? []).map((group, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and none ever moves.
      <Fragment key={index}>
        <span className={style.group}>{group}</span>
        <wbr />
      </Fragment>
    ))}
  </bdi>
);
