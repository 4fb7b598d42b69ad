import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ImportKind,
  type ImportPreview,
  type PreviewPart,
  previewParts,
} from '../../../../core/roster/import-view.ts';
import { useLive } from '../../../device/device.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Toggle } from '../../../ui/toggle.tsx';
import { ColumnsForm } from './columns-form.tsx';
import style from './imports.module.css';
import { PartRows } from './part-rows.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import type { Doing } from './use-import.ts';

interface PreviewProps {
  kind: ImportKind;
  doing: Doing;
  preview: ImportPreview;
}

/** What would change, in its parts; what is to be decided; and bringing it in. */
export const Preview = ({ kind, doing, preview }: PreviewProps) => {
  const { t } = useTranslation('imports');
  const { files, photos, refused, counts, outline, sheets } = preview;
  const [isCorrecting, setIsCorrecting] = useState(false);
  const { view } = useLive();
  // Whoever is signed in as one of the demo team would find themselves outside.
  const leavesDemo = kind === 'people' && counts.added > 0 && view?.demo === true;
  return (
    <section className={style.preview} aria-labelledby="preview">
      <h2 id="preview">{t('file', { name: files.map(({ name }) => `\u2068${name}\u2069`).join(', ') })}</h2>
      {refused !== null && <RefusedNotice refused={refused} />}
      {refused?.ask === 'names' && (
        <ChoiceGroup
          label={t('names.label')}
          options={(['given-first', 'family-first'] as const).map((value) => ({
            value,
            label: t(`names.${value}`),
          }))}
          value={doing.decisions.names}
          onChange={(names) => doing.decide({ names })}
        />
      )}
      {sheets !== null && sheets.names.length > 1 && (
        <ChoiceGroup
          label={t('sheet')}
          options={sheets.names.map((name) => ({ value: name, label: name }))}
          value={sheets.read}
          onChange={(sheet) => doing.decide({ sheet, columns: null })}
        />
      )}
      {outline !== null && (
        <>
          {refused?.ask !== 'columns' && (
            <Button
              variant="plain"
              className={style.open}
              aria-expanded={isCorrecting}
              onPress={() => setIsCorrecting((now) => !now)}
            >
              {t('columns.open')}
            </Button>
          )}
          {(isCorrecting || refused?.ask === 'columns') && (
            <ColumnsForm
              key={preview.plan}
              outline={outline}
              onUse={(columns) => doing.decide({ columns })}
            />
          )}
        </>
      )}
      {refused === null && (
        <>
          <ul className={style.besides}>
            {photos.brought > 0 && <li>{t('photosUsed', photos)}</li>}
            {counts.unchanged > 0 && <li>{t('unchanged', { count: counts.unchanged })}</li>}
            {counts.leftOut > 0 && <li>{t('leftOut', { count: counts.leftOut })}</li>}
            {leavesDemo && <li>{t('demoLeaves')}</li>}
          </ul>
          <Parts kind={kind} doing={doing} preview={preview} />
        </>
      )}
      {refused === null && <CarryOut doing={doing} preview={preview} />}
    </section>
  );
};

const Parts = ({ kind, doing, preview }: PreviewProps) => {
  const { t } = useTranslation('imports');
  const { counts } = preview;
  const there = previewParts.filter((part) => counts[part] > 0);
  const [chosen, setChosen] = useState<PreviewPart | null>(null);
  const part = chosen !== null && there.includes(chosen) ? chosen : (there[0] ?? null);
  return (
    <>
      <fieldset aria-label={t('parts.label')} className={style.parts}>
        {there.map((one) => (
          <Button key={one} className={style.part} aria-pressed={one === part} onPress={() => setChosen(one)}>
            <span>{t(`parts.${one}`)}</span>
            <span className={style.count}>{t('counted', { count: counts[one] })}</span>
          </Button>
        ))}
      </fieldset>
      {part !== null && <PartRows key={part} kind={kind} doing={doing} plan={preview.plan} part={part} />}
    </>
  );
};

const changing = ['added', 'changed', 'back', 'retired', 'cancelled'] as const;

/** The way to bring it in, or what stands in it. */
const CarryOut = ({ doing, preview }: Omit<PreviewProps, 'kind'>) => {
  const { t } = useTranslation('imports');
  const [skips, setSkips] = useState(false);
  const { counts, undecided } = preview;
  const isNothing = changing.every((part) => counts[part] === 0);
  const needsSkip = counts.errors > 0 && !skips;
  const why = isNothing
    ? t('cannot.nothing')
    : undecided > 0
      ? t('cannot.undecided', { count: undecided })
      : needsSkip
        ? t('cannot.errors')
        : null;
  return (
    <div className={style.carryOut}>
      {counts.errors > 0 && !isNothing && (
        <Toggle isSelected={skips} onChange={setSkips} className={style.skip}>
          {t('skip', { count: counts.errors })}
        </Toggle>
      )}
      {why !== null && <p role="status">{why}</p>}
      <Button
        variant="primary"
        isDisabled={why !== null || doing.busy !== null}
        onPress={() => doing.carryOut(skips)}
      >
        {t('carryOut')}
      </Button>
    </div>
  );
};
