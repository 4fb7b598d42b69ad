import { useCallback, useState } from 'react';
import type { SettingsChange, SettingsProblem, SettingsView } from '../../../../core/settings/view.ts';
import { changeSettings } from '../../../device/manage/settings.ts';
import { NotDone, useManager } from '../manager.ts';

export type Said = 'saved' | SettingsProblem | 'no-answer';

/** Saves settings, and says what came of it. */
export const useSave = (onSaved: (settings: SettingsView) => void) => {
  const { ask } = useManager();
  const [said, setSaid] = useState<Said | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const save = useCallback(
    async (change: SettingsChange) => {
      setSaid(null);
      setIsSaving(true);
      const id = crypto.randomUUID();
      try {
        const answer = await ask((as) => changeSettings(as, { id, change }));
        const now = await answer.json();
        if ('settings' in now) {
          onSaved(now.settings);
          setSaid('saved');
        } else setSaid('problem' in now ? now.problem : 'no-answer');
      } catch (failed) {
        if (!(failed instanceof NotDone) || failed.why === 'no-answer') setSaid('no-answer');
      }
      setIsSaving(false);
    },
    [ask, onSaved],
  );
  return { save, isSaving, said };
};
