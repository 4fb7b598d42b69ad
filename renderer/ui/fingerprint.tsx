import style from './fingerprint.module.css';

/** SHA-256 of a public key, 64 hex digits, in groups that two people can read to each other; left to right everywhere. */
export const Fingerprint = ({ hex }: { hex: string }) => (
  <span className={style.room}>
    <bdi className={style.fingerprint} dir="ltr" translate="no">
      {hex.match(/.{1,4}/gu)?.join(' ')}
    </bdi>
  </span>
);
