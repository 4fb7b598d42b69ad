import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewCode } from '../../../device/manage/holders.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useManager } from '../manager.ts';
import { CodeShown } from '../parts/code-shown.tsx';

/** Another recovery code, in the place of one that is lost. */
export const CodeSheet = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const { t } = useTranslation('manage');
  return (
    <Sheet title={t('access.codeNew')} isOpen={isOpen} onClose={onClose}>
      <NewCode onDone={onClose} />
    </Sheet>
  );
};

const NewCode = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('manage');
  const { ask } = useManager();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [code, setCode] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const make = async () => {
    setFailed(false);
    const answer = await ask((as) => renewCode(as, { id })).catch(() => null);
    const said = answer === null ? null : await answer.json().catch(() => null);
    if (said !== null && 'code' in said) return setCode(said.code);
    // A code that was shown is not shown again: another asking makes another one.
    if (said !== null) setId(crypto.randomUUID());
    setFailed(true);
  };
  if (code !== null) return <CodeShown code={code} onDone={onDone} />;
  return (
    <>
      <p>{t('access.codeOld')}</p>
      {failed && <Notice urgent happened={t('first.notNamed')} todo={t('notIn.no-answerTodo')} />}
      <Button variant="primary" onPress={make}>
        {t('access.codeNew')}
      </Button>
    </>
  );
};
