import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BookGrid, cellAt } from '../../src/domain/grid';
import { unzip } from '../contract/unzip';
import { KINDS, MEMORY } from './crafted-memories';
import { bookIn, NOTE, OWN, placeOf, sheetIn, type TwoQuarters, twoQuarters } from './crafted-plan';
import { type CliRun, freshFolder, tryCli } from './try-cli';

let made: TwoQuarters;
beforeAll(async () => {
  made = await twoQuarters();
});

const SEEN = ['Council summary', 'Progress update', 'All priorities', 'Changes', 'Logframe coverage', 'Findings', 'Sources'];

/** The cells of the plan's own sheets as words, by sheet. */
function shown(book: BookGrid, names: readonly string[]): Record<string, string[]> {
  const words = (name: string): string[] =>
    [...sheetIn(book, name).rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, cell]) => (cell.kind === 'empty' ? [] : [`${String(row)}:${String(column)} ${String(cell.value)}`])),
    );
  return Object.fromEntries(names.map((name) => [name, words(name).sort()]));
}

/** What no plan may lose or get, whatever its memory says. */
async function expectOwnKept(path: string): Promise<BookGrid> {
  const bytes = new Uint8Array(readFileSync(path));
  const book = await bookIn(bytes);
  expect(shown(book, [OWN])).toEqual({ [OWN]: ['0:0 keep me', '0:1 and me'] });
  expect(String(cellAt(sheetIn(book, 'All priorities'), placeOf(book, 'GET-01', 'Notes')).value)).toBe(NOTE);
  const isMemory = (name: string): boolean => name.toLowerCase().startsWith(MEMORY);
  for (const sheet of book.sheets)
    for (const cells of sheet.rows.values())
      for (const cell of cells.values()) expect(isMemory(sheet.name) ? null : (cell.formula ?? null)).toBeNull();
  for (const [part, xml] of unzip(bytes))
    if (part.endsWith('.rels')) expect(xml).not.toMatch(/evil|TargetMode="External"[^>]*(?:http|file|\\\\)/);
  return book;
}

function expectPlain({ code, out, err }: CliRun, refused: RegExp | null): void {
  expect([code, err]).toEqual(refused === null ? [expect.any(Number), []] : [2, [expect.stringMatching(refused)]]);
  if (refused === null) expect(code).toBeLessThan(2);
  for (const line of [...out, ...err]) expect(line).not.toMatch(/(?![\t\n])\p{Cc}|undefined|\[object|TypeError|NaN/u);
}

it.each(Object.entries(KINDS))('%s', async (_, { craft, restore, collate, said, told, lead = 'Head of Parks', newRef = 'CYPE-03' }) => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  const crafted = await craft(made.summer, made);
  writeFileSync(at('plan.xlsx'), crafted);

  const back = await tryCli('collate', ['restore', at('plan.xlsx'), '--out', at('before.xlsx')]);
  expectPlain(back, restore === 'back' ? null : restore);
  if (said !== undefined) expect(back.out).toContainEqual(expect.stringMatching(said));
  if (restore === 'back') {
    const book = await expectOwnKept(at('before.xlsx'));
    const before = await bookIn(said === undefined ? made.spring : crafted);
    if (said === undefined) expect(shown(book, SEEN)).toEqual(shown(before, SEEN));
  }

  const next = await tryCli('collate', [made.sent, '--previous', at('plan.xlsx'), '--out', at('next.xlsx'), '--as-of', '2025-09-30']);
  expectPlain(next, collate === 'goes on' ? null : collate);
  if (told !== undefined) expect(next.out).toContainEqual(expect.stringMatching(told));
  if (collate === 'goes on') {
    const book = await expectOwnKept(at('next.xlsx'));
    const words = (ref: string, heading: string): string =>
      String(cellAt(sheetIn(book, 'All priorities'), placeOf(book, ref, heading)).value);
    expect([words('GET-01', 'Indicators'), words('GET-01', 'Led by'), words('HROD-01', 'Led by')]).toEqual(['2.1', lead, 'Head of HR']);
    const swim = [...sheetIn(book, 'All priorities').rows.values()].find((cells) =>
      [...cells.values()].some(({ text: is }) => is === 'Teach children to swim'),
    );
    expect([...(swim?.values() ?? [])].map(({ text: is }) => is)).toContain(newRef);
  }
  expect(readFileSync(at('plan.xlsx')).equals(crafted)).toBe(true);
  const check = await tryCli('check-plan', [at('plan.xlsx')]);
  expect(check.err.length).toBeLessThan(2);
  expect(readdirSync(folder).sort()).toEqual(
    ['plan.xlsx', ...(restore === 'back' ? ['before.xlsx'] : []), ...(collate === 'goes on' ? ['next.xlsx'] : [])].sort(),
  );
});
