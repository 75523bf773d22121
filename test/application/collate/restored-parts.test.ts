import { readFileSync } from 'node:fs';
import { fileSubmissions, FileWorkbook } from '../../../src/adapters/files';
import { readSource, takeBackLastRun, type WorkbookPort, writePlan } from '../../../src/application';
import { collate, prepareWrite } from './at-once';
import { kent2025 } from '../../../src/domain/framework';
import { readState } from '../../../src/domain/state';
import { unzip } from '../../contract/unzip';

const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 2, day: 1 } };
const OWN = 'assets/samples/kent-priorities.xlsx';
const SENT = 'assets/samples/submissions/Communities.xlsx';

async function collateInto(port: WorkbookPort): Promise<void> {
  const now = await port.readBook({ includeHidden: true });
  const framework = kent2025();
  const submission = await fileSubmissions.open('Communities.xlsx', new Uint8Array(readFileSync(SENT)));
  const source = readSource('Communities.xlsx', submission, { framework, includeHidden: false });
  const collated = collate([source], readState(now), { framework, ...DATES, take: 'newest' });
  const linkTo = (): { readonly path: string } => ({ path: 'sent/Communities.xlsx' });
  await writePlan(port, prepareWrite(collated, now, linkTo, 'run 1'));
}

const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...one.keys()].filter((path) => one.get(path) !== other.get(path));

it('a first plan in a workbook of the user’s own is taken back whole, and comes again byte for byte', async () => {
  const original = readFileSync(OWN);
  const book = await FileWorkbook.open('own.xlsx', new Uint8Array(original));
  await collateInto(book);
  const first = unzip(await book.toBytes());
  await takeBackLastRun(book);
  const [before, restored] = [unzip(original), unzip(await book.toBytes())];
  expect([...restored.keys()].sort()).toEqual([...new Set([...before.keys(), 'xl/sharedStrings.xml'])].sort());
  // Texts and looks that nothing uses any more stay in their lists; no sheet has changed.
  expect(differing(before, restored).filter((path) => path.startsWith('xl/worksheets/'))).toEqual([]);
  await collateInto(book);
  const again = unzip(await book.toBytes());
  expect([...again.keys()]).toEqual([...first.keys()]);
  expect(differing(first, again)).toEqual([]);
});
