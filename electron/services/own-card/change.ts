import { namePolicyFor } from '../../../core/names.ts';
import {
  type CardChange,
  type CardField,
  type CardText,
  cardTexts,
  cleanText,
  mostLanguages,
  type TextProblem,
} from '../../../core/own-card.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { OwnColumns } from '../../store/own-card.ts';
import type { Device } from '../device.ts';
import { showing } from '../people.ts';
import { keepOnCard } from './keep.ts';
import type { Opening } from './opening.ts';

export type ChangeProblem = { field: CardText; problem: TextProblem } | { field: 'names'; problem: 'wider' };

const textColumns = {
  preferred: ['preferred', 'preferred'],
  sayIt: ['say_it', 'say-it'],
  pronouns: ['pronouns', 'pronouns'],
  line: ['line', 'line'],
} as const satisfies Record<CardText, readonly [keyof OwnColumns, CardField]>;

/**
 * Keeps one change of somebody’s own card. Refuses as a whole what cannot be kept as it was typed, naming the field, and
 * to show more of a name than is shown here. Throws as `record` does.
 */
export const changeCard = (
  device: Device,
  opening: Opening,
  { id, change }: { id: string; change: CardChange },
): Result<null, ChangeProblem> => {
  const columns: Partial<Omit<OwnColumns, 'own'>> = {};
  const fields: CardField[] = [];
  for (const field of cardTexts) {
    const typed = change[field];
    if (typed === undefined) continue;
    const clean = cleanText(field, typed ?? '');
    if ('problem' in clean) return refuse({ field, problem: clean.problem });
    const [column, name] = textColumns[field];
    columns[column] = clean.text;
    fields.push(name);
  }
  if (change.languages !== undefined) {
    columns.languages = JSON.stringify([...new Set(change.languages)].slice(0, mostLanguages));
    fields.push('languages');
  }
  if (change.names !== undefined) {
    const { site, unit } = showing(device);
    if (change.names !== null && namePolicyFor({ site, unit, person: change.names }) !== change.names)
      return refuse({ field: 'names', problem: 'wider' });
    columns.names = change.names;
    fields.push('names');
  }
  if (change.photo === null) {
    Object.assign(columns, { photo: null, photo_date: null });
    fields.push('photo');
  }
  if (change.maskedPhoto === null) {
    Object.assign(columns, { masked_photo: null, masked_photo_date: null });
    fields.push('masked-photo');
  }
  if (change.sound === null) {
    columns.name_sound = null;
    fields.push('sound');
  }
  if (fields.length > 0) keepOnCard(device, opening, { id, fields, columns });
  return ok(null);
};
