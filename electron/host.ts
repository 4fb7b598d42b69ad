/**
 * What only a host can do; null where this one cannot. Free disk space and the keys are files to both, and windows and
 * displays are the shell’s alone (electron/shell/), so none of them is asked for here.
 */
export interface Host {
  /** The page in the kiosk’s window as it would be printed, as a PDF. Throws where there is no such page now. */
  readonly pdf: (() => Promise<Uint8Array<ArrayBuffer>>) | null;
}

/** A browser prints what is before it when its page says so, with a window of its own in which a PDF can be saved. */
export const browserHost: Host = { pdf: null };
