interface Named {
  given: string;
  family: string | null;
}

/**
 * The order of a list of people in a language (BCP 47): by family name, then by given name, as that language sorts letters;
 * whoever has one name stands by that.
 */
export const inOrder = (language: string): ((one: Named, other: Named) => number) => {
  const { compare } = new Intl.Collator(language);
  return (one, other) =>
    compare(one.family ?? one.given, other.family ?? other.given) || compare(one.given, other.given);
};
