import { cleanName, longestName } from '../names.ts';
import { ok, type Result, refuse } from '../result.ts';
import { languageOf } from '../roster/languages.ts';
import type { RosterPerson } from '../roster/person.ts';
import { quoted } from '../roster/problem.ts';
import { type Node, nodeInWords } from './graph.ts';
import { chooseName } from './human-name.ts';
import { numbersOf } from './identifiers.ts';
import { whenIs } from './period.ts';
import { errorAt, type FhirProblem, type Place } from './place.ts';
import type { Remark } from './remarks.ts';
import { bestOf } from './role.ts';
import { type Practitioner, practitioner } from './shapes.ts';
import { type Claim, notAsR4 } from './staff.ts';

/** Somebody as a Practitioner and their roles say. */
export interface FhirPerson extends Omit<RosterPerson, 'line'> {
  place: Place;
  /** The photo itself, in base64. */
  picture: string | null;
  /** For an order that does not hang on how the files are ordered. */
  key: string;
}

/** More than anybody speaks. */
const mostLanguages = 20;

interface Read {
  person: FhirPerson;
  remarks: Remark[];
}

/**
 * Reads a Practitioner with all that they do. Null, with the reason in a remark, for somebody who is not to be offered and
 * of whom nothing is known; `standing` is 'left' for whoever is no longer active or has only roles that ended.
 */
export const readPractitioner = (
  node: Node,
  claims: readonly Claim[],
  today: string,
): Result<Read | { person: null; remarks: Remark[] }, FhirProblem> => {
  const read = practitioner.safeParse(node.raw);
  if (!read.success) return refuse(notAsR4(node, read.error));
  const { active = true, identifier = [], name = [], photo = [], communication = [] } = read.data;
  const { place } = node;
  const remarks: Remark[] = [];
  const remark = (kind: Remark['kind'], value = ''): void => {
    remarks.push({ kind, value, place });
  };
  const optional = (text: string | null): string | null => {
    if (text === null || text.trim() === '') return null;
    const cleaned = cleanName(text);
    if ('name' in cleaned && !cleaned.name.includes('\ufffd')) return cleaned.name;
    remark('unusable', quoted(text));
    return null;
  };

  const when = offered(node, claims, active);
  if (when !== 'now') remark(when);
  if (when === 'to-come' || (when === 'over' && node.container !== null))
    return ok({ person: null, remarks });

  const chosen = chooseName(name, today);
  if (when === 'over' && (chosen === null || 'problem' in chosen)) return ok({ person: null, remarks });
  if (chosen === null)
    return refuse(
      errorAt(place, `${nodeInWords(node)} has no name that can be shown.`, 'Give it one that holds today.'),
    );
  if ('problem' in chosen) return refuse(unshowable(node, chosen.problem));
  if (chosen.divided) remark('divided');
  if (chosen.oneName) remark('one-name');

  const { kept, dropped } = numbersOf(identifier, today);
  if (dropped > 0) remark('private');

  const languages = communication.slice(0, mostLanguages).flatMap((one) => {
    const texts = [
      ...(one.coding ?? []).map(({ code }) => code),
      one.text,
      ...(one.coding ?? []).map((c) => c.display),
    ];
    const said = texts.filter((text) => text !== undefined && text.trim() !== '');
    const language = said.map((text) => languageOf(text ?? '')).find((tag) => tag !== null) ?? null;
    if (language === null && said[0] !== undefined) remark('unknown-language', quoted(said[0]));
    return language ?? [];
  });

  const { picture, photoTaken } = newestPhoto(photo, today);
  if (picture === null && photo.some(({ url }) => url !== undefined)) remark('photo-elsewhere');

  const { role, title } = when === 'now' ? roleAndTitle(claims, remark) : { role: null, title: null };
  return ok({
    person: {
      ...{ place, given: chosen.given, family: chosen.family, preferred: chosen.preferred },
      credentials: optional(chosen.credentials ?? degreesIn(read.data, today)),
      title: optional(title),
      ...{ role, languages: [...new Set(languages)], identifiers: kept, picture, photoTaken },
      ...{ sayIt: null, pronouns: null, badges: [], photo: null },
      standing: when === 'over' ? 'left' : null,
      key: `${node.updated ?? ''}\n${node.url ?? ''}\n${node.id ?? ''}`,
    },
    remarks,
  });
};

/** By their PractitionerRoles; who has none is offered, unless they are only known from a team that is over. */
const offered = (node: Node, claims: readonly Claim[], active: boolean): Claim['when'] => {
  if (!active) return 'over';
  const roles = claims.filter(({ by }) => by === 'role' || node.container !== null);
  if (roles.length === 0 || roles.some(({ when }) => when === 'now')) return 'now';
  return roles.some(({ when }) => when === 'to-come') ? 'to-come' : 'over';
};

const roleAndTitle = (claims: readonly Claim[], remark: (kind: Remark['kind'], value?: string) => void) => {
  const current = claims.filter(({ when }) => when === 'now').map(({ by, work }) => ({ by, ...work }));
  const byRole = current.filter(({ by, role, title }) => by === 'role' && (role !== null || title !== null));
  const said =
    byRole.length > 0 ? byRole : current.filter(({ role, title }) => role !== null || title !== null);
  // In an order that does not hang on how the files are ordered.
  const sorted = [...said].sort((one, two) => ((one.title ?? '') < (two.title ?? '') ? -1 : 1));
  const best = bestOf(sorted, ({ role }) => role);
  if (best === undefined) {
    const [unknown] = current.flatMap(({ unknownCode }) => unknownCode ?? []);
    if (unknown === undefined) remark('no-role');
    else remark('unknown-code', quoted(unknown));
    return { role: unknown === undefined ? null : ('care-team-member' as const), title: null };
  }
  const names = [...new Set([best, ...sorted].map(({ role, title }) => title ?? role ?? ''))];
  const different = new Set(sorted.map(({ role, title }) => role ?? title)).size > 1;
  if (different) remark('several-roles', names.slice(0, 4).map(quoted).join(', '));
  if (best.role === null) remark('unknown-title', quoted(best.title ?? ''));
  return { role: best.role ?? ('care-team-member' as const), title: best.title };
};

/** Degrees by the table of HL7 (v2-0360), such as MD or BSN. */
const degreesIn = ({ qualification = [] }: Practitioner, today: string): string | null => {
  const codes = qualification
    .filter(({ period }) => whenIs(period, today) === 'now')
    .flatMap(({ code }) => code.coding ?? [])
    .filter(({ system = '' }) => /^http:\/\/terminology\.hl7\.org\/CodeSystem\/v2-0360(?:\/|$)/u.test(system))
    .flatMap(({ code }) => (code !== undefined && /^[A-Z]{2,6}$/u.test(code) ? [code] : []));
  return codes.length > 0 ? [...new Set(codes)].join(', ') : null;
};

const newestPhoto = (photos: NonNullable<Practitioner['photo']>, today: string) => {
  const inside = photos.filter(({ data }) => data !== undefined && data !== '');
  const [newest] = [...inside].sort((one, two) => ((one.creation ?? '') > (two.creation ?? '') ? -1 : 1));
  const taken = newest?.creation?.slice(0, 10) ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(taken) && taken <= today;
  return { picture: newest?.data ?? null, photoTaken: isDay ? taken : undefined };
};

const unshowable = (node: Node, problem: 'empty' | 'too-long' | 'forbidden-character'): FhirProblem => {
  const how = {
    empty: 'shows nothing',
    'too-long': `is longer than ${longestName} letters`,
    'forbidden-character': 'has a line break, a damaged letter or an invisible control character',
  };
  return errorAt(node.place, `A name of ${nodeInWords(node)} ${how[problem]}.`, 'Correct it.');
};
