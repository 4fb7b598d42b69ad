import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestName } from '../../../../core/names.ts';
import { saySite } from '../../../device/manage/first-start.ts';
import { languages, ownName } from '../../../i18n/languages.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextInput } from '../../../ui/text-input.tsx';

/** Where the kiosk stands, and what its screens speak when no patient chose otherwise. */
export const SiteForm = ({ language, onKept }: { language: string; onKept: () => void }) => {
  const { t } = useTranslation('manage');
  const [place, setPlace] = useState('');
  const [unit, setUnit] = useState('');
  const [chosen, setChosen] = useState(language);
  const [problem, setProblem] = useState<'no-name' | 'not-first-start' | 'no-answer' | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const isWhole = place.trim() !== '' && unit.trim() !== '';
  const keep = async () => {
    if (!isWhole || isAsking) return;
    setIsAsking(true);
    const said = await saySite({ place, unit, language: chosen });
    setIsAsking(false);
    if (typeof said !== 'string') return onKept();
    setProblem(said);
  };
  return (
    <>
      <TextInput
        label={t('first.place')}
        hint={t('first.placeHint')}
        value={place}
        onChange={setPlace}
        maxLength={longestName}
        autoFocus
      />
      <TextInput
        label={t('first.unit')}
        hint={t('first.unitHint')}
        value={unit}
        onChange={setUnit}
        maxLength={longestName}
        onEnter={keep}
      />
      <ChoiceGroup
        label={t('first.language')}
        options={languages.map((one) => ({ value: one, label: ownName(one), lang: one }))}
        value={chosen}
        onChange={setChosen}
      />
      {problem !== null && (
        <Notice
          urgent
          happened={t(problem === 'not-first-start' ? 'first.tooLate' : 'first.notKept')}
          todo={t(
            problem === 'not-first-start'
              ? 'first.tooLateTodo'
              : problem === 'no-name'
                ? 'first.noName'
                : 'notIn.no-answerTodo',
          )}
        />
      )}
      <Button variant="primary" isDisabled={!isWhole || isAsking} onPress={keep}>
        {t('goOn')}
      </Button>
    </>
  );
};
