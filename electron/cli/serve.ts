import { serve } from '../serve.ts';
import { type CliCommand, needed, portNumber, readOptions } from './command.ts';
import { openInBrowser } from './open-in-browser.ts';
import { stopAsked } from './stop-asked.ts';

export const serveCommand: CliCommand = {
  help: [
    'serve --data DIR [--port P] [--demo] [--open]',
    '',
    '  --data DIR  the folder that holds the database and keys; made if it is not there',
    '  --port P    the port on 127.0.0.1; a free one if it is left out',
    '  --demo      brings the invented demo team, if there are no people yet',
    '  --open      opens the start link in this machine’s browser; other users of the machine could see it meanwhile',
    '',
    'Prints “ready URL” when it answers, where URL lets one browser in, once; and “wall URL”, which shows the wall view',
    'in one other browser, or in another window of the same one, on a second display. Ends at Ctrl-C.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      demo: { type: 'boolean', default: false },
      open: { type: 'boolean', default: false },
    });
    const host = await serve({
      folder: needed(values.data, 'data'),
      port: portNumber(values.port),
      demo: values.demo,
    });
    const asked = stopAsked();
    const link = host.startLink();
    // At once: whoever waits for the first line may stop reading there.
    console.log(`ready ${link}\nwall ${host.startLink('wall')}`);
    if (values.open) openInBrowser(link);
    await asked;
    await host.close();
    return 0;
  },
};
