import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../../core/roster/import-view.ts';
import { Button } from '../../../ui/button.tsx';
import style from './imports.module.css';
import type { Doing } from './use-import.ts';

const lists = [
  ...['.csv', '.tsv', '.txt', '.xlsx', '.json', '.ndjson', 'text/csv', 'application/json'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
const pictures = ['image/jpeg', 'image/png', 'image/webp'];

/** Chooses a list and, of people, the photos that go with it. */
export const ChooseFiles = ({ kind, doing }: { kind: ImportKind; doing: Doing }) => {
  const { t } = useTranslation('imports');
  const { preview, busy, bring, leave } = doing;
  const choose = (files: FileList | null) => bring(files === null ? [] : [...files]);
  return (
    <div className={style.choose}>
      <FileTrigger acceptedFileTypes={lists} allowsMultiple onSelect={choose}>
        <Button variant={preview === null ? 'primary' : 'quiet'} isDisabled={busy !== null}>
          {t(preview === null ? 'choose' : 'chooseOthers')}
        </Button>
      </FileTrigger>
      {kind === 'people' && preview?.refused === null && (
        <FileTrigger acceptedFileTypes={pictures} allowsMultiple onSelect={choose}>
          <Button isDisabled={busy !== null}>{t('photos')}</Button>
        </FileTrigger>
      )}
      {preview !== null && (
        <Button variant="plain" isDisabled={busy !== null} onPress={leave}>
          {t('dropped')}
        </Button>
      )}
    </div>
  );
};
