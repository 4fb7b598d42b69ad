import type { CardField } from '../../../core/own-card.ts';
import type { OwnColumns } from '../../store/own-card.ts';

/** What the last change of a card can be taken back by. In memory only: what was erased is in no file. */
export interface Undoable {
  /** The id of the change. */
  id: string;
  fields: readonly CardField[];
  before: OwnColumns;
  /** What it made of them. */
  after: OwnColumns;
  /** Photos and the sound that were on the card before, by hash. */
  photos: ReadonlyMap<string, Uint8Array>;
  sounds: ReadonlyMap<string, Uint8Array>;
}
