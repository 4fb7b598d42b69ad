import { useTranslation } from 'react-i18next';
import type { Method } from '../../../core/session/words.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export type Marking = Exclude<Method, 'badge'>;

interface OptionsSheetProps {
  isOpen: boolean;
  onClose: () => void;
  method: Marking;
  onMethod: (method: Marking) => void;
  masked: boolean;
  onMasked: (masked: boolean) => void;
}

/** How the round runs at this screen: whose touch it is that marks somebody, and how the faces are shown. */
export const OptionsSheet = (props: OptionsSheetProps) => {
  const { isOpen, onClose, method, onMethod, masked, onMasked } = props;
  const { t } = useTranslation(['team', 'common']);
  return (
    <Sheet title={t('options.title')} isOpen={isOpen} onClose={onClose} close={t('options.close')}>
      <ChoiceGroup
        label={t('marks.label')}
        options={[
          { value: 'attested', label: t('marks.attested') },
          { value: 'self', label: t('marks.self') },
        ]}
        value={method}
        onChange={onMethod}
      />
      <ChoiceGroup
        label={t('options.faces')}
        options={[
          { value: 'masked', label: t('options.masked') },
          { value: 'unmasked', label: t('options.unmasked') },
        ]}
        value={masked ? 'masked' : 'unmasked'}
        onChange={(value) => onMasked(value === 'masked')}
      />
    </Sheet>
  );
};
