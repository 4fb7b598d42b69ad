interface HourProps {
  now: Date;
  /** How times are written: a locale that Intl knows. */
  conventions: string;
  /** The class of AM and PM, where they are said. */
  half: string | undefined;
}

/** The hour large; AM and PM, where they are said, small beside it. */
export const Hour = ({ now, conventions, half }: HourProps) =>
  new Intl.DateTimeFormat(conventions, { timeStyle: 'short' }).formatToParts(now).map(({ type, value }) =>
    type === 'dayPeriod' ? (
      <small key={type} className={half}>
        {value}
      </small>
    ) : (
      value
    ),
  );
