import { Trans, useTranslation } from 'react-i18next';
import type { Actor } from '../../../../core/log/entry.ts';
import { Name } from '../../../ui/name.tsx';
import { type Known, nameIn } from './known.ts';

/** Who or what caused an entry. */
export const ActorWords = ({ actor, known }: { actor: Actor; known: Known }) => {
  const { t } = useTranslation(['log', 'manage']);
  const components = { name: <Name /> };
  switch (actor.kind) {
    case 'badge': {
      const name = nameIn(known, actor.person);
      if (name === null) return t('log:actor.badge');
      return <Trans t={t} i18nKey="log:actor.badgeOf" values={{ name }} components={components} />;
    }
    case 'signed-in': {
      const values = {
        name: nameIn(known, actor.person) ?? t('log:somebody'),
        role: t(`manage:roles.${actor.role}`),
      };
      return <Trans t={t} i18nKey="log:actor.signedIn" values={values} components={components} />;
    }
    case 'command-line':
      return actor.user === undefined
        ? t('log:actor.command-line')
        : t('log:actor.commandLineBy', { user: actor.user });
    default:
      return t(`log:actor.${actor.kind}`);
  }
};
