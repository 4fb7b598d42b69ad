import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions, CustomScheme, PrintToPDFOptions } from 'electron';
import type { Standing } from '../../electron/shell/displays.ts';

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

interface Given {
  firstInstance?: boolean | undefined;
  /** Where the operating system says that it is. */
  country?: string | undefined;
  /** What is plugged in; a test may change it and tell so. */
  displays?: Standing[] | undefined;
}

type Handler = (request: Request) => Response | Promise<Response>;
type WindowOpen = (details: { url: string }) => { action: string };
type Answer = (granted: boolean) => void;

/** The display of a tablet, which is there on every machine. */
export const tablet: Standing = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 } };

interface Window {
  options: BrowserWindowConstructorOptions;
  page: EventEmitter;
  shown: boolean;
  closed: boolean;
  /** What its page was brought to, in order. */
  loads: string[];
  /** What Electron tells of it. */
  tells: EventEmitter;
}

/** One Electron program as the shell sees it, and what a test may do to it and ask of it. */
export const standIn = ({ firstInstance = true, country = '', displays = [tablet] }: Given = {}) => {
  const calls: string[] = [];
  const schemes: CustomScheme[] = [];
  const handlers = new Map<string, Handler>();
  const windows: Window[] = [];
  const printed: PrintToPDFOptions[] = [];
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
      commandLine: strict('CommandLine', {
        appendSwitch: (name: string) => early(`app.commandLine.appendSwitch ${name}`),
      }),
      setPath: (name: string, path: string) => {
        early(`app.setPath ${name} ${path}`);
        if (!existsSync(path)) throw new Error(`Electron takes no folder that is not there: ${path}`);
      },
      requestSingleInstanceLock: () => {
        early('app.requestSingleInstanceLock');
        return firstInstance;
      },
      whenReady,
      getLocaleCountryCode: () => country,
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
        printToPDF: async (options: PrintToPDFOptions) => {
          alive('webContents.printToPDF');
          const known = declared('PrintToPDFOptions');
          for (const name of Object.keys(options))
            if (!known.includes(`\n    ${name}?: `)) throw new Error(`Electron prints no PDF with ${name}`);
          printed.push(options);
          return Buffer.from('%PDF-1.7 what the page shows');
        },
      }),
    );
    const emitter = new EventEmitter();
    const window: Window = { options, page, shown: false, closed: false, loads: [], tells: emitter };
    windows.push(window);
    const alive = (call: string) => {
      if (window.closed) throw new Error(`Object has been destroyed: window.${call}`);
    };
    const { width = 800, height = 600, x = 0, y = 0 } = options;
    return strict(
      'BrowserWindow',
      Object.assign(emitter, {
        webContents: page,
        show: () => (window.shown = true),
        showInactive: () => (window.shown = true),
        focus: () => {
          alive('focus');
          calls.push('window.focus');
        },
        getBounds: () => {
          alive('getBounds');
          return { x, y, width, height };
        },
        isDestroyed: () => window.closed,
        destroy: () => {
          alive('destroy');
          window.closed = true;
          emitter.emit('closed');
        },
        loadURL: async (url: string) => {
          alive('loadURL');
          late(`window.loadURL ${url}`);
          window.loads.push(url);
          const handler = handlers.get(new URL(url).protocol.replace(':', ''));
          if (handler === undefined) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${url}`);
          loaded.resolve(await handler(new Request(url)));
          emitter.emit('ready-to-show');
        },
      }),
    );
  };
  const covered = (one: Standing['bounds'], other: Standing['bounds']): number => {
    const along = (from: 'x' | 'y', length: 'width' | 'height') =>
      Math.min(one[from] + one[length], other[from] + other[length]) - Math.max(one[from], other[from]);
    return Math.max(0, along('x', 'width')) * Math.max(0, along('y', 'height'));
  };
  const screen = strict(
    'Screen',
    Object.assign(new EventEmitter(), {
      getAllDisplays: () => {
        if (!ready) throw new Error('The screen module must be used after the app is ready');
        return [...displays];
      },
      getDisplayMatching: (bounds: Standing['bounds']) =>
        displays.toSorted((one, other) => covered(other.bounds, bounds) - covered(one.bounds, bounds))[0],
    }),
  );

  const electron = {
    app,
    protocol,
    session: strict('Session', { defaultSession }),
    Menu: strict('Menu', {
      setApplicationMenu: (menu: null) => calls.push(`Menu.setApplicationMenu ${menu}`),
    }),
    screen,
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
    displays,
    asked,
    printed,
    loaded: loaded.promise,
    exited: exited.promise,
  };
};
