import { pino } from 'pino';

/** The operational log, apart from the audit log: to standard error, without names, badges or what people typed. */
export const logger = pino(
  {
    level: process.env.BEDSIDE_LOG ?? 'warn',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { problem: pino.stdSerializers.err },
  },
  pino.destination(2),
);
