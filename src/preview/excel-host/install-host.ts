import { type ExcelHost } from './excel-host';
import { type EventEntry } from './host-events';
import { isSetSupported } from './requirement-sets';

/** The library as its script put it on the page; only what is used here is named. */
export interface OfficeLibrary {
  readonly OfficeExtension: unknown;
  readonly Excel: unknown;
}

/** Where the library runs: the browser's window, or the context that Node made for it. */
export interface OfficeRealm {
  /** `Office` is set on it, and the library reads it from there. */
  readonly window: object;
  /** The library waits for promises of its own realm. */
  readonly Promise: PromiseConstructor;
  readonly JSON: Pick<typeof JSON, 'parse' | 'stringify'>;
}

/** `Office.context.officeTheme`; the pane follows it. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
  readonly isDarkTheme?: boolean;
}

export const LIGHT_THEME: OfficeTheme = {
  bodyBackgroundColor: '#F3F3F3',
  bodyForegroundColor: '#242424',
  controlBackgroundColor: '#FFFFFF',
  controlForegroundColor: '#242424',
  isDarkTheme: false,
};

export const DARK_THEME: OfficeTheme = {
  bodyBackgroundColor: '#1F1F1F',
  bodyForegroundColor: '#FFFFFF',
  controlBackgroundColor: '#292929',
  controlForegroundColor: '#FFFFFF',
  isDarkTheme: true,
};

interface Extension {
  readonly SessionBase: { prototype: object; _overrideSession: unknown };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  readonly GenericEventRegistration: { s_genericEventRegistrations: object };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly EventEntry[] }): void;
}

/**
 * Puts a host behind the genuine Office.js: every request of `Excel.run` goes to it, its events come back to the
 * library, and `Office.onReady`, `Office.context` and the requirement sets, which these files leave unset, are supplied.
 * The same for Node and the browser. A later call replaces the host.
 *
 * @param theme called whenever the add-in reads Office's theme.
 */
export function installHost(
  host: ExcelHost,
  library: OfficeLibrary,
  realm: OfficeRealm,
  theme: () => OfficeTheme = () => LIGHT_THEME,
): void {
  const extension = extensionOf(library.OfficeExtension);
  extension.SessionBase._overrideSession = Object.assign(objectLike(extension.SessionBase.prototype), {
    _resolveRequestUrlAndHeaderInfo: () => realm.Promise.resolve({ url: 'https://excel.invalid/', headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_customData: unknown, flags: number, message: { readonly Body: unknown }) =>
        new realm.Promise((resolve, reject) => {
          host.answer(message.Body, flags).then((response) => resolve(realm.JSON.parse(JSON.stringify(response))), reject);
        }),
    }),
  });
  // An API above the sets that are supported is refused by the library itself, as an older Excel would refuse it.
  extension.CommonUtility._doApiNotSupportedCheck = true;
  // Handlers of an earlier host get no events from this one.
  extension.GenericEventRegistration.s_genericEventRegistrations = {};
  extension._testSetRichApiMessageReadyImpl(() => realm.Promise.resolve());
  host.deliverTo((entry) => extension._testTriggerRichApiMessageEvent({ entries: [entry] }));
  supplyOffice(host, realm, theme);
}

function supplyOffice(host: ExcelHost, { window, Promise: RealmPromise }: OfficeRealm, theme: () => OfficeTheme): void {
  // The library's own `Office` has getters that cannot be set, so an object of ours replaces it.
  const own: unknown = Reflect.get(window, 'Office');
  const office = objectLike(isObject(own) ? own : {});
  const info = { host: 'Excel', platform: host.options.platform };
  const supplied = {
    onReady: (callback?: (given: typeof info) => unknown) => {
      const ready = RealmPromise.resolve(info);
      return callback === undefined ? ready : ready.then((given) => RealmPromise.resolve(callback(given)).then(() => given));
    },
    context: {
      host: 'Excel',
      platform: host.options.platform,
      contentLanguage: 'en-GB',
      displayLanguage: 'en-GB',
      touchEnabled: false,
      // Read anew each time, as in Excel on Windows.
      get officeTheme() {
        return theme();
      },
      requirements: { isSetSupported: (name: string, version?: unknown) => isSetSupported(host.options.requirements, name, version) },
      diagnostics: { host: 'Excel', platform: host.options.platform, version: '16.0.0.0' },
      document: {
        get mode() {
          return host.workbook.isViewOnly ? 'readOnly' : 'readWrite';
        },
        url: host.workbook.name,
      },
      ui: {},
    },
  };
  for (const [name, value] of Object.entries(supplied))
    Object.defineProperty(office, name, { value, enumerable: true, configurable: true });
  Reflect.set(window, 'Office', office);
}

function extensionOf(value: unknown): Extension {
  if (!isExtension(value))
    throw new Error(
      'Office.js is not loaded: it has no OfficeExtension.SessionBase. Load excel-win32-16.01.debug.js or excel-web-16.00.debug.js first.',
    );
  return value;
}

function isExtension(value: unknown): value is Extension {
  return (
    isObject(value) &&
    'SessionBase' in value &&
    'CommonUtility' in value &&
    'GenericEventRegistration' in value &&
    '_testTriggerRichApiMessageEvent' in value
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function objectLike(prototype: object): object {
  const made: unknown = Object.create(prototype);
  if (!isObject(made)) throw new Error('The session could not be made.');
  return made;
}
