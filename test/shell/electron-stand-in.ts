import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron';

/**
 * Electron's runtime is not on every machine that runs the tests. This stands in for the few members that the
 * shell uses: it writes down every call in order, keeps Electron's own rules about that order, throws at any other
 * member, and takes only members and events that the types of the installed version declare.
 */
const declarations = readFileSync(
  new URL('../../node_modules/electron/electron.d.ts', import.meta.url),
  'utf8',
);

/** What the types say about one class or interface of Electron, with what it extends. */
const declared = (name: string): string => {
  const start = declarations.search(new RegExp(`^  (class|interface) ${name}\\b`, 'mu'));
  if (start === -1) throw new Error(`Electron has no ${name}`);
  const text = declarations.slice(start, declarations.indexOf('\n  }\n', start));
  const parent = /^ {2}\w+ \w+ extends (\w+) \{/u.exec(text)?.[1];
  return parent === undefined || parent === 'NodeEventEmitter' ? text : text + declared(parent);
};

const strict = <Target extends object>(name: string, target: Target): Target => {
  const types = declared(name);
  return new Proxy(target, {
    get: (own, member, receiver) => {
      if (typeof member === 'symbol' || member === 'emit' || member === 'then')
        return Reflect.get(own, member, receiver);
      if (!(member in own)) throw new Error(`The stand-in does not know ${name}.${member}`);
      if (
        !new RegExp(`^ {4}(static |readonly )*${member}[(:<?]`, 'mu').test(types) &&
        !(member in EventEmitter.prototype)
      )
        throw new Error(`Electron has no ${name}.${member}`);
      if (member !== 'on' && member !== 'once') return Reflect.get(own, member, receiver);
      return (event: string, listener: () => void) => {
        if (!types.includes(`on(event: '${event}'`))
          throw new Error(`Electron has no event ${name} ${event}`);
        if (own instanceof EventEmitter) own[member](event, listener);
        return receiver;
      };
    },
  });
};

type Handler = (request: Request) => Response | Promise<Response>;
type WindowOpen = (details: { url: string }) => { action: string };
type Answer = (granted: boolean) => void;

/** One Electron program as the shell sees it, and what a test may do to it and ask of it. */
export const standIn = ({ firstInstance = true } = {}) => {
  const calls: string[] = [];
  const schemes: CustomScheme[] = [];
  const handlers = new Map<string, Handler>();
  const windows: { options: BrowserWindowConstructorOptions; page: EventEmitter; shown: boolean }[] = [];
  const exited = Promise.withResolvers<number>();
  const loaded = Promise.withResolvers<Response>();
  const asked: {
    permission?: (page: null, name: string, answer: Answer, details: { requestingUrl: string }) => void;
    check?: (page: null, name: string, origin: string) => boolean;
    device?: () => boolean;
    capture?: (request: object, answer: (streams: object | null) => void) => void;
    pairing?: (details: object, answer: (response: { confirmed: boolean }) => void) => void;
    open?: WindowOpen;
  } = {};
  // A test that waits for the exit does not wait for the page.
  loaded.promise.catch(() => undefined);
  let ready = false;

  const whenReady = async () => {
    // Electron is ready only after the main module was evaluated.
    await new Promise((evaluated) => setImmediate(evaluated));
    calls.push('ready');
    ready = true;
  };
  const early = (call: string) => {
    calls.push(call);
    if (ready) throw new Error(`${call} must be called before the app is ready`);
  };
  const late = (call: string) => {
    calls.push(call);
    if (!ready) throw new Error(`${call} must be called after the app is ready`);
  };

  const app = strict(
    'App',
    Object.assign(new EventEmitter(), {
      enableSandbox: () => early('app.enableSandbox'),
      setPath: (name: string, path: string) => {
        early(`app.setPath ${name} ${path}`);
        if (!existsSync(path)) throw new Error(`Electron takes no folder that is not there: ${path}`);
      },
      requestSingleInstanceLock: () => {
        early('app.requestSingleInstanceLock');
        return firstInstance;
      },
      whenReady,
      exit: (code: number) => {
        calls.push(`app.exit ${code}`);
        exited.resolve(code);
        loaded.reject(new Error(`The kiosk exited with ${code} before its page was there`));
      },
    }),
  );
  const protocol = strict('Protocol', {
    registerSchemesAsPrivileged: (added: CustomScheme[]) => {
      early('protocol.registerSchemesAsPrivileged');
      schemes.push(...added);
    },
    handle: (scheme: string, handler: Handler) => {
      late(`protocol.handle ${scheme}`);
      handlers.set(scheme, handler);
    },
  });
  const setter =
    <Name extends keyof typeof asked>(name: Name, call: string) =>
    (handler: (typeof asked)[Name]) => {
      late(`session.${call}`);
      asked[name] = handler;
    };
  const defaultSession = strict(
    'Session',
    Object.assign(new EventEmitter(), {
      setPermissionRequestHandler: setter('permission', 'setPermissionRequestHandler'),
      setPermissionCheckHandler: setter('check', 'setPermissionCheckHandler'),
      setDevicePermissionHandler: setter('device', 'setDevicePermissionHandler'),
      setDisplayMediaRequestHandler: setter('capture', 'setDisplayMediaRequestHandler'),
      setBluetoothPairingHandler: setter('pairing', 'setBluetoothPairingHandler'),
    }),
  );
  const newWindow = (options: BrowserWindowConstructorOptions) => {
    late('new BrowserWindow');
    const page = strict(
      'WebContents',
      Object.assign(new EventEmitter(), {
        setWindowOpenHandler: (handler: WindowOpen) => (asked.open = handler),
      }),
    );
    const window = { options, page, shown: false };
    windows.push(window);
    const emitter = new EventEmitter();
    return strict(
      'BrowserWindow',
      Object.assign(emitter, {
        webContents: page,
        show: () => (window.shown = true),
        focus: () => calls.push('window.focus'),
        loadURL: async (url: string) => {
          late(`window.loadURL ${url}`);
          const handler = handlers.get(new URL(url).protocol.replace(':', ''));
          if (handler === undefined) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${url}`);
          loaded.resolve(await handler(new Request(url)));
          emitter.emit('ready-to-show');
        },
      }),
    );
  };

  const electron = {
    app,
    protocol,
    session: strict('Session', { defaultSession }),
    Menu: strict('Menu', {
      setApplicationMenu: (menu: null) => calls.push(`Menu.setApplicationMenu ${menu}`),
    }),
    BrowserWindow: function BrowserWindow(options: BrowserWindowConstructorOptions) {
      return newWindow(options);
    },
  };
  return {
    electron,
    calls,
    schemes,
    handlers,
    windows,
    asked,
    loaded: loaded.promise,
    exited: exited.promise,
  };
};
