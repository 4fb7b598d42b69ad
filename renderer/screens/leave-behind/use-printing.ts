import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Puts a page up to be printed, and prints once its pictures and its letters are there. */
export const usePrinting = () => {
  const page = useRef<HTMLElement>(null);
  const underWay = useRef(false);
  const [isPrinting, setIsPrinting] = useState(false);
  const print = async () => {
    if (underWay.current) return;
    underWay.current = true;
    flushSync(() => setIsPrinting(true));
    const images = [...(page.current?.querySelectorAll('img') ?? [])];
    // One that cannot be had is not waited for: its place is a drawn figure.
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
    underWay.current = false;
    // Closed meanwhile: there is nothing to print.
    if (page.current !== null) window.print();
  };
  return { page, isPrinting, print };
};
