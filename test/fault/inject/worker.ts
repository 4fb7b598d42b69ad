import { randomUUID } from 'node:crypto';
import { plainly } from '../../../electron/problem.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import { startDevice } from '../../../electron/services/open-device.ts';
import { placeIn } from '../place.ts';
import { say } from '../tap-once.ts';
import { pageOn } from './page.ts';
import { sceneNamed } from './scenes.ts';

/**
 * The process in which system calls fail: `node worker.ts SCENE ROOT`, or with `prepare` after it, to make the place once.
 * It says what its page was answered (see there), then `done`, or `problem` and why not in a plain sentence. What is no
 * expected failure ends it with a stack.
 */
const [name = '', root = '', preparing] = process.argv.slice(2);
const scene = sceneNamed(name);
const place = placeIn(root);

// Whoever waits for this process has given up by then, or is gone.
setTimeout(() => process.exit(9), 60_000).unref();

const ids: string[] = [];
const newId = (): string => ids.shift() ?? randomUUID();

const act = async (): Promise<string | null> => {
  const space = { reserve: 0, warn: 0 };
  const device = startDevice({ folder: place.data, host: 'browser', demo: true, space, newId });
  const page = pageOn(device, say);
  try {
    // The pictures of the team are hundreds of writes: the first start is watched without them.
    if (name !== 'starting') prepareDemo(device);
    return await scene.act({ device, page, place, nextId: (id) => ids.push(id) });
  } finally {
    page.end();
    device.close();
  }
};

if (preparing === 'prepare') await scene.prepare(place);
else
  try {
    const why = await act();
    say(why === null ? 'done' : `problem ${why}`);
  } catch (problem) {
    const sentence = plainly(problem);
    if (sentence === null) throw problem;
    say(`problem ${sentence}`);
  }
