import type { BookGrid, GridTable, SheetGrid, Visibility } from '../../domain/grid';
import { isStateSheet } from '../../domain/state';
import type { ReadOptions } from '../../application';
import { type Send, stopIfCancelled } from './excel-connection';
import { failureOf, hostCode, isTooLarge } from './office-errors';
import type { OfficeSetting } from './office-setting';
import { type BlockReading, type CellsBySheet, readBlocks } from './read-blocks';
import { askMerges, mergesOf, readMergesByHalves } from './read-merges';
import { type CommentsAsked, askComments, readComments } from './comments';
import { type IsSetSupported, supports } from './requirement-sets';
import { askSample, bytesOfSample, SHEETS_SAMPLED } from './sample';
import { areaOfRange, cellsIn, type SheetArea, usedBlocks, withBounds } from './used-blocks';

const VISIBILITY: Readonly<Record<string, Visibility>> = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very hidden' };

export function visibilityOf(sheet: Excel.Worksheet): Visibility {
  return VISIBILITY[sheet.visibility] ?? 'visible';
}

/** A sheet to be read, with what the second round trip loads about it. */
interface Outline {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly sample: Excel.Range | null;
  readonly comments: CommentsAsked;
}

/** Merged areas and tables by sheet id, loaded together with the first cells. */
interface SheetExtras {
  readonly merges: ReadonlyMap<string, Excel.RangeAreas>;
  readonly tables: ReadonlyMap<string, readonly { readonly table: Excel.Table; readonly range: Excel.Range }[]>;
}

/**
 * Reads the whole workbook: the sheets' names, then their bounds, then everything they hold. Three round trips, and one
 * more for each further response that the cells need or for a sheet whose cells lie far apart. Fails with `cancelled`
 * between round trips, and with what Excel reports in plain words.
 */
export async function readBook(setting: OfficeSetting, options: ReadOptions): Promise<BookGrid> {
  stopIfCancelled(options.signal);
  try {
    return await setting.openConnection().run({ waitForCellEdit: true }, async (context, send) => {
      const wanted = await findSheets(context, send, options);
      const outlines = await outline(wanted, send, setting.isSetSupported);
      const comments = await readComments(
        outlines.map((one) => one.comments),
        send,
      );
      const whole = outlines
        .filter(({ used }) => !used.isNullObject)
        .map(({ sheet, used }): SheetArea => ({ sheet, sheetId: sheet.id, area: areaOfRange(used), ...depthOf(sheet) }));
      const blocks = await usedBlocks(whole, send, options.signal);
      stopIfCancelled(options.signal);
      const bookReading = { setting, send, options, outlines, whole, blocks };
      const { cells, extras, merges } = await readAll(bookReading);
      options.onProgress?.(1, '');
      const sheets = outlines.map(({ sheet }, index): SheetGrid => {
        const loadedMerges = extras.merges.get(sheet.id);
        return {
          id: sheet.id,
          name: sheet.name,
          visibility: visibilityOf(sheet),
          isProtected: sheet.protection.protected,
          rows: cells.get(sheet.id) ?? new Map(),
          merges: merges.get(sheet.id) ?? (loadedMerges === undefined ? [] : mergesOf(loadedMerges)),
          tables: (extras.tables.get(sheet.id) ?? []).map(gridTable),
          ...comments[index],
        };
      });
      return { name: nameOfBook(setting.documentUrl()), sheets };
    });
  } catch (error) {
    throw failureOf(error, 'read the workbook');
  }
}

/** The state sheet is the largest of all and holds texts only, so its values are enough. */
function depthOf(sheet: Excel.Worksheet): Pick<SheetArea, 'depth'> {
  return isStateSheet(sheet.name) ? { depth: 'values' } : {};
}

async function findSheets(context: Excel.RequestContext, send: Send, options: ReadOptions): Promise<Excel.Worksheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  await send();
  options.onProgress?.(0, '');
  stopIfCancelled(options.signal);
  return worksheets.items.filter((sheet) => options.includeHidden || visibilityOf(sheet) === 'visible' || isStateSheet(sheet.name));
}

/** Used ranges count values only, so a format copied down to the last row does not make a sheet larger. */
async function outline(
  sheets: readonly Excel.Worksheet[],
  send: Send,
  isSetSupported: IsSetSupported,
  samples = SHEETS_SAMPLED,
): Promise<Outline[]> {
  const outlines = sheets.map((sheet, index): Outline => {
    const used = withBounds(sheet.getUsedRangeOrNullObject(true));
    sheet.protection.load('protected');
    sheet.tables.load('items/name,items/showHeaders,items/showTotals');
    return { sheet, used, sample: index < samples ? askSample(sheet) : null, comments: askComments(sheet, isSetSupported) };
  });
  if (outlines.length === 0) return [];
  try {
    await send();
  } catch (error) {
    if (samples === 0 || !isTooLarge(error)) throw error;
    return outline(sheets, send, isSetSupported, 0);
  }
  return outlines;
}

/** The large sheet with the most bytes a cell decides how many cells the first request asks for. */
function bytesACell(outlines: readonly Outline[]): number | undefined {
  const seen = outlines
    .filter(({ used }) => !used.isNullObject && cellsIn(areaOfRange(used)) > LARGE_SHEET)
    .map(({ used, sample }) => (sample === null ? null : bytesOfSample(sample, used.columnIndex + used.columnCount)))
    .filter((bytes) => bytes !== null);
  return seen.length === 0 ? undefined : Math.max(...seen);
}

/** A sheet with fewer cells does not matter for the size of a response. */
const LARGE_SHEET = 1_000;

interface BookReading {
  readonly setting: OfficeSetting;
  readonly send: Send;
  readonly options: ReadOptions;
  readonly outlines: readonly Outline[];
  readonly whole: readonly SheetArea[];
  readonly blocks: readonly SheetArea[];
}

interface BookContents {
  readonly cells: CellsBySheet;
  readonly extras: SheetExtras;
  /** Merged areas by sheet id, where they had to be read apart from the rest. */
  readonly merges: ReadonlyMap<string, SheetGrid['merges']>;
}

async function readAll(bookReading: BookReading): Promise<BookContents> {
  const { setting, send, options, outlines, whole, blocks } = bookReading;
  const names = new Map(outlines.map(({ sheet }) => [sheet.id, sheet.name]));
  const reading: BlockReading = {
    send,
    payloadLimit: setting.payloadLimit,
    bytesACell: bytesACell(outlines),
    signal: options.signal,
    onBlock: (done, sheetId) => options.onProgress?.(done, names.get(sheetId) ?? ''),
  };
  const withMerges = supports(setting.isSetSupported, 'merged areas');
  const first = await readWith(reading, outlines, withMerges ? whole : [], blocks).catch((error: unknown) => error);
  if (isFirstResponse(first)) return { ...first, merges: new Map() };
  // When merged areas were requested, they may be the cause of the error: more than 512 of them make the whole request fail.
  if (!withMerges || hostCode(first) === '' || isTooLarge(first)) throw first;
  const second = await readWith(reading, outlines, [], blocks);
  const merges = new Map<string, SheetGrid['merges']>();
  for (const area of whole) merges.set(area.sheetId, await readMergesByHalves(area, send));
  return { ...second, merges };
}

type FirstResponse = Omit<BookContents, 'merges'>;

function isFirstResponse(value: unknown): value is FirstResponse {
  return typeof value === 'object' && value !== null && 'cells' in value && 'extras' in value;
}

async function readWith(
  reading: BlockReading,
  outlines: readonly Outline[],
  mergedIn: readonly SheetArea[],
  blocks: readonly SheetArea[],
): Promise<FirstResponse> {
  let extras: SheetExtras = { merges: new Map(), tables: new Map() };
  const hasTables = outlines.some(({ sheet }) => sheet.tables.items.length > 0);
  const alongside = (): void => {
    extras = {
      merges: new Map(mergedIn.map((area) => [area.sheetId, askMerges(area)])),
      tables: new Map(outlines.map(({ sheet }) => [sheet.id, askTables(sheet)])),
    };
  };
  const cells = await readBlocks(blocks, { ...reading, ...(mergedIn.length > 0 || hasTables ? { alongside } : {}) });
  return { cells, extras };
}

function askTables(sheet: Excel.Worksheet): { readonly table: Excel.Table; readonly range: Excel.Range }[] {
  return sheet.tables.items.map((table) => {
    return { table, range: withBounds(table.getRange()) };
  });
}

function gridTable({ table, range }: { readonly table: Excel.Table; readonly range: Excel.Range }): GridTable {
  return { name: table.name, area: areaOfRange(range), hasHeader: table.showHeaders, hasTotals: table.showTotals };
}

/** "GET.xlsx" out of "C:\\Plans\\GET.xlsx" or "https://.../GET%20v2.xlsx?web=1"; "" for a book never saved. */
export function nameOfBook(url: string): string {
  const isWeb = /^https?:/i.test(url);
  const path = isWeb ? (url.split(/[?#]/)[0] ?? '') : url;
  const last = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (!isWeb) return last;
  try {
    return decodeURIComponent(last);
  } catch {
    // A name may hold a "%" that is not part of an escape.
    return last;
  }
}
