/**
 * Where the long words of roles may be broken, for tiles that are narrower than the word. Kiosks have no network, and
 * Chromium on Linux no hyphenation of its own: `hyphens: auto` would break no word at all, and then any letter would.
 * Kept apart from the catalogue, so that whatever is spoken, searched or printed has the word as it is.
 */
const places: Readonly<Record<string, string>> = {
  en: `anes-thesi-ologist anes-thetist anesthe-sia techni-cian circu-lating technol-ogist perfu-sionist radio-logic
    respira-tory pharma-cist practi-tioner inter-preter`,
  es: `espe-cialista asis-tencia asis-tente anes-tesia anes-tesió-loga anes-tesió-logo enfer-mería enfer-mera
    aneste-sista enfer-mero circu-lante instru-men-tista qui-rófano respon-sable perfu-sionista radio-logía
    respira-toria respira-torio tera-peuta profe-sional farma-céutica farma-céutico fisio-tera-peuta resi-dente
    hospi-talaria estu-diante intér-prete acompa-ñante espi-ritual inte-grante`,
  fr: `spécia-liste chirur-gienne chirur-gien opéra-toire anesthé-siste infir-miers anes-thésie infir-mière
    infir-mier tech-nique techni-cienne techni-cien instru-ments instru-men-tiste respon-sable perfu-sion-niste
    manipu-lation manipu-latrice manipu-lateur théra-peute respira-toire pharma-cienne pharma-cien
    kinési-théra-peute étu-diante inter-prète accompa-gnement spiri-tuel aumô-nière`,
  ht: 'chiri-jyen tekni-syen opera-syon enstri-man pèfi-zyonis radyo-grafi respi-rasyon fizyo-terapis prati-syen',
  pt: `espe-cialista assis-tente assis-tência anes-tesia anes-te-sista enfer-magem enfer-meira enfer-meiro
    circu-lante instru-men-tadora instru-men-tador instru-men-tação cirúr-gica perfu-sionista radio-logia
    fisio-terapia respi-ratória profis-sional farma-cêutica farma-cêutico fisio-tera-peuta resi-dência resi-dente
    hospi-talar estu-dante intér-prete espi-ritual inte-grante`,
  ru: `ассис-тент анесте-зио-лог специа-лист анесте-зии анесте-зист медсес-тра опера-цион-ной опера-цион-ная
    опера-цион-ный сестрин-ская сестрин-ской сестрин-ский сестрин-скому сестрин-ского перфу-зио-лог
    рент-гено-лабо-рант фарма-цевт физио-тера-певт орди-натор помощ-ница сту-дентка перевод-чица перевод-чик
    под-держка участ-ница`,
  tl: `opera-syon anes-tisya instru-mento perfu-sionista parma-syutiko resi-dente prakti-syoner estu-dyante
    taga-salin`,
};

export const softHyphen = '\u00ad';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The words of a language, each with the letters before which it may be broken. */
const tableOf = (language: string): ReadonlyMap<string, readonly number[]> => {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const words = (places[language] ?? '').split(/\s+/u).map((word) => {
    const parts = word.split('-');
    return [
      parts.join(''),
      parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('').length),
    ] as const;
  });
  const table = new Map(words);
  tables.set(language, table);
  return table;
};

/** A text with soft hyphens in the long words of roles, where its language breaks them. Only for what is seen. */
export const hyphenated = (text: string, language: string): string =>
  text.normalize('NFC').replace(/\p{L}{7,}/gu, (word) => {
    const breaks = tableOf(language).get(word.toLowerCase()) ?? [];
    return [...breaks].reverse().reduce((done, at) => done.slice(0, at) + softHyphen + done.slice(at), word);
  });
