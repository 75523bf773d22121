import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentFiles } from '../../../src/adapters/documents';
import { FileWorkbook, fileSubmissions } from '../../../src/adapters/files';
import {
  answerDocuments,
  answerRequests,
  type DocumentChoice,
  type MakingRequests,
  type MadeDocument,
  type SubmittedFile,
} from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';
import { readWord } from '../../adapters/documents/read-word';

const SUBMISSIONS = 'assets/samples/submissions';
const signal = new AbortController().signal;
const quiet = (): void => undefined;

function sent(): SubmittedFile[] {
  return readdirSync(SUBMISSIONS).map((name) => {
    return { name, bytes: () => Promise.resolve(new Uint8Array(readFileSync(join(SUBMISSIONS, name)))) };
  });
}

interface Opened {
  readonly book: FileWorkbook;
  readonly documents: MakingRequests;
  readonly make: (choice: DocumentChoice, files?: readonly SubmittedFile[]) => Promise<readonly MadeDocument[]>;
}

/** A plan collated from the eight files, as it lies in a workbook that holds none of their tables. */
async function collatedPlan(): Promise<Opened> {
  const book = await FileWorkbook.create();
  const world = {
    workbook: book,
    submissions: fileSubmissions,
    documents: documentFiles,
    newBook: () => FileWorkbook.create(),
    framework: kent2025(),
    now: () => ({ date: { year: 2025, month: 2, day: 1 }, time: '10:00' }),
    newRunId: () => 'run 1',
    pause: () => Promise.resolve(),
  };
  const requests = answerRequests(world);
  await requests.writeCollation(await requests.planCollation(sent(), signal, quiet), signal, quiet);
  const documents = answerDocuments(world);
  return { book, documents, make: (choice, files = []) => documents.make(choice, files, signal, quiet) };
}

describe('documents of a plan whose tables came as files', () => {
  let plan: Opened;
  beforeAll(async () => {
    plan = await collatedPlan();
  });

  const actionsIn = (document: MadeDocument | undefined): number =>
    readWord(document?.bytes ?? new Uint8Array()).tables.flatMap(({ rows }) => rows.slice(1).filter((row) => row.length === 5)).length;

  it('count what there is, with the files at hand and without them', async () => {
    expect(await plan.documents.look([], signal, quiet)).toMatchObject({ actions: 93, measures: 19, activities: 0, sheets: 7 });
    expect(await plan.documents.look(sent(), signal, quiet)).toMatchObject({ actions: 93, measures: 19, sheets: 7 });
  });

  it('hold the same 93 actions and the measures, with the files at hand and without them', async () => {
    const [fromPlan] = await plan.make('appendix-b');
    expect(actionsIn(fromPlan)).toBe(93);
    expect(fromPlan?.text).toContain('Measures within the Logframe ~ Public Health');
    const [fromFiles] = await plan.make('appendix-b', sent());
    expect(fromPlan?.text).toBe(fromFiles?.text);
  });

  it('keep the Refs in plan.json', async () => {
    const [json] = await plan.make('json');
    const { actions } = JSON.parse(json?.text ?? '') as { actions: { ref: string }[] };
    const sheet = await plan.make('csv');
    const rows = sheet.find(({ fileName }) => fileName === 'All priorities.csv')?.text.split('\n') ?? [];
    const refs = rows.map((row) => row.split('\t')[0] ?? '').filter((ref) => /^[A-Z]+-\d\d$/.test(ref));
    expect(actions.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
    expect(refs).toHaveLength(93);
  });

  it('come with a workbook and a text for each directorate', async () => {
    const packs = await plan.make('return-packs');
    expect(packs.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => ['workbook', 'text']).flat());
    const get = packs.find(({ fileName }) => fileName === 'GET.xlsx');
    const read = await fileSubmissions.open('GET.xlsx', get?.bytes ?? new Uint8Array());
    expect(read.sheets.map(({ name }) => name)).toEqual(['GET', 'Template lists']);
  });

  it('leave the workbook as it is', async () => {
    const before = await plan.book.toBytes();
    for (const choice of ['appendix-a', 'appendix-b', 'progress', 'finance', 'findings', 'csv', 'json', 'return-packs'] as const)
      await plan.make(choice, sent());
    expect(Buffer.from(await plan.book.toBytes()).equals(Buffer.from(before))).toBe(true);
  });
});

it('follow the version that counts', async () => {
  const { documents } = await collatedPlan();
  const version = (name: string, last: string): SubmittedFile => {
    const lines = ['What we have committed to,Led by,Timescale,Measure,Shared Outcome', ...['Run a clinic', 'Repair a path', last]];
    const bytes = new TextEncoder().encode(
      lines.map((line, row) => (row === 0 ? line : `${line},Jo Brown,March 2026,Done,SO2`)).join('\n'),
    );
    return { name, bytes: () => Promise.resolve(bytes.slice()) };
  };
  const files = [version('HROD.csv', 'Old promise'), version('HROD v2.csv', 'New promise')];
  const made = async (chosen: readonly string[]): Promise<string> => {
    const said = { versions: [{ directorate: 'HROD', files: chosen }], judgements: [], leaveOut: [] };
    return (await documents.make('json', files, signal, quiet, said)).map(({ text }) => text).join();
  };
  const promises = (text: string): string[] => [...new Set(text.match(/(Old|New) promise/g))].sort();
  expect(promises(await made([]))).toEqual(['New promise']);
  expect(promises(await made(['HROD.csv']))).toEqual(['Old promise']);
});
