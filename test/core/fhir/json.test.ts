import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepest, valuesIn } from '../../../core/fhir/json.ts';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const faultOf = (text: string): string => {
  const read = valuesIn(text);
  return read.ok ? 'none' : `${read.problem.line}: ${read.problem.kind}`;
};
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the text of a file', () => {
  it('is JSON here exactly where it is JSON', () => {
    const broken = fc
      .tuple(
        fc.json({ maxDepth: 5 }),
        fc.nat(),
        fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '0', '\n', '\u0001'),
      )
      .map(([text, at, sign]) => {
        const where = at % (text.length + 1);
        return text.slice(0, where) + sign + text.slice(where + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 5 }), broken), (text) => {
        const read = valuesIn(text);
        expect(read.ok && read.value.length === 1).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    '{"a":1,}',
    '[1,]',
    '{"a"}',
    '{a:1}',
    "{'a':1}",
    '[01]',
    '[1.]',
    '[.5]',
    '[+1]',
    '[nul]',
    '["\\x"]',
    '["\\u12g4"]',
    '["a\tb"]',
    '{"a":1 "b":2}',
    '{]',
    '[}',
    '{,}',
    'NaN',
    '//x\n{}',
  ])('is broken where JSON is: %s', (text) => {
    expect(isJson(text)).toBe(false);
    expect(faultOf(text)).toBe('1: broken');
  });

  it.each(['{"a":', '[1', '"abc', '{"a":"b', '["\\', '["\\u12', '{'])('is cut off: %s', (text) => {
    expect(faultOf(text)).toBe('1: cut-off');
  });

  it('is told by the line on which it breaks', () => {
    expect(faultOf('{\n"a": 1,\n"b" 2\n}')).toBe('3: broken');
    expect(faultOf('{}\n{}\n{"a":\n')).toBe('4: cut-off');
  });

  it('may hold values one behind another, each with its line', () => {
    const read = valuesIn('{"a":1}\n\n[2]\r\n{"b":\n3}');
    expect(read.ok && read.value.map(({ line, oneLine }) => [line, oneLine])).toEqual([
      [1, true],
      [3, true],
      [4, false],
    ]);
  });

  it('may be nested as deep as that and no deeper, however deep it is', () => {
    expect(faultOf(nested(deepest))).toBe('none');
    expect(faultOf(`\n${nested(deepest + 1)}`)).toBe('2: too-deep');
    expect(faultOf('[{"a":'.repeat(800_000))).toBe('1: too-deep');
    expect(faultOf(`{"a":"${'['.repeat(1000)}"}`)).toBe('none');
  });

  it('may hold one very long text, or very many', () => {
    expect(faultOf(`["${'\\"x'.repeat(1_600_000)}"]`)).toBe('none');
    expect(faultOf(`[${'1,'.repeat(2_400_000)}1]`)).toBe('none');
    expect(faultOf(`[${'9'.repeat(5_000_000)}]`)).toBe('none');
    expect(faultOf(' '.repeat(5_000_000))).toBe('none');
  });
});
