import { phrasesIn } from './vocabulary.ts';

/**
 * What the columns of a roster are called, in the languages that rosters come in. Of two columns of a file that mean
 * the same, the one whose name stands earlier here is taken. Phrases of a line are parted by “;”. `name` is a name that may be whole, given or family,
 * depending on what stands beside it.
 */
export const columnNames = {
  given: [
    'given name; first name; given; first; forename; fname; christian name; name first; name given',
    'legal first name; legal given name; forenames; given names; first names',
    'nombres; primer nombre; nombre de pila; prénom; prénoms; Vorname; Vornamen',
    'primeiro nome; nome próprio; voornaam; fornavn; förnamn; imię; etunimi; prenon',
    'имя; ім’я; 名; 名字; 이름; tên; الاسم الأول; ad; adı; unang pangalan',
  ],
  family: [
    'family name; last name; surname; family; last; lname',
    'apellidos; apellido; primer apellido; apellido paterno; apellido 1; 1er apellido; nom de famille; Nachname',
    'first surname; first last name; surname 1; last name 1; name last; name family; primeiro apelido',
    'legal last name; legal family name; last names; surnames; family names',
    'Familienname; Zuname; sobrenome; apelido; apelidos; último nome; cognome; achternaam',
    'efternavn; etternavn; efternamn; nazwisko; sukunimi; siyati; apelyido; soyad; soyadı',
    'nom d’usage; nom usuel; nom marital; nom d’épouse; married name; current last name; прізвище; фамилия; 姓; 姓氏; 성; 성씨; họ; اسم العائلة; اللقب; الكنية',
  ],
  // What stands before the family name, where a list has it apart: “van der”.
  familyPrefix: [
    'surname prefix; family name prefix; last name prefix; name prefix; tussenvoegsel; tussenvoegsels; voorvoegsel; voorvoegsels',
    'Namensvorsatz; Namenszusatz; Vorsatzwort; particule; particella',
  ],
  secondFamily: [
    'second last name; second surname; maternal surname; segundo apellido; apellido materno; apellido 2; 2do apellido',
    '2º apellido; 2o apellido; surname 2; last name 2; second family name; segundo sobrenome; segundo apelido',
  ],
  preferred: [
    'preferred name; preferred first name; preferred; chosen name; known as; goes by; called',
    'pref first name; pref name; preferred given name; preferred forename; preferred first; pref first; nickname; nombre preferido; prénom usuel; prénom d’usage; Rufname; nome social',
    'nome preferido; roepnaam; предпочитаемое имя; الاسم المفضل; tên gọi; 常用名; 호칭',
  ],
  full: [
    'full name; complete name; display name; name full; last name first name; last first; legal name',
    'last first mi; last first middle; last name first name mi; name last first; name last first mi; surname first name',
    'first and last name; nombre completo; nombre y apellidos; nombre y apellido; apellidos y nombre; apellidos y nombres; apellido y nombre; apellido y nombres',
    'nom complet; nom et prénom; nom prénom; prénom et nom; prénom nom; vollständiger Name',
    'Name Vorname; Nachname Vorname; Vor- und Nachname; nome completo; nome e cognome',
    'volledige naam; fullt navn; imię i nazwisko; ФИО; 姓名; 氏名; 성명; họ tên; họ và tên',
    'الاسم الكامل; buong pangalan; non konplè; ad soyad',
  ],
  name: [
    'name; employee; worker; staff member; nombre; nom; nome; naam; navn; namn; non; pangalan; 名前; الاسم',
  ],
  role: [
    'role; primary role; main role; clinical role; job role; role name; job title; position title; position; job',
    'business title; working title; job profile; job description; job name; job classification; post',
    'occupation; profession; designation; function; discipline; title; rol; puesto; cargo',
    'puesto de trabajo; ocupación; profesión; función; rôle; fonction; poste; profession',
    'emploi; rol principal; métier; intitulé du poste; Rolle; Funktion; Berufsbezeichnung; Beruf; Stelle; Tätigkeit',
    'Dienstbezeichnung; papel; função; profissão; ruolo; mansione; qualifica; functie; rol',
    'stilling; befattning; stanowisko; роль; должность; посада; 职务; 职位; 職稱; 职称',
    '岗位; 役職; 職種; 직책; 직위; 직종; 역할; chức danh; chức vụ; vai trò; الوظيفة',
    'المسمى الوظيفي; الدور; tungkulin; wòl; pòs; görev; unvan',
  ],
  credentials: [
    'credentials; credential; degrees; degree; qualifications; qualification; post nominals',
    'certifications; license type; suffix; credenciales; titulación; diplômes; diplôme',
    'Qualifikationen; Qualifikation; akademischer Grad; credenciais; titolo di studio; 资质; 자격',
    'bằng cấp; المؤهلات; квалификация',
  ],
  pronouns: [
    'pronouns; pronoun; preferred pronouns; pronombres; pronombre; pronoms; pronom; Pronomen',
    'pronomes; pronome; pronomi; voornaamwoorden; местоимения; 代词; 대명사; الضمائر; đại từ',
  ],
  languages: [
    'languages; languages spoken; spoken languages; language; language s; speaks; lang',
    'idiomas; idioma; lenguas; lengua; langues; langue; langues parlées; Sprachen; Sprache',
    'Sprachkenntnisse; línguas; língua; lingue; lingua; talen; taal; språk; sprog; języki',
    'языки; мови; 语言; 語言; 言語; 언어; ngôn ngữ; اللغات; اللغة; mga wika; wika; lang yo',
  ],
  badges: [
    'badge id; badge; badge ids; badge number; badge no; badge code; card number; card id',
    'id card; access card; rfid; nfc; tarjeta; número de tarjeta; gafete; credencial',
    'numéro de badge; n° de badge; carte; Ausweis; Ausweisnummer; Badgenummer; Kartennummer',
    'crachá; número do crachá; tessera; tesserino; badgenummer; pasnummer; бейдж; 工牌; 工牌号',
    '胸牌号; 배지; 사원증 번호; số thẻ; الشارة; رقم الشارة; baj',
  ],
  photo: [
    'photo; photo file; photo file name; photo name; picture; picture file; image; image file',
    'image file name; headshot; portrait; avatar; foto; archivo de foto; fotografía; imagen',
    'fichier photo; Bild; Bilddatei; Lichtbild; Fotodatei; ficheiro da foto; zdjęcie; фото',
    '照片; 写真; 사진; ảnh; صورة; الصورة; larawan; foto a',
  ],
  photoTaken: [
    'photo date; photo taken; photo taken on; date of photo; picture date; picture taken; image date; fecha de la foto',
    'fecha foto; date de la photo; date photo; Fotodatum; Datum des Fotos; data da foto; data foto; дата фото; 照片日期; 사진 날짜',
    'ngày chụp; تاريخ الصورة; petsa ng larawan; dat foto a',
  ],
  sayIt: [
    'how to say it; pronunciation; say it; phonetic; phonetic name; name pronunciation',
    'pronunciación; prononciation; Aussprache; pronúncia; pronuncia; произношение; 发音; 발음',
    'phát âm; النطق; フリガナ; ふりがな; カナ; 拼音; name in kana',
  ],
  // What a list knows somebody by. “ID number” is the national one in many countries, and is not taken.
  identifier: [
    'employee id; employee number; staff number; personnel number; person number; id; uid; uuid; empid; emp id; emp no',
    'associate id; worker id; payroll file number; file number; employee id number; staff id number; employee code',
    'employee no; staff no; personnel no; employee num; staff num; emp number; user id; login; record id; external id',
    'assignment number; legajo; número de empleado; n° empleado; código de empleado; matricule; Personalnummer',
    'Personal Nr; PersNr; Pers Nr; Personal Nummer; nº de empleado; Mitarbeiternummer; matrícula; número mecanográfico; numero di matricola; matricola',
    'personeelsnr; personeels nr; personeelsnummer; табельный номер; 工号; 员工编号; 사번; 직원번호; 社員番号; 職員番号; mã nhân viên; الرقم الوظيفي',
    'sicil no',
  ],
  status: [
    'employment status; work status; position status; worker status; status; active status; job status; assignment status; hr status; employment state',
    'estado; estado laboral; situación laboral; estatus; statut; état; situation; Beschäftigungsstatus; Zustand',
    'situação; estado do funcionário; stato; situazione; статус; 状态; 在职状态; 재직상태; 상태; trạng thái; الحالة; durum; kalagayan',
  ],
  active: [
    'active; is active; currently active; currently employed; enabled; is enabled; activo; activa; actif; en activité',
    'aktiv; ativo; attivo; actief; aktywny; активен; 在职; 재직; đang làm việc; نشط; aktif; aktibo',
  ],
  inactive: [
    'inactive; is inactive; terminated; is terminated; left; has left; disabled; deactivated; archived; former',
    'inactivo; inactiva; inactif; parti; inaktiv; ausgeschieden; inativo; inattivo; inactief; неактивен; 离职; 퇴사; غير نشط',
  ],
  onLeave: [
    'on leave; is on leave; leave of absence; loa; leave status; leave type; away; de permiso; de licencia; en excedencia',
    'en congé; beurlaubt; abwesend; de licença; em licença; in aspettativa; met verlof; в отпуске; 休假; 휴직; nghỉ phép; في إجازة',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Words that say whose column it is and not what is in it. */
export const fillers = phrasesIn([
  'staff; employee; personnel; provider; practitioner; clinician; caregiver; member; person',
  'worker; user; team; the; of; s; personal; empleado; empleada; trabajador; profesional',
  'del; de; employé; salarié; du; mitarbeiter; mitarbeiterin; mitarbeitende; funcionário',
  'colaborador; do; dipendente; medewerker; hcp',
]);

/** A column with one of these words in its name holds what a card never needs: it is not kept, whatever else it says. */
export const sensitiveWords = phrasesIn([
  // When and where somebody was born, and what they are.
  'dob; birth; birthday; birthdate; born; age; nacimiento; cumpleaños; edad; naissance; âge',
  'geburtsdatum; geburtstag; geboren; alter; nascimento; nascita; рождения; 生日; 出生日期',
  '생년월일; الميلاد; gender; sex; género; sexo; genre; sexe; geschlecht; genere; sesso',
  'пол; 性别; 성별; الجنس; race; ethnicity; religion; nationality; nacionalidad; marital',
  // What they earn.

  'salary; wage; wages; pay; payroll; income; salario; sueldo; salaire; gehalt; lohn',
  'salário; stipendio; зарплата; 工资; 급여; الراتب; iban; bank; account',
  // National and tax numbers.

  'ssn; national; passport; tax; sin; nin; dni; nie; nif; cpf; rut; curp; rfc; cédula',
  'pasaporte; passeport; steuer; steuernummer; паспорт; 身份证; 身份证号; 주민등록번호; الهوية',
  // How to reach them at home.

  'phone; tel; telephone; mobile; cell; cellphone; fax; teléfono; móvil; celular; telefon',
  'handy; téléphone; telefone; telefono; телефон; 电话; 手机; 전화번호; الهاتف; email; mail',
  'correo; courriel; почта; 邮箱; 이메일; البريد; address; street; zip; postcode; postal',
  'dirección; domicilio; adresse; anschrift; straße; plz; endereço; indirizzo; адрес; 地址',
  '주소; العنوان; địa; emergency',
]);
