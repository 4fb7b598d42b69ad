import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { InLanguage } from '../../renderer/i18n/language.tsx';
import { Names } from '../../renderer/ui/names.tsx';

const drawn = (language: string, names: readonly string[]): string =>
  renderToStaticMarkup(
    <InLanguage wanted={[language]}>
      <Names names={names} />
    </InLanguage>,
  );

it('names in a sentence run as the sentence does, each in its own direction', () => {
  expect(drawn('ar', ['Amara', 'Inês'])).toBe('<span><bdi>Amara</bdi> و<bdi>Inês</bdi></span>');
  expect(drawn('en', ['نادية', 'Kofi', '王小明'])).toBe(
    '<span><bdi>نادية</bdi>, <bdi>Kofi</bdi>, and <bdi>王小明</bdi></span>',
  );
  expect(drawn('ht', ['Aket', 'Pol'])).toBe('<span><bdi>Aket</bdi> ak <bdi>Pol</bdi></span>');
});
