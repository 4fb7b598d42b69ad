import { Trans, useTranslation } from 'react-i18next';
import type { Verdict } from '../../../core/session/commands.ts';
import type { Introduction } from '../../../core/session/state.ts';
import type { Method } from '../../../core/session/words.ts';
import { Name } from '../../ui/name.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AnswerList } from '../board/answer-list.tsx';
import type { Member } from '../board/members.ts';

interface AnswerSheetProps {
  member: Member | null;
  introduction: Introduction | null;
  method: Method;
  onClose: () => void;
  onRecord: (introduction: Introduction, verdict: Verdict) => void;
}

/** Every other answer about one person: known already, not here, skipped; later, the correction of what was marked. */
export const AnswerSheet = ({ member, introduction, method, onClose, onRecord }: AnswerSheetProps) => {
  const { t } = useTranslation('team');
  return (
    <Sheet
      title={
        <Trans
          t={t}
          i18nKey="answer"
          values={{ name: member?.person.first ?? '' }}
          components={{ name: <Name /> }}
        />
      }
      isOpen={member !== null && introduction !== null}
      onClose={onClose}
    >
      {introduction !== null && (
        <AnswerList
          kind="team"
          introduction={introduction}
          method={method}
          onAnswer={(verdict) => {
            onClose();
            onRecord(introduction, verdict);
          }}
        />
      )}
    </Sheet>
  );
};
