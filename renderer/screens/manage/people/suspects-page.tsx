import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import type { MergeSide } from '../../../../core/people/view.ts';
import { roleOf } from '../../../../core/roles.ts';
import { askSuspects, suspectsIn } from '../../../device/manage/people.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Portrait } from '../../../ui/portrait.tsx';
import { useAsked } from '../manager.ts';
import style from './pair.module.css';
import people from './people.module.css';
import type { Shown } from './people-section.tsx';

/** Pairs who may be one person, the surest first, each with why. */
export const SuspectsPage = ({ onShow }: { onShow: (shown: Shown) => void }) => {
  const { t } = useTranslation('people');
  const { conventions } = useLanguage();
  const [from, setFrom] = useState(0);
  const { is, value, again } = useAsked(`${from} ${conventions}`, async (ask) =>
    suspectsIn(await ask(askSuspects(from, conventions))),
  );
  return (
    <div className={people.page}>
      <div className={people.way}>
        <Button variant="plain" onPress={() => onShow({ is: 'list' })}>
          {t('allPeople')}
        </Button>
      </div>
      <h1>{t('filter.doubles')}</h1>
      <p className={people.what}>{t('suspects.what')}</p>
      {value === null && is !== 'failed' && <p role="status">{t('loading')}</p>}
      {is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={again}>{t('again')}</Button>
        </Notice>
      )}
      {value !== null && value.total === 0 && <p role="status">{t('suspects.none')}</p>}
      {value !== null && value.total > 0 && (
        <>
          <ul className={style.pairs}>
            {value.pairs.map(({ one, other, why, sameRole }) => (
              <li key={`${one.card.id} ${other.card.id}`} className={style.pair}>
                <Face side={one} />
                <Face side={other} />
                <p className={style.why}>
                  {t(`why.${why}`)} {t(sameRole ? 'sameRole' : 'otherRole')}
                </p>
                <Button
                  onPress={() =>
                    onShow({ is: 'pair', one: one.card.id, other: other.card.id, back: { is: 'suspects' } })
                  }
                >
                  {t('lookAtBoth')}
                </Button>
              </li>
            ))}
          </ul>
          <div className={people.pages}>
            {value.total > value.pairs.length && (
              <p role="status">
                {t('page', { from: from + 1, to: from + value.pairs.length, total: value.total })}
              </p>
            )}
            {value.total > value.pairs.length && (
              <div className={people.actions}>
                <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - pairsPerPage))}>
                  {t('before')}
                </Button>
                <Button
                  isDisabled={from + pairsPerPage >= value.total}
                  onPress={() => setFrom(from + pairsPerPage)}
                >
                  {t('next')}
                </Button>
              </div>
            )}
          </div>
        </>
      )}
    </div>
  );
};

/** As the device has it. */
const pairsPerPage = 10;

const Face = ({ side: { card } }: { side: MergeSide }) => {
  const roleName = useRoleName();
  const { family } = roleOf(card.role);
  return (
    <div className={style.one} data-family={family}>
      <Portrait person={card} family={family} className={style.small} />
      <span>
        <Name className={style.name}>{wholeName(card)}</Name>
        <span className={style.role}>{roleName(card.role, card.gender)}</span>
      </span>
    </div>
  );
};
