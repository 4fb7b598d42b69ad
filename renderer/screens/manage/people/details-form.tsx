import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NamePolicy, namePolicies, namePolicyFor } from '../../../../core/names.ts';
import type { HandChange, HandText } from '../../../../core/people/edit.ts';
import type { PersonFile } from '../../../../core/people/view.ts';
import { isRoleId, type RoleId, roleIds } from '../../../../core/roles.ts';
import { changePerson } from '../../../device/manage/people.ts';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { LanguagesSheet, ownNameOf } from '../../my-card/languages-sheet.tsx';
import { Pick } from '../parts/pick.tsx';
import style from './person.module.css';
import type { PartProps } from './use-person.ts';

/** What was typed or chosen and is not saved; what is not in it is as the device has it. */
interface Typed extends Partial<Record<HandText, string>> {
  role?: RoleId;
  languages?: string[];
  names?: NamePolicy | null;
}

const texts = ['given', 'family', 'preferred', 'sayIt', 'credentials', 'title'] as const;
const labels = {
  given: 'field.given',
  family: 'field.family',
  preferred: 'field.preferred',
  sayIt: 'field.say-it',
  credentials: 'field.credentials',
  title: 'field.title',
} as const;

const keptText = (person: PersonFile, field: HandText): string => {
  const { names, sayIt, credentials, title } = person;
  const kept = { ...names, sayIt, credentials, title };
  return kept[field] ?? '';
};

/** Only what is other than on the device is sent: somebody else may have changed the rest. */
const changeOf = (person: PersonFile, typed: Typed): HandChange => {
  const change: HandChange = {};
  for (const field of texts) {
    const text = typed[field];
    if (text === undefined || text.trim() === keptText(person, field)) continue;
    if (field === 'given') change.given = text;
    else change[field] = text.trim() === '' ? null : text;
  }
  if (typed.role !== undefined && typed.role !== person.role) change.role = typed.role;
  const { languages, names } = typed;
  if (languages !== undefined && languages.join() !== person.languages.join()) change.languages = languages;
  if (names !== undefined && names !== person.policy) change.names = names;
  return change;
};

interface DetailsFormProps extends PartProps {
  /** Whether anything is typed or chosen that the device does not have. */
  onUnsaved: (isUnsaved: boolean) => void;
}

/** What the list says of somebody. What they said themselves is shown and theirs. */
export const DetailsForm = ({ person, desk, onUnsaved }: DetailsFormProps) => {
  const { t } = useTranslation(['people', 'card']);
  const roleName = useRoleName();
  const [typed, setTyped] = useState<Typed>({});
  const [problem, setProblem] = useState<{ field: string; problem: string } | null>(null);
  const change = changeOf(person, typed);
  const isChanged = Object.keys(change).length > 0;
  useEffect(() => onUnsaved(isChanged), [isChanged, onUnsaved]);
  const type = (more: Typed) => {
    setProblem(null);
    setTyped((now) => ({ ...now, ...more }));
  };
  const save = async () => {
    if (!isChanged || desk.isBusy) return;
    const done = await desk.change(person, 'person', (of) => changePerson(of, change));
    if (done?.is === 'kept') setTyped({});
    if (done?.is === 'refused') setProblem(problemIn(done.problem));
  };
  const said = (field: string) => (problem?.field === field ? t(`text.${wordsFor(problem.problem)}`) : null);
  const theirs = (field: string) => person.theirs.some((one) => one === field);
  const languages = typed.languages ?? person.languages;
  return (
    <section className={style.part} aria-labelledby="list-says">
      <h2 id="list-says">{t('section.list')}</h2>
      <div className={style.fields}>
        {texts.map((field) =>
          theirs(field) ? (
            <SaidThemselves key={field} label={t(labels[field])}>
              <bdi>{keptText(person, field)}</bdi>
            </SaidThemselves>
          ) : (
            <TextInput
              key={field}
              label={t(labels[field])}
              value={typed[field] ?? keptText(person, field)}
              maxLength={400}
              onChange={(text) => type({ [field]: text })}
              onEnter={() => void save()}
              problem={said(field)}
              {...(field === 'title' ? { hint: t('titleHint') } : {})}
            />
          ),
        )}
        <Pick
          label={t('field.role')}
          value={typed.role ?? person.role}
          options={roleIds.map((role) => ({ value: role, label: roleName(role) }))}
          onChange={(role) => type(isRoleId(role) ? { role } : {})}
        />
      </div>
      <Languages
        languages={languages}
        isTheirs={theirs('languages')}
        onChange={(tags) => type({ languages: tags })}
      />
      <HowMuch
        person={person}
        value={typed.names === undefined ? person.policy : typed.names}
        onChange={(names) => type({ names })}
      />
      {said('names') !== null && <p role="alert">{said('names')}</p>}
      <div className={style.save}>
        <Button variant="primary" isDisabled={!isChanged || desk.isBusy} onPress={() => void save()}>
          {t('save')}
        </Button>
        <p role="status">{isChanged ? t('unsaved') : ''}</p>
      </div>
    </section>
  );
};

const problemIn = (said: unknown): { field: string; problem: string } | null =>
  typeof said === 'object' && said !== null && 'field' in said && 'problem' in said
    ? { field: String(said.field), problem: String(said.problem) }
    : null;

const wordsFor = (problem: string) => {
  const known = (['empty', 'too-long', 'forbidden-character', 'theirs', 'wider'] as const).find(
    (one) => one === problem,
  );
  return known ?? 'forbidden-character';
};

const SaidThemselves = ({ label, children }: { label: string; children: ReactNode }) => {
  const { t } = useTranslation('people');
  return (
    <div className={style.theirs}>
      <h3>{label}</h3>
      <p>{children}</p>
      <p className={style.quiet}>{t('said')}</p>
    </div>
  );
};

interface LanguagesProps {
  languages: readonly string[];
  isTheirs: boolean;
  onChange: (languages: string[]) => void;
}

const Languages = ({ languages, isTheirs, onChange }: LanguagesProps) => {
  const { t } = useTranslation('people');
  const [choosing, setChoosing] = useState(false);
  const spoken =
    languages.length === 0
      ? t('noLanguages')
      : languages.map((tag, at) => (
          <span key={tag}>
            {at > 0 && ' · '}
            <bdi lang={tag}>{ownNameOf(tag)}</bdi>
          </span>
        ));
  if (isTheirs) return <SaidThemselves label={t('field.languages')}>{spoken}</SaidThemselves>;
  return (
    <div className={style.theirs}>
      <h3>{t('field.languages')}</h3>
      <div className={style.line}>
        <p>{spoken}</p>
        <Button onPress={() => setChoosing(true)}>{t('changeLanguages')}</Button>
      </div>
      <LanguagesSheet
        title={t('languagesTitle')}
        isOpen={choosing}
        onClose={() => setChoosing(false)}
        languages={languages}
        onChange={onChange}
      />
    </div>
  );
};

interface HowMuchProps {
  person: PersonFile;
  value: NamePolicy | null;
  onChange: (names: NamePolicy | null) => void;
}

/** Less of the name than the place shows, never more. */
const HowMuch = ({ person: { rule, theirs }, value, onChange }: HowMuchProps) => {
  const { t } = useTranslation(['people', 'card']);
  const label = t('people:field.names');
  const offered = namePolicies.filter(
    (policy) => namePolicyFor({ site: rule, unit: null, person: policy }) === policy,
  );
  if (theirs.includes('names'))
    return <SaidThemselves label={label}>{t(`card:names.${value ?? rule}`)}</SaidThemselves>;
  return (
    <div className={style.theirs}>
      <h3>{label}</h3>
      {offered.length < 2 ? (
        <p className={style.quiet}>{t('card:names.onlyFirst')}</p>
      ) : (
        <Segments
          label={label}
          options={offered.map((policy) => ({ value: policy, label: t(`card:names.${policy}`) }))}
          value={value ?? rule}
          onChange={(chosen) => onChange(chosen === rule ? null : chosen)}
        />
      )}
    </div>
  );
};
