import { change, query } from './sql.ts';

export const soundBytes = query<{ bytes: Uint8Array<ArrayBuffer> }, { hash: string }>(
  'select bytes from sound where hash = :hash',
);

export const putSound = change<{ hash: string; bytes: Uint8Array }>(
  'insert into sound (hash, bytes) values (:hash, :bytes) on conflict (hash) do nothing',
);

/** Deletes every sound that is nobody's any more. Pages are overwritten as they are freed (secure_delete). */
export const dropUnusedSounds = change(
  'delete from sound where hash not in (select name_sound from person where name_sound is not null)',
);
