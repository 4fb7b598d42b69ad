import * as z from 'zod';

/**
 * An opaque id as the log knows people, places and sessions: no spaces, plain letters, so that nothing that reads
 * as a name in full, or in another script, can pass for one.
 */
export const opaqueId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/);

/** A UUID of any version, in lower case: the one form in which the record has it. */
export const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** The language of a screen, BCP 47: a language, and a script or a region where it needs one. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);
