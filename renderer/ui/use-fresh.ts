import { useState } from 'react';

/**
 * State that begins anew each time a sheet opens, however it was closed: by its own button, because nobody was there any
 * more, or because the session went on elsewhere. `of`: whether it is open, or for whom; false or null while it is not.
 * While it closes it keeps what it shows.
 */
export const useFresh = <Value>(
  of: string | boolean | null,
  first: Value,
): [value: Value, set: (value: Value) => void] => {
  const [value, set] = useState<Value>(() => first);
  const [was, setWas] = useState(of);
  if (of !== was) {
    setWas(of);
    if (of !== false && of !== null) set(() => first);
  }
  return [value, set];
};
