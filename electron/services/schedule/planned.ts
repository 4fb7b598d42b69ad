import * as z from 'zod';
import { roleIds } from '../../../core/roles.ts';
import { parts, sessionKinds, urgencies } from '../../../core/session/words.ts';
import { logger } from '../../operations.ts';

const planned = z.object({
  kind: z.enum(sessionKinds),
  urgency: z.enum(urgencies),
  team: z
    .string()
    .transform((team): unknown => JSON.parse(team))
    .pipe(z.array(z.object({ person: z.string(), role: z.enum(roleIds), part: z.enum(parts).nullish() }))),
});

/**
 * What kind of session is planned, how urgent it is, and its team, as they are stored. Null, said in the operational
 * log, where a disk has changed them: one session that cannot be read must not hide all others.
 */
export const plannedIn = (row: {
  id: string;
  kind: string;
  urgency: string;
  team: string;
}): z.infer<typeof planned> | null => {
  try {
    return planned.parse(row);
  } catch (problem) {
    if (!(problem instanceof SyntaxError || problem instanceof z.ZodError)) throw problem;
    logger.error({ problem, session: row.id }, 'a scheduled session cannot be read');
    return null;
  }
};
