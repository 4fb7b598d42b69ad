import type { SessionKind, Urgency } from '../session/words.ts';

/** What the columns of a schedule are called; of two that mean the same the earlier is taken. */
export const scheduleColumns = {
  date: ['date; day; session date; surgery date; fecha; Datum; data; дата; 日期; 날짜; التاريخ'],
  time: ['time; start time; start; scheduled time; hora; heure; Uhrzeit; Zeit; ora; время; 时间'],
  place: ['place; room; operating room; OR; theatre; bed; location; sala; quirófano; salle; Saal'],
  unit: ['unit; ward; department; unidad; servicio; unité; service; Station; Abteilung; unidade'],
  kind: ['kind; type; session type; session kind; tipo; genre; Art'],
  urgency: ['urgency; priority; class; urgencia; prioridad; urgence; Dringlichkeit; urgência'],
  lead: ['lead; surgeon; lead surgeon; primary surgeon; led by; cirujano; chirurgien; Operateur'],
  arriving: [
    'arriving; arrives; coming on; coming; incoming; taking over; entrante; entrantes; entrant; kommt',
  ],
  leaving: ['leaving; leaves; going off; going; outgoing; handing over; saliente; salientes; sortant; geht'],
  team: ['team; members; staff; care team; equipo; équipe; equipe; Team; команда; 团队; 팀; الفريق'],
} as const satisfies Record<string, readonly string[]>;

export const kindWords: Readonly<Record<SessionKind, readonly string[]>> = {
  surgery: ['surgery; operation; OR; procedure; cirugía; operación; chirurgie; opération; OP; cirurgia'],
  'shift-change': [
    'shift change; shift; handover; handoff; cambio de turno; relève; Übergabe; Schichtwechsel',
  ],
};

export const urgencyWords: Readonly<Record<Urgency, readonly string[]>> = {
  elective: ['elective; planned; routine; scheduled; electiva; programada; programmé; elektiv; geplant'],
  urgent: ['urgent; urgente; dringend; dringlich'],
  emergency: ['emergency; emergent; stat; emergencia; urgence vitale; Notfall; emergência'],
};
