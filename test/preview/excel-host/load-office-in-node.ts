import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Context, Script, createContext } from 'node:vm';
import { type ExcelHost } from '../../../src/../src/preview/excel-host/excel-host';
import { type OfficeTheme, installHost } from '../../../src/../src/preview/excel-host/install-host';

/** The library's globals over a host, as an add-in's page sees them. */
export interface LoadedOffice {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
}

export type LibraryFile = 'excel-win32-16.01.debug.js' | 'excel-web-16.00.debug.js';

export interface LoadOptions {
  readonly library?: LibraryFile;
  readonly theme?: () => OfficeTheme;
  /**
   * One library for all calls of a process, with the latest host behind it: a tenth of a second faster each time.
   * Handlers and runs of earlier hosts stay with those; two hosts in use at once need a library each.
   */
  readonly shared?: boolean;
}

/** Compiled once for each process: reading three megabytes again for every test would take most of a test's time. */
const scripts = new Map<LibraryFile, Script>();
const sharedContexts = new Map<LibraryFile, Context>();

/**
 * Loads the genuine Office.js into a context of its own, so that no test sees another's proxies or handlers, and connects
 * the host to it. For Node only. The library's errors and promises are this realm's, so `instanceof` and `await` work.
 */
export function loadOfficeInNode(host: ExcelHost, options: LoadOptions = {}): LoadedOffice {
  const file = options.library ?? 'excel-win32-16.01.debug.js';
  const context = contextOf(file, options.shared === true);
  const defined = new Map<string, unknown>(Object.entries(context));
  const loaded = { Excel: defined.get('Excel'), OfficeExtension: defined.get('OfficeExtension') };
  installHost(host, loaded, { window: context, Promise, JSON }, options.theme);
  const office: unknown = context.Office;
  const made: unknown = { ...loaded, Office: office };
  if (!isLoaded(made)) throw new Error(`${file} did not define Excel, OfficeExtension and Office.`);
  return made;
}

function contextOf(file: LibraryFile, shared: boolean): Context {
  const known = shared ? sharedContexts.get(file) : undefined;
  if (known !== undefined) return known;
  const context = createContext(stubs());
  scriptOf(file).runInContext(context);
  if (shared) sharedContexts.set(file, context);
  return context;
}

function scriptOf(file: LibraryFile): Script {
  const known = scripts.get(file);
  if (known !== undefined) return known;
  const folder = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json'));
  const script = new Script(readFileSync(join(folder, 'dist', file), 'utf8'), { filename: file });
  scripts.set(file, script);
  return script;
}

/** The few parts of a browser that the library needs while it loads. */
function stubs(): Context {
  const nothing = (): void => undefined;
  const element = { getElementsByTagName: () => [], createElement: () => ({}), head: {}, addEventListener: nothing };
  const globals: Context = {
    console: { log: nothing, warn: nothing, error: nothing, info: nothing },
    setTimeout,
    clearTimeout,
    performance,
    Promise,
    Error,
    TypeError,
    document: element,
    navigator: { userAgent: 'Node', platform: '' },
    location: { href: 'https://localhost/', protocol: 'https:', host: 'localhost', search: '', hash: '' },
  };
  globals.window = globals;
  globals.self = globals;
  return globals;
}

function isLoaded(value: unknown): value is LoadedOffice {
  if (typeof value !== 'object' || value === null) return false;
  return ['Excel', 'OfficeExtension', 'Office'].every(
    (name) => typeof Object.entries(value).find(([key]) => key === name)?.[1] === 'object',
  );
}
