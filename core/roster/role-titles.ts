import type { RoleId } from '../roles.ts';
import { phrasesIn } from './vocabulary.ts';

/**
 * What people with each role are called in job lists. Levels (“senior”, “II”) and gendered endings (“enfermero/a”)
 * are taken off before a title is looked up, so they need no line here. Phrases of a line are parted by “;”.
 */
export const roleTitles: Readonly<Record<RoleId, readonly string[]>> = {
  surgeon: [
    'surgeon; attending surgeon; consultant surgeon; general surgeon; orthopedic surgeon',
    'orthopaedic surgeon; cardiac surgeon; vascular surgeon; plastic surgeon; neurosurgeon',
    'trauma surgeon; transplant surgeon; cirujano; cirujana; médico cirujano; chirurgien',
    'chirurgienne; Chirurg; Chirurgin; Operateur; cirurgião; cirurgiã; chirurgo; chirurga',
    'хирург; 外科医生; 外科醫生; 외과의사; 외과 전문의; bác sĩ phẫu thuật; جراح; جراحة; siruhano; chirijyen',
  ],
  'surgical-assistant': [
    'surgical assistant; first assistant; surgical first assistant; RNFA',
    'surgical physician assistant',
    'assistant surgeon; primer ayudante; ayudante de cirugía; aide opératoire',
    'chirurgisch technischer Assistent; OP Assistenz; assistente cirúrgico; ассистент хирурга',
  ],
  anesthesiologist: [
    'anesthesiologist; anaesthesiologist; anaesthetist; anesthesia attending; consultant anaesthetist',
    'anestesiólogo; anestesióloga; anestesista; anesthésiste; médecin anesthésiste',
    'anesthésiste réanimateur; Anästhesist; Anästhesistin; Narkosearzt; anestesiologista',
    'anestesista rianimatore; анестезиолог; 麻醉医生; 麻醉師; 麻醉医师; 마취과 의사; bác sĩ gây mê',
    'médecin anesthésiste réanimateur; Facharzt für Anästhesie; Fachärztin für Anästhesie; Facharzt für Anästhesiologie',
    'Fachärztin für Anästhesiologie; anesthesioloog; врач анестезиолог; врач анестезиолог реаниматолог; 麻酔科医; 麻酔科医師',
    'طبيب تخدير; طبيبة تخدير; anestesyolog; doktè anestezi',
  ],
  'nurse-anesthetist': [
    'nurse anesthetist; nurse anaesthetist; CRNA; certified registered nurse anesthetist; IADE',
    'enfermero anestesista; enfermera anestesista; infirmier anesthésiste; infirmière anesthésiste',
    'Anästhesiepfleger; Anästhesiepflegerin; Anästhesiepflege; медсестра анестезист; 麻醉护士',
  ],
  'anesthesia-technician': [
    'anesthesia technician; anaesthesia technician; anesthesia tech; anesthesia technologist; ODP',
    'operating department practitioner; técnico de anestesia; técnica de anestesia; ATA',
    'anästhesietechnischer Assistent; anästhesietechnische Assistentin; anesthesiemedewerker',
  ],
  'circulating-nurse': [
    'circulating nurse; circulator; circulating RN; OR nurse; operating room nurse; theatre nurse',
    'perioperative nurse; RN circulator; enfermera circulante; enfermero circulante',
    'enfermera de quirófano',
    'infirmière de bloc opératoire; infirmier de bloc opératoire; OP Pfleger; OP Pflegerin; медсестра операционная',
    'infirmière circulante; infirmier circulant; IBODE; infirmière de bloc; OP Pflege; Springer',
    'Springerin; OP Schwester; enfermeira circulante; infermiera di sala; 巡回护士; 순회간호사',
    'операционная медсестра; y tá vòng ngoài; ممرضة متجولة; ممرض متجول',
  ],
  'scrub-nurse': [
    'scrub nurse; instrument nurse; scrub RN; enfermera instrumentista; instrumentista',
    'enfermero instrumentista; infirmière instrumentiste; instrumentiste; Instrumentierschwester',
    'enfermera instrumentadora; enfermero instrumentador; enfermeira instrumentadora; infermiera strumentista; strumentista; 器械护士; 소독간호사',
  ],
  'scrub-technician': [
    'scrub technician; scrub tech; surgical technologist; surgical technician; surgical tech; OR tech',
    'operating room technician; CST; certified surgical technologist; técnico quirúrgico; OTA',
    'operatieassistent; operatie assistent; OK assistent; OP Tech; OP Techniker',
    'instrumentador quirúrgico; instrumentadora quirúrgica; operationstechnischer Assistent',
    'operationstechnische Assistentin; instrumentador cirúrgico; technicien de bloc',
  ],
  'bedside-nurse': [
    'nurse; registered nurse; RN; staff nurse; bedside nurse; ward nurse; ICU nurse; floor nurse',
    'PACU nurse; recovery nurse; pre op nurse; practical nurse; LPN; LVN; licensed practical nurse',
    'enrolled nurse; enfermero; enfermera; infirmier; infirmière; Krankenschwester',
    'Krankenpfleger; Krankenpflegerin; Pflegefachmann; Pflegefachfrau; Pflegefachkraft; Pfleger',
    'enfermeiro; enfermeira; infermiere; infermiera; verpleegkundige; sykepleier; sjuksköterska',
    'sygeplejerske; pielęgniarka; pielęgniarz; медсестра; медбрат; медицинская сестра; 护士; 護士',
    '护理师; 看護師; 간호사; điều dưỡng; y tá; ممرض; ممرضة; nars; enfimyè; hemşire',
  ],
  'charge-nurse': [
    'charge nurse; head nurse; nurse manager; nurse in charge; ward sister; ward manager; matron',
    'enfermera jefe; enfermero jefe; supervisora de enfermería; supervisor de enfermería',
    'cadre de santé',
    'Stationsleitung; Pflegeleitung; OP Leitung; enfermeira chefe; enfermeiro chefe; caposala',
    'старшая медсестра; 护士长; 護理長; 수간호사; điều dưỡng trưởng; رئيسة التمريض; رئيس التمريض',
  ],
  'nursing-assistant': [
    'nursing assistant; certified nursing assistant; CNA; nurse aide; nursing aide',
    'healthcare assistant',
    'health care assistant; HCA; patient care technician; PCT; auxiliar de enfermería; TCAE',
    'aide soignant; aide soignante; Pflegehelfer; Pflegehelferin; Pflegeassistent',
    'técnico de enfermagem',
    'técnica de enfermagem; auxiliar de enfermagem; operatore socio sanitario; OSS; санитарка',
    'санитар',
    '护工; 护理员; 간호조무사; مساعد تمريض; مساعدة تمريض',
  ],
  perfusionist: [
    'perfusionist; clinical perfusionist; perfusionista; perfusionniste; Kardiotechniker',
    'Kardiotechnikerin; перфузиолог; 灌注师; 체외순환사',
  ],
  radiographer: [
    'radiographer; radiologic technologist; radiology technician; x ray technician; x ray tech',
    'rad tech; RT R; MTR A',
    'radiology tech; técnico de radiología; técnico de rayos; manipulateur radio; MTRA; MTR',
    'técnico de radiologia; tecnico di radiologia; рентгенолаборант; 放射技师; 방사선사',
  ],
  'respiratory-therapist': [
    'respiratory therapist; RRT; respiratory care practitioner; terapeuta respiratorio',
    'inhalothérapeute; Atmungstherapeut; Atmungstherapeutin; 呼吸治疗师; 호흡치료사',
  ],
  pharmacist: [
    'pharmacist; clinical pharmacist; PharmD; farmacéutico; farmacéutica; pharmacien; pharmacienne',
    'Apotheker; Apothekerin; farmacista; farmacêutico; farmacêutica; apotheker; фармацевт; 药师',
    '药剂师; 薬剤師; 약사; dược sĩ; صيدلي; صيدلانية; parmasyutiko; famasyen',
  ],
  physiotherapist: [
    'physiotherapist; physical therapist; PT; physio; fisioterapeuta; kinesiólogo; kinésithérapeute',
    'masseur kinésithérapeute; Physiotherapeut; Physiotherapeutin; fysiotherapeut; физиотерапевт',
    '物理治疗师; 물리치료사; أخصائي علاج طبيعي',
  ],
  'resident-doctor': [
    'resident; resident doctor; resident physician; surgical resident; anesthesia resident',
    'house officer; intern; foundation doctor; junior doctor; fellow; surgical fellow',
    'surgical registrar; specialty registrar; MIR',
    'FY1; FY2; SHO; SpR; StR; PGY 1; PGY 2; PGY 3; PGY 4; PGY 5; interne en chirurgie; interne en anesthésie',
    'médico residente; residente; interne; interne en médecine; Assistenzarzt; Assistenzärztin',
    'médica residente; specializzando; specializzanda; ординатор; 住院医师; 전공의; 레지던트',
    'bác sĩ nội trú; طبيب مقيم; طبيبة مقيمة',
  ],
  'hospital-doctor': [
    'hospital doctor; doctor; physician; attending physician; attending; hospitalist',
    'MD; DO; medical doctor; medical officer; intensivist; internist; cardiologist; radiologist',
    'neurologist; pediatrician; paediatrician; oncologist; obstetrician; gynecologist; urologist',
    'emergency physician; médico; médica; doctora; facultativo; médecin; docteur; Arzt; Ärztin',
    'Oberarzt; Oberärztin; Facharzt; Fachärztin; Chefarzt; Chefärztin; medico; dottore; arts',
    'lege; läkare; læge; lekarz; lekarka; врач; доктор; лікар; 医生; 醫生; 医师; 医師; 의사',
    'bác sĩ; طبيب; طبيبة; doktor; doktora; doktè; hekim',
  ],
  'nurse-practitioner': [
    'nurse practitioner; NP; APRN; ARNP; FNP; advanced practice nurse; clinical nurse specialist',
    'advanced practice registered nurse; enfermera de práctica avanzada; enfermero de práctica avanzada',
    'infirmière en pratique avancée; infirmier en pratique avancée; IPA; ممرضة ممارسة; ممرض ممارس',
  ],
  'physician-assistant': [
    'physician assistant; physician associate; PA; PA C; surgical PA; asistente médico; asistente médica',
    'مساعد طبيب; مساعدة طبيب',
  ],
  'medical-student': [
    'medical student; student doctor; MS3; MS4; estudiante de medicina; étudiant en médecine',
    'étudiante en médecine; externe; Medizinstudent; Medizinstudentin; PJ Student',
    'estudante de medicina',
    'studente di medicina; студент медик; 医学生; 의대생; sinh viên y khoa; طالب طب; طالبة طب',
  ],
  'nursing-student': [
    'nursing student; student nurse; estudiante de enfermería; étudiant infirmier',
    'étudiante infirmière',
    'Pflegeschüler; Pflegeschülerin; Auszubildende Pflege; estudante de enfermagem',
    'infermiere studente',
    'студент медсестра; 护生; 护理学生; 간호학생; sinh viên điều dưỡng; طالبة تمريض; طالب تمريض',
  ],
  interpreter: [
    'interpreter; medical interpreter; translator; intérprete; interprète; Dolmetscher',
    'Dolmetscherin; interprete; tolk; переводчик; 口译员; 통역사; phiên dịch; مترجم; مترجمة; entèprèt',
  ],
  chaplain: [
    'chaplain; hospital chaplain; spiritual care; capellán; aumônier; Seelsorger; Seelsorgerin',
    'capelão; cappellano; капеллан; 원목; imam; rabbi; pastor; priest',
  ],
  'care-team-member': [
    'care team member; member of the care team; social worker; dietitian; porter; ward clerk',
    'midwife; MTA; medizinisch technische Assistentin; medizinisch technischer Assistent; volunteer; occupational therapist; trabajador social; trabajadora social; celador',
    'Sozialarbeiter',
    'assistante sociale; brancardier; miembro del equipo; membre de l’équipe',
  ],
};

/** A title with one of these is a role only as a whole: nobody who learns is shown as anything else. */
export const learnerWords = phrasesIn([
  'student; trainee; apprentice; pupil; estudiante; alumno; alumna; etudiant; etudiante',
  'eleve; stagiaire; schuler; schulerin; praktikant; praktikantin; auszubildende; azubi',
  'estudante; aluno; aluna; studente; studentessa; tirocinante; студент; студентка',
  '学生; 實習生; 实习生; 학생; sinh; طالب; طالبة; estudyante; etidyan',
]);

/** What a title says beyond the role: how senior somebody is, or how they are employed. */
export const levelWords = phrasesIn([
  'senior; sr; junior; jr; lead; chief; principal; deputy; certified; registered',
  'i; ii; iii; iv; v; 1; 2; 3; 4; 5; grade; level; band; full; part; time',
  'per; diem; travel; agency; locum; jefe; jefa; adjunto; adjunta; especialista; en; de',
  'specialist; leitender; leitende; chef; in; of; the; dr; dra; prof',
]);
