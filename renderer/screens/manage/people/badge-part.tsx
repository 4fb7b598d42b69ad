import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { assignBadge, takeBadges } from '../../../device/manage/people.ts';
import { useNextCode } from '../../../device/next-code.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import style from './person.module.css';
import type { PartProps } from './use-person.ts';

/** What the reader read, where something is to be said of it. */
interface Read {
  code: string;
  is: 'theirs-already' | 'somebody-elses';
  holder: PersonCard | null;
}

/** Whether somebody has a badge, and a new one by holding it to the reader. What is on it is never shown. */
export const BadgePart = ({ person, desk }: PartProps) => {
  const { t } = useTranslation('people');
  const [reading, setReading] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const { badges } = person;
  const close = () => {
    setReading(false);
    setRead(null);
  };
  const give = async (code: string, move: boolean) => {
    const done = await desk.change(person, 'badge', (of) =>
      assignBadge({ id: of.id, person: of.person, language: of.language }, code, move),
    );
    const said = done?.is === 'kept' ? badgeIn(done.result) : null;
    if (said === null || said.is === 'assigned') close();
    else setRead({ code, is: said.is, holder: said.holder });
  };
  useNextCode(reading, (code) => void give(code, false));
  return (
    <section className={style.part} aria-labelledby="badge">
      <h2 id="badge">{t('section.badge')}</h2>
      <p>{badges === 0 ? t('badge.none') : t('badge.some', { count: badges })}</p>
      <div className={style.line}>
        {person.standing !== 'retired' && <Button onPress={() => setReading(true)}>{t('badge.give')}</Button>}
        {badges > 0 && (
          <Button
            variant="plain"
            isDisabled={desk.isBusy}
            onPress={() => void desk.change(person, 'badges', ({ version: _, ...whom }) => takeBadges(whom))}
          >
            {t('badge.take')}
          </Button>
        )}
      </div>
      <Sheet title={t('badge.title')} isOpen={reading} onClose={close}>
        {read === null && <p role="status">{t('badge.wait')}</p>}
        {read?.is === 'theirs-already' && <p role="status">{t('badge.theirs-already')}</p>}
        {read?.is === 'somebody-elses' && (
          <>
            <p role="status">
              <Trans
                t={t}
                i18nKey="badge.somebody-elses"
                values={{ name: read.holder === null ? '' : wholeName(read.holder) }}
                components={{ name: <Name /> }}
              />
            </p>
            <Button variant="primary" isDisabled={desk.isBusy} onPress={() => void give(read.code, true)}>
              {t('badge.move')}
            </Button>
          </>
        )}
      </Sheet>
    </section>
  );
};

const badgeIn = (
  result: unknown,
): { is: 'assigned' | 'theirs-already' | 'somebody-elses'; holder: PersonCard | null } | null => {
  if (typeof result !== 'object' || result === null || !('badge' in result)) return null;
  const { badge } = result;
  if (badge !== 'assigned' && badge !== 'theirs-already' && badge !== 'somebody-elses') return null;
  // Both sides are built together: what the route gives as the holder is a person’s card.
  return { is: badge, holder: ('holder' in result ? result.holder : null) as PersonCard | null };
};
