import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.tsx';
import type { AccessProblem } from './use-change.ts';

/** Why access was not changed, where it was asked for. */
export const AccessProblemNotice = ({ problem }: { problem: AccessProblem | null }) => {
  const { t } = useTranslation('manage');
  return problem === null ? null : <Notice urgent happened={t(`access.problem.${problem}`)} />;
};
