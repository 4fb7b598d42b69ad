/** What lists call somebody who works here, who is away for a while, and who has left. Phrases as in column-names.ts. */
export const standingWords = {
  here: [
    'active; a; act; current; employed; working; enabled; hired; in post; in service; here; valid',
    'full time; part time; fulltime; parttime; ft; pt; per diem; prn; casual; regular; permanent',
    'temporary; temp; contract; contractor; agency; locum; bank; float; on duty; fixed term; new hire',
    'activo; activa; en activo; alta; de alta; vigente; contratado; contratada; actif; en poste; en activité',
    'aktiv; beschäftigt; im Dienst; Vollzeit; Teilzeit; ativo; ativa; em atividade; attivo; attiva; in servizio',
    'actief; in dienst; aktywny; aktywna; активен; активна; работает; 在职; 在岗; 재직; 재직 중; 在籍',
    'đang làm việc; نشط; على رأس العمل; aktif; aktibo; aktif',
  ],
  'on-leave': [
    'leave; on leave; on loa; loa; leave of absence; maternity leave; maternity; paternity leave; parental leave',
    'family leave; sick leave; sick; long term sick; medical leave; fmla; sabbatical; furlough; furloughed',
    'annual leave; vacation; on vacation; holiday; on holiday; military leave; study leave; paid leave; unpaid leave',
    'absent; away; de permiso; permiso; licencia; de licencia; con licencia; excedencia; en excedencia',
    'baja maternal; baja médica; baja por maternidad; vacaciones; de vacaciones; en congé; congé; congé maternité',
    'congé parental; congé maladie; arrêt maladie; beurlaubt; Urlaub; im Urlaub; Elternzeit; Mutterschutz; krank',
    'de licença; licença; licença maternidade; afastado; afastada; férias; aspettativa; in aspettativa',
    'congedo; in congedo; met verlof; verlof; в отпуске; отпуск; декрет; 休假; 产假; 病假; 휴직; 휴직 중; 휴가; 休職',
    'nghỉ phép; nghỉ thai sản; في إجازة; إجازة; naka leave; izinli',
  ],
  left: [
    'inactive; i; former; terminated; termed; term; resigned; retired; left; ex; separated; dismissed; deceased',
    'ended; disabled; archived; gone; no longer employed; not active; non active; deactivated; quit; departed; ex employee',
    'inactivo; inactiva; cesado; cesada; jubilado; jubilada; retirado; retirada; renunció; dado de baja; dada de baja',
    'inactif; parti; partie; sorti; sortie; retraité; retraitée; démissionné; inaktiv; ausgeschieden; ausgetreten',
    'gekündigt; pensioniert; im Ruhestand; inativo; inativa; desligado; desligada; aposentado; aposentada; inattivo',
    'inattiva; cessato; cessata; in pensione; inactief; uit dienst; nieaktywny; неактивен; уволен; уволена; 离职; 退休',
    '퇴사; 퇴직; 退職; đã nghỉ việc; nghỉ việc; nghỉ hưu; غير نشط; متقاعد; pasif',
  ],
} as const satisfies Record<string, readonly string[]>;

/** A yes and a no, as the cells of a column with a question for its name have them. */
export const answerWords = {
  yes: [
    'yes; y; true; t; 1; x; si; sí; s; oui; o; ja; j; sim; да; 是; 예; 네; có; نعم; wi; oo; evet; ✓; ✔; ☑',
  ],
  no: ['no; n; false; f; 0; non; nein; não; nao; nee; нет; 否; 아니오; không; لا; hindi; hayır; ✗; ✘; ☐'],
} as const satisfies Record<string, readonly string[]>;
