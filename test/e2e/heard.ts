import type { Page } from '@playwright/test';

/** One thing that a screen reader comes to: what it is, what it is called, and how it stands. */
export interface Heard {
  role: string;
  name: string;
  level: number | null;
  pressed: string | null;
}

interface AxValue {
  value?: unknown;
}

interface AxNode {
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  properties?: { name: string; value: AxValue }[];
}

const textOf = (value: AxValue | undefined): string => (typeof value?.value === 'string' ? value.value : '');

/** Everything that the browser tells a screen reader about the page, in its order. */
export const heardOn = async (page: Page): Promise<Heard[]> => {
  const input = await page.context().newCDPSession(page);
  await input.send('Accessibility.enable');
  const { nodes }: { nodes: AxNode[] } = await input.send('Accessibility.getFullAXTree');
  await input.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => {
      const property = (wanted: string) => properties.find((one) => one.name === wanted)?.value.value;
      const [level, pressed] = [property('level'), property('pressed')];
      return {
        ...{ role: textOf(role), name: textOf(name).replaceAll(/\s+/gu, ' ').trim() },
        level: typeof level === 'number' ? level : null,
        pressed: typeof pressed === 'string' ? pressed : null,
      };
    });
};

const controls = new Set([
  ...['button', 'checkbox', 'combobox', 'link', 'listbox', 'menuitem', 'option', 'radio', 'radiogroup'],
  ...['searchbox', 'slider', 'switch', 'tab', 'textbox', 'dialog', 'alertdialog', 'image', 'img'],
]);

/** What a screen reader would stumble over on this screen, each in a sentence. */
export const stumbles = async (page: Page): Promise<string[]> => {
  const heard = await heardOn(page);
  const inDialog = heard.some(({ role }) => role === 'dialog' || role === 'alertdialog');
  const found: string[] = [];
  const count = (what: string, wanted: number, given: number) => {
    if (given !== wanted) found.push(`${given} ${what}, not ${wanted}`);
  };
  if (!inDialog) {
    const first = heard.filter(({ role, level }) => role === 'heading' && level === 1);
    count('first headings', 1, first.length);
    count('main landmarks', 1, heard.filter(({ role }) => role === 'main').length);
    const where = await page.evaluate(() => document.querySelector('h1')?.closest('main') !== null);
    if (!where) found.push('the first heading is not in the main landmark');
  }
  for (const { role, name } of heard)
    if (controls.has(role) && name === '') found.push(`a ${role} without a name`);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  });
  found.push(...twice.map((id) => `the id ${id} is there twice`));
  const language = await page.evaluate(() => document.documentElement.lang);
  if (language === '') found.push('the page has no language');
  return found;
};
