import { useTranslation } from 'react-i18next';
import type { NotIn } from '../../device/manage/access.ts';
import { Notice } from '../../ui/notice.tsx';

/** Why somebody was not let in, and what they can do. */
export const NotInNotice = ({ notIn: { problem, wait } }: { notIn: NotIn }) => {
  const { t } = useTranslation('manage');
  const minutes = Math.ceil(wait / 60_000);
  const isLong = wait > 60_000;
  return (
    <Notice
      urgent
      happened={t(`notIn.${problem}`)}
      todo={
        wait > 0
          ? isLong
            ? t('notIn.waitMinutes', { count: minutes })
            : t('notIn.waitSeconds', { count: Math.ceil(wait / 1_000) })
          : t(`notIn.${problem}Todo`)
      }
    />
  );
};
