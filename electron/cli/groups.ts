/** A fingerprint in groups of four, so that two people can compare it. */
export const inGroups = (hex: string): string => hex.replaceAll(/.{4}(?=.)/gu, '$& ');
