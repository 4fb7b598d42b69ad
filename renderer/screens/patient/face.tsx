import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { RoleFamily } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { classes } from '../../ui/classes.ts';
import { Portrait } from '../../ui/portrait.tsx';
import pressable from '../../ui/pressable.module.css';
import style from './face.module.css';

interface FaceProps {
  person: PersonCard;
  family: RoleFamily;
}

/**
 * The face, as large as there is room; small beside it the same person with mask and cap, as the patient will see them
 * later. A touch makes the small one large, and back.
 */
export const Face = ({ person, family }: FaceProps) => {
  const { t } = useTranslation('patient');
  const [masked, setMasked] = useState(false);
  return (
    <div className={style.face}>
      <Portrait person={person} family={family} masked={masked} className={style.portrait} />
      {person.maskedPhoto !== null && person.photo !== null && (
        <Button
          className={classes(pressable.pressable, style.twin)}
          onPress={() => setMasked((before) => !before)}
        >
          <Portrait person={person} family={family} masked={!masked} className={style.small} />
          <span className={style.label}>{t(masked ? 'withoutMask' : 'withMask')}</span>
        </Button>
      )}
    </div>
  );
};
