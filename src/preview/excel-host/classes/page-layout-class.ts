import { HostError } from '../host-error';
import { type HostClass, type HostObject, asBoolean, asNumber, asRecord, asText, asWord, hostObject } from '../host-object';
import { areaAddress, wholeColumns, wholeRows } from '../host-reference';
import { type SheetTarget, change } from '../host-session';
import { rangeOrAddress } from './range-argument';
import { oneArea } from './range-class';

const PAPERS = ['Letter', 'Legal', 'A3', 'A4', 'A5', 'Tabloid', 'Executive', 'B4', 'B5'];
const ORDERS = ['DownThenOver', 'OverThenDown'];
const HEADER_STATES = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'];

/** A header or footer may hold no more, codes such as "&P" included. */
const HEADER_LIMIT = 255;

interface Part {
  readonly read: (value: unknown) => unknown;
  readonly otherwise: unknown;
}

function kept(parts: Readonly<Record<string, Part>>, prefix = ''): Required<Pick<HostClass<SheetTarget>, 'get' | 'set'>> {
  const get: Record<string, (target: SheetTarget) => unknown> = {};
  const set: Record<string, (target: SheetTarget, value: unknown) => void> = {};
  for (const [name, { read, otherwise }] of Object.entries(parts)) {
    const key = `${prefix}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    get[name] = ({ sheet }) => sheet.page.get(key) ?? otherwise;
    set[name] = (target, value) => change(target, (sheet) => sheet.page.set(key, read(value)));
  }
  return { get, set };
}

const flag: Part = { read: asBoolean, otherwise: false };
const margin = (otherwise: number): Part => ({
  otherwise,
  read: (value) => {
    if (asNumber(value) < 0) throw new HostError('InvalidArgument');
    return value;
  },
});
const line: Part = {
  otherwise: '',
  read: (value) => {
    if (asText(value).length > HEADER_LIMIT) throw new HostError('InvalidArgument');
    return value;
  },
};

/** Either a scale of 10 to 400, or how many pages wide and long it must fit; both at once Excel refuses. */
function readZoom(value: unknown): unknown {
  const zoom = asRecord(value);
  const { scale, horizontalFitToPages: wide, verticalFitToPages: long } = zoom;
  const fits = [wide, long].filter((pages) => pages !== null && pages !== undefined);
  if (scale !== null && scale !== undefined) {
    if (fits.length > 0 || asNumber(scale) < 10 || asNumber(scale) > 400) throw new HostError('InvalidArgument');
  }
  if (fits.some((pages) => asNumber(pages) < 1 || asNumber(pages) > 32_767)) throw new HostError('InvalidArgument');
  return zoom;
}

const HEADER_FOOTER: HostClass<SheetTarget> = {
  name: 'HeaderFooter',
  ...kept(
    { LeftHeader: line, CenterHeader: line, RightHeader: line, LeftFooter: line, CenterFooter: line, RightFooter: line },
    'headersFooters.',
  ),
};

const HEADERS_FOOTERS: HostClass<SheetTarget> = {
  name: 'HeaderFooterGroup',
  ...kept(
    { State: { read: (value) => asWord(value, HEADER_STATES), otherwise: 'Default' }, UseSheetMargins: flag, UseSheetScale: flag },
    'headersFooters.',
  ),
  open: { DefaultForAllPages: (target) => hostObject(HEADER_FOOTER, target) },
};

const PAGE: HostClass<SheetTarget> = {
  name: 'PageLayout',
  ...kept({
    Orientation: { read: (value) => asWord(value, ['Portrait', 'Landscape']), otherwise: 'Portrait' },
    PaperSize: { read: (value) => asWord(value, PAPERS), otherwise: 'A4' },
    PrintOrder: { read: (value) => asWord(value, ORDERS), otherwise: 'DownThenOver' },
    Zoom: { read: readZoom, otherwise: { scale: 100 } },
    CenterHorizontally: flag,
    CenterVertically: flag,
    BlackAndWhite: flag,
    DraftMode: flag,
    PrintGridlines: flag,
    PrintHeadings: flag,
    LeftMargin: margin(50.4),
    RightMargin: margin(50.4),
    TopMargin: margin(54),
    BottomMargin: margin(54),
    HeaderMargin: margin(21.6),
    FooterMargin: margin(21.6),
  }),
  open: { HeadersFooters: (target) => hostObject(HEADERS_FOOTERS, target) },
  call: {
    GetPrintAreaOrNullObject: (target) => {
      const area = target.sheet.page.get('printArea');
      return typeof area === 'string' ? oneArea(rangeOrAddress(area, target)) : null;
    },
    SetPrintTitleRows: (target, [where]) => setTitles(target, where, 'printTitleRows'),
    SetPrintTitleColumns: (target, [where]) => setTitles(target, where, 'printTitleColumns'),
    SetPrintArea: (target, [where]) => {
      const { area } = rangeOrAddress(where, target);
      change(target, (sheet) => sheet.page.set('printArea', areaAddress(area)));
    },
    SetPrintMargins: (target, [unit, options]) => {
      const points = { Points: 1, Inches: 72, Centimeters: 28.3464566929 }[asWord(unit, ['Points', 'Inches', 'Centimeters'] as const)];
      const margins = Object.entries(asRecord(options)).filter(([, value]) => value !== null && value !== undefined);
      change(target, (sheet) => {
        for (const [side, value] of margins) sheet.page.set(`${side}Margin`, asNumber(value) * points);
      });
    },
  },
};

/** Titles are whole rows or whole columns: "$1:$2"; Excel stretches a smaller range to them. */
function setTitles(target: SheetTarget, where: unknown, key: 'printTitleRows' | 'printTitleColumns'): void {
  const { area } = rangeOrAddress(where, target);
  const rows = key === 'printTitleRows';
  if (rows ? wholeColumns(area) : wholeRows(area)) throw new HostError('InvalidArgument');
  const whole = rows ? { ...area, left: 0, right: 16_383 } : { ...area, top: 0, bottom: 1_048_575 };
  change(target, (sheet) => sheet.page.set(key, areaAddress(whole)));
}

export function pageLayout(target: SheetTarget): HostObject {
  return hostObject(PAGE, target);
}
