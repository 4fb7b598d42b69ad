import type { Answer } from '../../core/log/verify/answer.ts';
import type { Trust } from '../../core/log/verify/bundle.ts';
import { plainly } from '../problem.ts';
import { verifyBundleFile } from '../services/verify/bundle-file.ts';
import { headline, sentences } from '../services/verify/in-words.ts';
import { anchorsIn, fingerprintIn, witnessIn } from '../services/verify/trust.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, readOptions } from './command.ts';

export const verifyCommand: CliCommand = {
  help: [
    'verify BUNDLE [--key FINGERPRINT] [--anchor FILE]… [--witness KEY]… [--json]',
    'verify --data DIR [the same]',
    '',
    '  BUNDLE             a file that “export --format bundle” wrote; nothing else is needed',
    '  --data DIR         a data folder instead, with all its tables; the record says that it was checked',
    '  --key FINGERPRINT  of the key that must have signed, as the kiosk shows it',
    '  --anchor FILE      checkpoints that reached you by another road: printed, or from an earlier bundle',
    '  --witness KEY      the verifier key of a witness whose countersignature counts as an anchor',
    '  --json             the answer in one line for programs',
    '',
    'Says “ok: entries 1–N, anchored to A”, or “bad: entry K: why; last good L”, then what else there is to know.',
    'Exit code: 0 ok, 1 bad, 2 could not be read.',
  ].join('\n'),
  run: async (words) => {
    const { values, positionals } = readOptions(
      words,
      {
        data: { type: 'string' },
        key: { type: 'string' },
        anchor: { type: 'string', multiple: true },
        witness: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
      { files: true },
    );
    const [bundle, ...others] = positionals;
    if (others.length > 0 || (bundle === undefined) === (values.data === undefined))
      throw new Misuse('Name one bundle, or a folder by --data. --help says more.');
    const key = values.key === undefined ? null : keyOf(values.key);
    const witnesses = (values.witness ?? []).map(witnessOf);
    try {
      const trust = { key, witnesses, anchors: (values.anchor ?? []).flatMap(anchorsIn) };
      const checked =
        bundle === undefined
          ? await checkFolder(values.data ?? '', trust)
          : { answer: verifyBundleFile(bundle, trust), besides: [] };
      return say(checked, trust, values.json === true);
    } catch (problem) {
      const why = plainly(problem);
      if (why === null) throw problem;
      return say({ answer: { result: 'unreadable', why }, besides: [] }, { key }, values.json === true);
    }
  },
};

interface Checked {
  answer: Answer;
  /** Sentences about the folder. */
  besides: string[];
}

/** Loaded only here: a bundle is checked without any database. */
const checkFolder = async (folder: string, trust: Trust): Promise<Checked> => {
  const { checkFolderAndLog } = await import('../services/verify/check-folder.ts');
  return checkFolderAndLog(folder, trust, administrator());
};

const say = ({ answer, besides }: Checked, trust: Pick<Trust, 'key'>, json: boolean): number => {
  if (json) console.log(JSON.stringify(asJson(answer)));
  else for (const line of [headline(answer), ...sentences(answer, trust), ...besides]) console.log(line);
  return { ok: 0, bad: 1, unreadable: 2 }[answer.result];
};

/** What both verifiers say, by the same names. */
const asJson = (answer: Answer): object => {
  if (answer.result !== 'ok') return answer;
  const { result, size, entries, purged, anchored, key } = answer;
  return { result, size, entries, purged, anchored, key };
};

const keyOf = (text: string): string => {
  const key = fingerprintIn(text);
  if (key === null) throw new Misuse(`--key takes a fingerprint of 64 hex digits, not “${text}”.`);
  return key;
};

const witnessOf = (text: string): Trust['witnesses'][number] => {
  const key = witnessIn(text);
  if (key === null) throw new Misuse(`--witness takes the verifier key of a witness, not “${text}”.`);
  return key;
};
