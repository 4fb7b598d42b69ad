import type { Dice } from './chance.ts';

/** Values that a careless reader could take for something else, as JSON text: most are not in the form of RFC 8785. */
const oddTexts = [
  ...['null', 'true', '0', '-0', '1', '-1', '2', '1.0', '1e0', '1E2', '1.5', '01', '+1', '.5', '1.', 'NaN'],
  ...['9007199254740991', '9007199254740992', '9007199254740993', '1e21', '1e400', '-1e400', '5e-324'],
  ...['123456789012345678901234567890', '0.1', '1e-7', '100000000000000000000', '1e+21'],
  ...[
    '""',
    '" "',
    '"x"',
    '"\\u0061"',
    '"\\/"',
    '"/"',
    '"\\u00e9"',
    '"é"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\ud83d\\ude00"',
  ],
  ...[
    '"😀"',
    '"\\n"',
    '"\\u000a"',
    '"\\t"',
    '"\\u0009"',
    '"\\u007f"',
    '"\u007f"',
    '"\u2028"',
    '"\\u2028"',
    '"\\u001f"',
    '"\\u001F"',
  ],
  ...[
    '[]',
    '{}',
    '[1]',
    '{"a":1}',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"":0}',
    '{"\\u0061":1}',
    '{"__proto__":1}',
  ],
  ...[
    '{"é":1,"z":2}',
    '{"\ufb33":1,"😀":2}',
    '{"😀":1,"\ufb33":2}',
    '[1,]',
    '[ 1]',
    "'x'",
    '\ufeff1',
    'tru',
    '',
  ],
  ...[
    '"2026-02-30T00:00:00.000+00:00"',
    '"2026-03-01T07:30:00.000Z"',
    '"2026-03-01T07:30:00+00:00"',
    '"2026-03-01"',
  ],
  ...[
    '"2026-03-01T24:00:00.000+00:00"',
    '"2026-03-01T23:59:60.000+00:00"',
    '"2026-03-01T07:30:00.000+24:00"',
  ],
  ...[
    '"2026-03-01t07:30:00.000+00:00"',
    '"2026-03-01 07:30:00.000+00:00"',
    '"2026-03-01T07:30:00.0000+00:00"',
  ],
  ...[
    '"2024-02-29T07:30:00.000-12:30"',
    '"2023-02-29T07:30:00.000+00:00"',
    '"0000-01-01T00:00:00.000+00:00"',
  ],
  ...['"2026-03-01T07:30:00.000+0000"', '"2026-03-01T07:30:00.000-00:00"', '"2026-13-01T07:30:00.000+00:00"'],
  ...['"00000000-0000-0000-0000-000000000000"', '"FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF"'],
  ...[
    '"ffffffff-ffff-4fff-8fff-ffffffffffff"',
    '"fffffffffffF4fff8fffffffffffffff"',
    '"{ffffffff-ffff-4fff-8fff-ffffffffffff}"',
  ],
  ...[
    '"AAAAAAAAAAAAAAAAAAAAAA"',
    '"AAAAAAAAAAAAAAAAAAAAAB"',
    '"AAAAAAAAAAAAAAAAAAAAA="',
    '"AAAAAAAAAAAAAAAAAAAAA+"',
  ],
  ...['"session-opened"', '"restored"', '"purged"', '"introduction-recorded"', '"all"', '{"kind":"all"}'],
  ...[
    '{"from":"2026-03-02","kind":"days","to":"2026-03-01"}',
    '{"from":"2026-02-31","kind":"days","to":"2026-03-01"}',
  ],
  ...[
    '{"id":"x","kind":"session"}',
    '{"id":"","kind":"session"}',
    '{"id":1,"kind":"session"}',
    '{"kind":"all","x":1}',
  ],
];

/** As deep as JSON can be asked to go. */
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const oddText = (dice: Dice): string => {
  if (dice.happens(0.02)) return deep(dice.any([2, 30, 100, 100_000]));
  if (dice.happens(0.1))
    return JSON.stringify(dice.any([dice.between(-1, 1), dice.between(0, 1e22), 2 ** dice.whole(-60, 70)]));
  return dice.any(oddTexts);
};

/** Members of a JSON object in one line: where each begins and ends, if the line is such an object on its top level. */
const membersIn = (line: string): { name: string; text: string }[] => {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([name, member]) => ({ name, text: JSON.stringify(member) }));
  } catch {
    return [];
  }
};

const joined = (members: readonly { name: string; text: string }[]): string =>
  `{${members.map(({ name, text }) => `${JSON.stringify(name)}:${text}`).join(',')}}`;

/** The line of an object with one thing about it changed that a reader may or may not notice. */
export const oddLine = (dice: Dice, line: string): string => {
  const members = membersIn(line);
  if (members.length === 0) return oddText(dice);
  const at = dice.whole(0, members.length - 1);
  const chosen = dice.any(members);
  return dice.any([
    () => joined(members.toSpliced(at, 1)),
    () => joined(members.toSpliced(at, 0, chosen)),
    () =>
      joined(
        members.toSpliced(at, 0, {
          name: dice.any(['x', 'z', 'ad', 'log', '__proto__']),
          text: oddText(dice),
        }),
      ),
    () =>
      joined(members.map((member, place) => (place === at ? { ...member, text: oddText(dice) } : member))),
    () =>
      joined(members.map((member, place) => (place === at ? { ...member, text: oddText(dice) } : member))),
    () =>
      joined(
        members.map((member, place) =>
          place === at ? { ...member, text: oddLine(dice, member.text) } : member,
        ),
      ),
    () =>
      joined(
        members.map((member, place) =>
          place === at ? { ...member, name: member.name.toUpperCase() } : member,
        ),
      ),
    () => joined(members.toReversed()),
    () => line.replace(dice.any([':', ',', '{', '}']), (sign) => `${sign} `),
    () =>
      dice.any([
        ` ${line}`,
        `${line} `,
        `\ufeff${line}`,
        `[${line}]`,
        line.slice(0, -1),
        `${line}${line}`,
        `${line}\r`,
      ]),
    () => line.replace(/"([a-z])/, (_, letter: string) => `"\\u00${letter.charCodeAt(0).toString(16)}`),
    () => changedCharacter(dice, line),
  ])();
};

/** Another character in one place. */
export const changedCharacter = (dice: Dice, text: string): string => {
  const at = dice.whole(0, Math.max(0, text.length - 1));
  const other = dice.any([
    '0',
    '1',
    'a',
    'f',
    'F',
    'Z',
    '=',
    '+',
    '/',
    '-',
    ' ',
    '"',
    '\\',
    ',',
    '\n',
    'é',
    '\u0000',
    '\u007f',
  ]);
  return text.slice(0, at) + other + text.slice(at + 1);
};
