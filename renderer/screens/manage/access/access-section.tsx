import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askHolders, type HolderCard } from '../../../device/manage/holders.ts';
import { Button } from '../../../ui/button.tsx';
import { useAsked, useManager } from '../manager.ts';
import { NotAnswered } from '../parts/not-answered.tsx';
import style from './access.module.css';
import { CodeSheet } from './code-sheet.tsx';
import { GrantSheet } from './grant-sheet.tsx';
import { HolderRow } from './holder-row.tsx';
import { OpenAgainSheet } from './open-again-sheet.tsx';
import { useChange } from './use-change.ts';

type Open = { sheet: 'grant'; holder: HolderCard | null } | { sheet: 'again'; holder: HolderCard };

/** Who may do what here: who has access, who gives it, and the recovery code. */
export const AccessSection = () => {
  const { t } = useTranslation('manage');
  const { may } = useManager();
  const asked = useAsked('holders', async (ask) => {
    const answer = await ask(askHolders);
    if (answer.status !== 200) throw new Error(`The device answered ${answer.status}`);
    return (await answer.json()).people;
  });
  const [open, setOpen] = useState<Open | null>(null);
  const [code, setCode] = useState(false);
  const { change, problem, forget } = useChange(asked.put);
  const close = () => {
    setOpen(null);
    forget();
  };
  const gives = may('access-grant');
  return (
    <div className={style.section}>
      <header className={style.head}>
        <h1>{t('sections.access')}</h1>
        {gives && (
          <Button variant="primary" onPress={() => setOpen({ sheet: 'grant', holder: null })}>
            {t('access.give')}
          </Button>
        )}
      </header>
      <p className={style.why}>{t('access.why')}</p>
      <NotAnswered asked={asked} />
      <ul className={style.holders} aria-busy={asked.is === 'loading'}>
        {(asked.value ?? []).map((holder) => (
          <HolderRow
            key={holder.person.id}
            {...{ holder, change, problem, gives }}
            onForget={forget}
            onRole={() => setOpen({ sheet: 'grant', holder })}
            onOpenAgain={() => setOpen({ sheet: 'again', holder })}
          />
        ))}
      </ul>
      {gives && (
        <section className={style.code}>
          <h2>{t('access.codeTitle')}</h2>
          <p>{t('access.codeWhy')}</p>
          <Button onPress={() => setCode(true)}>{t('access.codeNew')}</Button>
        </section>
      )}
      <GrantSheet
        holder={open?.sheet === 'grant' ? open.holder : null}
        isOpen={open?.sheet === 'grant'}
        {...{ change, problem }}
        onClose={close}
      />
      <OpenAgainSheet
        holder={open?.sheet === 'again' ? open.holder : null}
        {...{ change, problem }}
        onClose={close}
      />
      <CodeSheet isOpen={code} onClose={() => setCode(false)} />
    </div>
  );
};
