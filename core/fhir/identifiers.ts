import type { Identifier as Kept } from '../roster/person.ts';
import { wordsOf } from '../roster/vocabulary.ts';
import { whenIs } from './period.ts';
import type { Identifier } from './shapes.ts';

/**
 * Systems of national numbers, of health insurance and of patients: such a number is nobody's business here, and is not
 * even kept as a hash. From the registries of identifier systems: terminology.hl7.org/NamingSystems, and those of the
 * countries' own guides.
 */
const privateSystems = new Set([
  // United States: social security, Medicare beneficiary. Driver's licences and passports are of families of systems.
  'http://hl7.org/fhir/sid/us-ssn',
  'urn:oid:2.16.840.1.113883.4.1',
  'http://hl7.org/fhir/sid/us-mbi',
  'http://hl7.org/fhir/sid/us-medicare',
  'urn:oid:2.16.840.1.113883.4.572',
  // Netherlands, Sweden, Norway, Denmark, Finland.
  'http://fhir.nl/fhir/namingsystem/bsn',
  'urn:oid:2.16.840.1.113883.2.4.6.3',
  'urn:oid:1.2.752.129.2.1.3.1',
  'urn:oid:1.2.752.129.2.1.3.3',
  'urn:oid:2.16.578.1.12.4.1.4.1',
  'urn:oid:2.16.578.1.12.4.1.4.2',
  'urn:oid:1.2.208.176.1.2',
  'urn:oid:1.2.246.21',
  // England, Scotland, Ireland.
  'https://fhir.nhs.uk/id/nhs-number',
  'urn:oid:2.16.840.1.113883.2.1.4.1',
  'urn:oid:2.16.840.1.113883.2.1.3.2.4.16.53',
  // Germany, Austria, Switzerland, France, Belgium, Italy.
  'http://fhir.de/sid/gkv/kvid-10',
  'urn:oid:1.2.276.0.76.4.8',
  'urn:oid:1.2.40.0.10.1.4.3.1',
  'urn:oid:2.16.756.5.32',
  'urn:oid:1.2.250.1.213.1.4.8',
  'https://www.ehealth.fgov.be/standards/fhir/core/namingsystem/ssin',
  'http://hl7.it/sid/codicefiscale',
  'urn:oid:2.16.840.1.113883.2.9.4.3.2',
  // Brazil, Australia.
  'http://rnds.saude.gov.br/fhir/r4/namingsystem/cpf',
  'urn:oid:2.16.840.1.113883.13.237',
  'http://ns.electronichealth.net.au/id/hi/ihi/1.0',
  'http://ns.electronichealth.net.au/id/medicare-number',
  'http://ns.electronichealth.net.au/id/dva',
]);
/** Driver's licences by state; passports by country. */
const privateFamilies = ['urn:oid:2.16.840.1.113883.4.3.', 'urn:oid:2.16.840.1.113883.4.330.'];

/** The same by a word of the last part of a system: “…/sid/passport-USA”, “…/id/codice-fiscale”. */
const privateWords = new Set(
  [
    ...['ssn', 'bsn', 'cpf', 'dni', 'nie', 'nif', 'curp', 'rut', 'cedula', 'ssin', 'niss', 'pesel', 'cnp'],
    ...['aadhaar', 'personnummer', 'fodselsnummer', 'codicefiscale', 'passport', 'ppn', 'nino', 'nhsnumber'],
    ...['mrn', 'tax', 'tin', 'socialsecurity', 'socialsecuritynumber', 'driverslicense', 'driverlicense'],
  ].flatMap((word) => wordsOf(word)),
);

/** The same by the type that it says it is (HL7 table 0203): national, social, travel, tax, bank, licence, patient. */
const privateTypes = new Set([
  ...[
    'SS',
    'SB',
    'NI',
    'NIIP',
    'PPN',
    'DL',
    'TAX',
    'CZ',
    'PRC',
    'BCT',
    'BR',
    'MI',
    'IND',
    'ANON',
    'BA',
    'BC',
  ],
  ...[
    'MR',
    'PI',
    'PT',
    'PN',
    'HC',
    'JHN',
    'MA',
    'MC',
    'MCD',
    'MCR',
    'PHC',
    'WC',
    'AM',
    'DI',
    'DS',
    'MS',
    'VS',
  ],
]);
const nationalType = /^NN[A-Z]{0,3}$/u;

const isPrivate = ({ system = '', type }: Identifier): boolean => {
  const plain = system.toLowerCase().replace(/\/$/u, '');
  const last = wordsOf(plain.split(/[/:]/u).at(-1) ?? '');
  return (
    privateSystems.has(plain) ||
    privateFamilies.some((family) => plain.startsWith(family)) ||
    [...last, last.join('')].some((word) => privateWords.has(word)) ||
    (type?.coding ?? []).some(({ code = '' }) => privateTypes.has(code) || nationalType.test(code))
  );
};

const isStable = ({ use = '', period }: Identifier, today: string): boolean =>
  use !== 'old' && use !== 'temp' && whenIs(period, today) !== 'over';

const ranks = ['official', 'usual'];
const rank = ({ use = '' }: Identifier): number => (ranks.includes(use) ? ranks.indexOf(use) : ranks.length);

const longest = 500;

/** Equal for equal numbers of one system, and for no others. */
export const numberKey = ({ system, value }: Kept): string => JSON.stringify([system, value]);

/**
 * The numbers by which somebody is known again, the official ones first: those that say whose they are, still hold, and
 * are not private. `dropped` is how many were private.
 */
export const numbersOf = (
  identifiers: readonly Identifier[],
  today: string,
): { kept: Kept[]; dropped: number } => {
  const usable = identifiers.filter((one) => isStable(one, today));
  const open = usable.filter((one) => !isPrivate(one)).sort((one, two) => rank(one) - rank(two));
  const kept = new Map<string, Kept>();
  for (const { system = '', value = '' } of open) {
    const [whose, number] = [system.trim(), value.trim()];
    if (whose === '' || number === '' || whose.length + number.length > longest) continue;
    const one = { system: whose, value: number };
    kept.set(numberKey(one), one);
  }
  return { kept: [...kept.values()], dropped: identifiers.filter(isPrivate).length };
};
