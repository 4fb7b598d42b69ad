/** A moment of FHIR (R4 `instant`, or a `dateTime` with a time of day): with a zone, as XML Schema writes it. */
const moment =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * What the clock at a place shows at a moment: YYYY-MM-DD and HH:MM; `zone` is that of the place, by its name in the IANA
 * database. Null for what is no moment: a day alone, or a time without a zone, of which nobody can tell when it is.
 */
export const wallTimeOf = (text: string, zone: string): { date: string; time: string } | null => {
  if (!moment.test(text)) return null;
  const at = new Date(text.replace(/:60(?=[.Z+-])/u, ':59'));
  if (Number.isNaN(at.getTime())) return null;
  const parts = new Map(
    formatIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
};

const formats = new Map<string, Intl.DateTimeFormat>();

const formatIn = (zone: string): Intl.DateTimeFormat => {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
  formats.set(zone, known);
  return known;
};
