import type { MemberName } from '../../../core/log/bundle/members.ts';
import type { Members } from '../../vectors/make/bundle.ts';
import type { Dice } from './chance.ts';
import { changedCharacter, oddLine } from './odd.ts';

/** What somebody without any key can do to a member; `other` is a bundle of another record. */
export const forgeMembers = (dice: Dice, members: Members, other: Members): void => {
  const names = [...members.keys()].filter((name) => name !== 'README.txt');
  const name = dice.any(names);
  const text = members.get(name) ?? '';
  const lines = text.split('\n').slice(0, -1);
  const at = dice.whole(0, Math.max(0, lines.length - 1));
  const line = lines[at] ?? '';
  const again = (changed: readonly string[]): string => changed.map((one) => `${one}\n`).join('');
  const forged = dice.any([
    () => again(lines.toSpliced(at, 1)),
    () => again(lines.toSpliced(at, 0, line)),
    () => again(lines.toSpliced(at, 1, lines.at(-1 - at) ?? '')),
    () => again(lines.toReversed()),
    () => again(lines.slice(0, at)),
    () => again([...lines, dice.any(['', '0', line, '{}', '{"proof":[],"seq":1}', '{"proof":[],"size":1}'])]),
    () => again(lines.toSpliced(at, 1, changedCharacter(dice, line))),
    () => again(lines.toSpliced(at, 1, changedCharacter(dice, line))),
    () => again(lines.toSpliced(at, 1, oddLine(dice, line))),
    () => again(lines.toSpliced(at, 1, line.toUpperCase())),
    () => again(lines.toSpliced(at, 1, `${line}\r`)),
    () => again(lines.toSpliced(at, 1, '')),
    () => text.slice(0, -1),
    () => `${text}\n`,
    () => '',
    () => other.get(name) ?? text,
    () =>
      again(
        lines.toSpliced(
          at,
          1,
          line.replace(/"[A-Za-z0-9+/]{43}="/, (hash) => dice.any([`${hash},${hash}`, '""', '"AAAA"'])),
        ),
      ),
    () =>
      again(
        lines.toSpliced(
          at,
          1,
          line.replace(/"(?:seq|size)":\d+/, (pair) =>
            pair.replace(/\d+/, (digits) => String(Number(digits) + dice.whole(-2, 2))),
          ),
        ),
      ),
  ])();
  members.set(name, forged.toWellFormed());
};

/** Members in another order, one of them gone, twice, or by another name. */
export const forgeOrder = (dice: Dice, members: Members): [MemberName, string][] => {
  const all = [...members];
  const at = dice.whole(0, all.length - 1);
  const [chosen] = all.splice(at, 1);
  if (chosen === undefined) return all;
  const [name, text] = chosen;
  return dice.any<() => [MemberName, string][]>([
    () => all,
    () => all.toSpliced(dice.whole(0, all.length), 0, chosen),
    () => all.toSpliced(at, 0, chosen, chosen),
    () => all.toSpliced(at, 0, [name, ''], chosen),
    () =>
      all.toSpliced(at, 0, [
        dice.any<MemberName>(['leaves.txt', 'proofs.ndjson', 'consistency.ndjson']),
        text,
      ]),
  ])();
};
