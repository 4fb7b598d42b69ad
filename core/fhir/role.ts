import { type RoleId, roleIds, roleOf } from '../roles.ts';
import { roleOfTitle } from '../roster/role-of-title.ts';
import { learnerWords } from '../roster/role-titles.ts';
import { wordsOf } from '../roster/vocabulary.ts';
import { doctorOfSpecialty, roleOfCode } from './role-codes.ts';
import type { Concept } from './shapes.ts';

/** What somebody does, as far as a resource says it; null where it does not, or in no way that is known here. */
export interface Work {
  role: RoleId | null;
  /** In the words of the file. */
  title: string | null;
  /** A code without words that is not known here. */
  unknownCode: string | null;
}

const learner = new Set([...learnerWords].flatMap(wordsOf));

/**
 * What the code and the specialty of a role mean. A code of SNOMED CT, of the NUCC or of HL7 says it, else its words do.
 * Whoever learns by the words is not shown as anything else, whatever the code: like CSV, nothing is guessed upwards.
 */
export const workOf = (codes: readonly Concept[], specialties: readonly Concept[]): Work => {
  const said = codes.length > 0 ? codes : specialties.filter((one) => roleOfConcept(one) !== null);
  const known = said.map((concept) => ({ concept, role: roleOfConcept(concept) }));
  const best = bestOf(known, ({ role }) => role) ?? known[0];
  if (best === undefined) return { role: null, title: null, unknownCode: null };
  const title = textsOf(best.concept)[0] ?? null;
  const [coding] = best.concept.coding ?? [];
  const code = [coding?.system, coding?.code].filter((part) => part !== undefined).join('|');
  return {
    role: best.role === 'hospital-doctor' ? doctorIn(specialties) : best.role,
    title,
    unknownCode: best.role === null && title === null && code !== '' ? code : null,
  };
};

const doctorIn = (specialties: readonly Concept[]): RoleId => {
  const exact = specialties
    .flatMap(({ coding = [] }) => coding)
    .map(({ system = '', code = '' }) =>
      system === 'http://snomed.info/sct' ? doctorOfSpecialty.get(code) : roleOfCode(system, code),
    )
    .find((role) => role === 'anesthesiologist' || role === 'surgeon');
  return exact ?? 'hospital-doctor';
};

/** Its own words first, then those of the coding that was picked by hand, then the others. */
const textsOf = ({ text, coding = [] }: Concept): string[] => {
  const picked = [...coding].sort(
    (one, two) => Number(two.userSelected ?? false) - Number(one.userSelected ?? false),
  );
  return [text, ...picked.map(({ display }) => display)].filter(
    (words): words is string => words !== undefined && words.trim() !== '',
  );
};

const roleOfConcept = (concept: Concept): RoleId | null => {
  const texts = textsOf(concept);
  const byText = texts.map(roleOfTitle).filter((role) => role !== null);
  const learning = byText.find((role) => roleOf(role).learner);
  if (learning !== undefined) return learning;
  if (texts.some((text) => wordsOf(text).some((word) => learner.has(word)))) return null;
  const byCode = (concept.coding ?? [])
    .map(({ system = '', code = '' }) => roleOfCode(system, code))
    .filter((role) => role !== null);
  return byCode.find((role) => role !== 'care-team-member') ?? byText[0] ?? byCode[0] ?? null;
};

/**
 * Of several things that somebody does, the one that they are shown with unless a session says otherwise: what they
 * learn before what they know, what is known here before what is not, then in the order of the catalogue.
 */
export const bestOf = <One>(
  several: readonly One[],
  roleIn: (one: One) => RoleId | null,
): One | undefined => {
  const rank = (one: One): number => {
    const role = roleIn(one);
    if (role === null) return 2 * roleIds.length;
    if (role === 'care-team-member') return 2 * roleIds.length - 1;
    return roleOf(role).learner ? roleIds.indexOf(role) : roleIds.length + roleIds.indexOf(role);
  };
  let best: One | undefined;
  for (const one of several) if (best === undefined || rank(one) < rank(best)) best = one;
  return best;
};
