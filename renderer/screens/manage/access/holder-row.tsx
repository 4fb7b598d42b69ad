import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import { roleOf } from '../../../../core/roles.ts';
import { type HolderCard, withdraw } from '../../../device/manage/holders.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Portrait } from '../../../ui/portrait.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useManager } from '../manager.ts';
import style from './access.module.css';
import { AccessProblemNotice } from './problem-notice.tsx';
import type { AccessProblem, Change } from './use-change.ts';

interface HolderRowProps {
  holder: HolderCard;
  /** Whether whoever looks may change it. */
  gives: boolean;
  change: Change;
  problem: AccessProblem | null;
  onForget: () => void;
  onRole: () => void;
  onOpenAgain: () => void;
}

/** Somebody who has access, and what can be done about it. Nobody changes their own. */
export const HolderRow = ({
  holder,
  gives,
  change,
  problem,
  onForget,
  onRole,
  onOpenAgain,
}: HolderRowProps) => {
  const { t } = useTranslation(['manage', 'common']);
  const manager = useManager();
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    onForget();
  };
  const { person, role, disabled } = holder;
  const isSelf = person.id === manager.person.id;
  return (
    <li className={style.holder}>
      <Portrait person={person} family={roleOf(person.role).family} className={style.portrait} />
      <div className={style.words}>
        <p className={style.name}>
          <Name>{wholeName(person)}</Name>
        </p>
        <p>{t(`roles.${role}`)}</p>
        <p className={style.may}>{t(`access.may.${role}`)}</p>
        {disabled && <p className={style.disabled}>{t('access.disabled')}</p>}
        {isSelf && <p className={style.may}>{t('access.self')}</p>}
      </div>
      {gives && !isSelf && (
        <div className={style.buttons}>
          {disabled && <Button onPress={onOpenAgain}>{t('access.openAgain')}</Button>}
          <Button onPress={onRole}>{t('access.change')}</Button>
          <Button variant="plain" onPress={() => setAsking(true)}>
            {t('access.withdraw')}
          </Button>
        </div>
      )}
      <Sheet title={t('access.withdrawTitle')} isOpen={asking} onClose={close}>
        <p>
          <Trans
            t={t}
            i18nKey="access.withdrawWhy"
            values={{ name: wholeName(person) }}
            components={{ name: <Name /> }}
          />
        </p>
        <AccessProblemNotice problem={problem} />
        <Button
          variant="primary"
          onPress={async () => {
            if (await change((as, id) => withdraw(as, { id, person: person.id }))) close();
          }}
        >
          {t('access.withdraw')}
        </Button>
      </Sheet>
    </li>
  );
};
