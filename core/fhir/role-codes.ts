import type { RoleId } from '../roles.ts';

/**
 * What the codes of occupations mean here. Only codes whose meaning is certain: from the value set
 * hl7.org/fhir/R4/valueset-practitioner-role.html, SNOMED CT's healthcare professionals (223366009), and the taxonomy of
 * providers of the NUCC. Of a SNOMED specialty only a doctor is made more exact: nurses have specialties too.
 */
const snomed = 'http://snomed.info/sct';
const nucc = 'http://nucc.org/provider-taxonomy';
const hl7Roles = 'http://terminology.hl7.org/CodeSystem/practitioner-role';

const snomedRoles: Partial<Record<RoleId, readonly string[]>> = {
  surgeon: [
    // Surgeon; general, neuro-, plastic, orthopaedic, thoracic, cardiovascular, consultant, breast, cardiothoracic.
    ...['304292004', '78703002', '45544007', '8724009', '22731001', '22983004', '56545009', '158968003'],
    ...[
      '309368008',
      '309369000',
      '309371000',
      '309372007',
      '309373002',
      '309376005',
      '309377001',
      '309378006',
    ],
    // Colorectal, hand, hepatobiliary, ophthalmic, paediatric, pancreatic, transplant, trauma, vascular, maxillofacial.
    ...[
      '309379003',
      '309380000',
      '309381001',
      '309382008',
      '309383003',
      '309384009',
      '309385005',
      '309386006',
    ],
    ...['309388007', '49993003', '1421009'],
  ],
  'surgical-assistant': ['372102007'],
  anesthesiologist: ['88189002', '158970007', '397824005'],
  'nurse-anesthetist': ['405278004'],
  'circulating-nurse': ['413854007', '415075003', '224561008'],
  'scrub-nurse': ['415506007'],
  'bedside-nurse': [
    // Registered, professional, staff, enrolled, general, hospital, intensive therapy, coronary care, PACU, paediatric.
    ...[
      '224535009',
      '106292003',
      '158994007',
      '158996009',
      '310182000',
      '394618009',
      '224547003',
      '224542009',
    ],
    ...['224559004', '224562001', '224549000', '224552008', '224565004', '224537001', '310175004'],
  ],
  'charge-nurse': ['224573008', '224574002', '309446002', '224572003'],
  'nursing-assistant': ['224576000', '224577009', '73265009', '5275007'],
  radiographer: ['159016003', '159017007', '159018002', '41904004'],
  'respiratory-therapist': ['442867008'],
  pharmacist: ['46255001', '159010009'],
  physiotherapist: ['36682004', '309402005'],
  'resident-doctor': [
    // Resident; house officer, senior house officer, registrar and senior registrar, specialist and hospital registrar.
    ...['405277009', '158972004', '224532007', '224531000', '224530004', '302211009', '158971006'],
  ],
  'hospital-doctor': [
    // Doctor, practitioner, physician, attending, consultant, specialist, medical officer, admitting; general practice.
    ...[
      '112247003',
      '158965000',
      '309343006',
      '405279007',
      '158967008',
      '309390008',
      '309395003',
      '69280009',
    ],
    ...['224533002', '421841007', '59058001', '62247001', '446050000', '39677007', '309338004', '309339007'],
    // By organ or age, from the heart to pathology.
    ...['17561000', '56397003', '11911009', '71838004', '61894003', '40204001', '45440000', '41672002'],
    ...['76899008', '24590004', '61345009', '422234006', '80584001', '66862007', '78729002', '80933006'],
    ...[
      '18803008',
      '82296001',
      '28411006',
      '408798009',
      '408799001',
      '83685006',
      '11935004',
      '309367003',
      '158969006',
    ],
    ...[
      '309295000',
      '310512001',
      '309359006',
      '309360001',
      '309294001',
      '90655003',
      '309345004',
      '309347007',
    ],
    ...['61207006', '81464008', '83273008', '85733003', '309342001', '310173006', '309337009'],
  ],
  'nurse-practitioner': ['224571005', '224570006'],
  'physician-assistant': ['449161006'],
  'medical-student': ['398130009'],
  'nursing-student': ['159005005'],
  interpreter: ['40570005', '80409005', '224625007', '224626008'],
  // Known, and no role of its own: social worker, occupational therapist, dietitian.
  'care-team-member': ['106328005', '80546007', '309423004', '159033005', '40127002', '309399009'],
};

/** Codes of the NUCC mean what they begin with; the longer beginning comes first. */
const nuccRoles: readonly (readonly [begins: string, role: RoleId])[] = [
  ['163WR0006X', 'surgical-assistant'],
  ['246ZC0007X', 'surgical-assistant'],
  ['246ZS0410X', 'scrub-technician'],
  ['163W', 'bedside-nurse'],
  ['164W', 'bedside-nurse'],
  ['164X', 'bedside-nurse'],
  ['207L', 'anesthesiologist'],
  ['207T', 'surgeon'],
  ['207X', 'surgeon'],
  ['2082', 'surgeon'],
  ['2086', 'surgeon'],
  ['208C', 'surgeon'],
  ['208G', 'surgeon'],
  ['204E', 'surgeon'],
  ['204F', 'surgeon'],
  // Allopathic and osteopathic physicians, of whatever field.
  ['207', 'hospital-doctor'],
  ['208', 'hospital-doctor'],
  ['1835', 'pharmacist'],
  ['2251', 'physiotherapist'],
  ['2278', 'respiratory-therapist'],
  ['2279', 'respiratory-therapist'],
  ['2471', 'radiographer'],
  ['242T', 'perfusionist'],
  ['3675', 'nurse-anesthetist'],
  ['363A', 'physician-assistant'],
  ['363L', 'nurse-practitioner'],
  ['364S', 'nurse-practitioner'],
  ['376K', 'nursing-assistant'],
  ['171R', 'interpreter'],
];

const hl7: Readonly<Record<string, RoleId>> = {
  doctor: 'hospital-doctor',
  nurse: 'bedside-nurse',
  pharmacist: 'pharmacist',
};

const bySnomed = new Map<string, RoleId>();
for (const [role, codes] of Object.entries(snomedRoles) as [RoleId, readonly string[]][])
  for (const code of codes) bySnomed.set(code, role);

/** The role that the code of an occupation means, or null. */
export const roleOfCode = (system: string, code: string): RoleId | null => {
  if (system === snomed) return bySnomed.get(code) ?? null;
  if (system === hl7Roles) return Object.hasOwn(hl7, code) ? (hl7[code] ?? null) : null;
  if (system !== nucc || !/^[0-9A-Z]{9}X$/u.test(code)) return null;
  return nuccRoles.find(([begins]) => code.startsWith(begins))?.[1] ?? null;
};

/** What a doctor of this specialty (SNOMED CT) is: anaesthetics; surgery in general, of the heart, vessels, nerves … */
export const doctorOfSpecialty: ReadonlyMap<string, RoleId> = new Map<string, RoleId>([
  ['394577000', 'anesthesiologist'],
  // General, neuro-, trauma and orthopaedic, cardiothoracic, plastic, vascular, cardiac, thoracic, of ear, nose and throat …
  ...[
    '394609007',
    '394610002',
    '394801008',
    '394603008',
    '394611003',
    '408463005',
    '408466002',
    '408456005',
  ].map((code) => [code, 'surgeon'] as const),
  // … of liver and pancreas, transplantation, breast.
  ...['394604002', '408474001', '408477008', '408469009'].map((code) => [code, 'surgeon'] as const),
]);
