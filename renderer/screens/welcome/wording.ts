import type { Choices } from '../../../core/view.ts';

/** How the welcome speaks: to the patient, to a parent, or to somebody who answers for an adult. Keys of `welcome`. */
export interface Wording {
  lead: 'lead' | 'leadChild' | 'leadOther';
  name: 'callMe' | 'callChild' | 'callOther';
  meet: 'meet' | 'meetUs';
  company: 'withMe' | 'withUs';
}

const wordings: Record<Choices['answers'], Wording> = {
  self: { lead: 'lead', name: 'callMe', meet: 'meet', company: 'withMe' },
  parent: { lead: 'leadChild', name: 'callChild', meet: 'meetUs', company: 'withUs' },
  proxy: { lead: 'leadOther', name: 'callOther', meet: 'meetUs', company: 'withUs' },
};

export const wordingFor = (answers: Choices['answers']): Wording => wordings[answers];
