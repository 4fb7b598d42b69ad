import { promised } from './promised.ts';

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;');

const linked = (file: string): string => `[${file}](../${file})`;

const count = promised.reduce((sum, { attacks }) => sum + attacks.length, 0);

const intro = `# Attacks, and what stands in their way

What somebody at the kiosk, on its network or behind a file may try, what stands in the way, which test tries it, and what
was taken out to see that test fail: a test that passes whatever is done to the product proves nothing.

Each of the ${count} can be tried again. This takes the guard out in a copy of the sources, runs the test, and says whether it
failed:

\`\`\`
npm run test:fault -- --attack any-token     one of them, by its name
npm run test:fault -- --attack all           all of them, in some minutes
\`\`\`

That every route is guarded is asked of the router itself (test/electron/attacks/every-route.test.ts): a route that is added
and of which nobody said who may ask fails it.

This file is made from test/fault/attacks/.
`;

/** docs/attacks.md, as it follows from what is tried. */
export const attacksDocument = (): string =>
  [
    intro,
    ...promised.map(({ title, attacks }) =>
      [
        `## ${title}`,
        '',
        '| attack | guard | test | seen to fail |',
        '|---|---|---|---|',
        ...attacks.map(({ name, attack, guard, out, edits, test: [file, sentence] }) => {
          const where = [...new Set(edits.map(([path]) => path))].map(linked).join(', ');
          const said = sentence.split('%')[0]?.replace(/[:\s]+$/u, '') ?? '';
          return `| ${[
            cell(attack),
            `${cell(guard)} (${where})`,
            `“${cell(said)}” (${linked(file)})`,
            `${cell(out)} (\`${name}\`)`,
          ].join(' | ')} |`;
        }),
        '',
      ].join('\n'),
    ),
  ].join('\n');
