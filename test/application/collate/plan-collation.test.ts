import { FileWorkbook, fileSubmissions } from '../../../src/adapters/files';
import {
  answerRequests,
  type CollationChoices,
  type CollationDryRun,
  Failure,
  type PlanRequests,
  type SubmittedFile,
} from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';

const signal = new AbortController().signal;
const HEADINGS = 'What we have committed to,Led by,Timescale,Measure,Shared Outcome';

const csv = (name: string, lines: readonly string[], more: Partial<SubmittedFile> = {}): SubmittedFile => {
  const bytes = new TextEncoder().encode([HEADINGS, ...lines].join('\n'));
  return { name, bytes: () => Promise.resolve(bytes.slice()), ...more };
};
const action = (commitment: string): string => `${commitment},Jo Brown,March 2026,200 people a year,SO2`;

/** What workbooks say themselves of when they were changed; a CSV file says nothing. */
const SAID: Readonly<Record<string, { readonly modified: string }>> = {
  'GET.csv': { modified: '2025-02-01T10:00:00.000Z' },
  'GET final.csv': { modified: '2025-03-01T10:00:00.000Z' },
};

interface Opened {
  readonly requests: PlanRequests;
  readonly names: readonly string[];
  plan(files: readonly SubmittedFile[], choices?: Partial<CollationChoices>): Promise<CollationDryRun>;
  /** Refs and commitments as they stand in the plan, once what was planned is written. */
  written(dryRun: CollationDryRun): Promise<readonly string[]>;
}

/** An empty workbook, and the names of the files that were opened, in order. */
async function opened(): Promise<Opened> {
  const names: string[] = [];
  const workbook = await FileWorkbook.create('plan.xlsx');
  let runs = 0;
  const requests = answerRequests({
    workbook,
    submissions: {
      open: (name, bytes, options) => {
        names.push(name);
        return fileSubmissions.open(name, bytes, options).then((book) => ({ ...book, ...SAID[name] }));
      },
      factsOf: fileSubmissions.factsOf,
    },
    framework: kent2025(),
    now: () => ({ date: { year: 2025, month: 6, day: 1 }, time: '14:02' }),
    newRunId: () => `1 June, 14:02 ${String((runs += 1))}`,
    pause: () => Promise.resolve(),
  });
  return {
    requests,
    names,
    plan: (files, choices) =>
      requests.planCollation(files, signal, () => undefined, {
        sheets: [],
        since: null,
        versions: [],
        judgements: [],
        settled: [],
        leaveOut: [],
        copies: [],
        copyAnswers: [],
        ...choices,
      }),
    written: async (dryRun) => {
      await requests.writeCollation(dryRun, signal, () => undefined);
      const { sheets } = await workbook.readBook({ includeHidden: true });
      const rows = [...(sheets.find(({ name }) => name === 'All priorities')?.rows.values() ?? [])];
      return rows
        .map((cells) => [...cells.values()].map(({ text }) => text))
        .filter(([ref]) => /^[A-Z]+-\d+$/.test(ref ?? ''))
        .map((texts) => `${texts[0] ?? ''} ${texts.find((text) => /^(Warm|Plant|Open)/.test(text)) ?? ''}`);
    },
  };
}

const OLD = csv('GET.csv', ['Warm homes', 'Plant trees', 'Open a kitchen'].map(action));
const NEW = csv('GET final.csv', ['Warm homes', 'Plant trees', 'Open a library'].map(action));

describe('versions of one directorate', () => {
  it('are shown with what says which is newer, and the newer counts', async () => {
    const { plan } = await opened();
    const dryRun = await plan([OLD, NEW]);
    expect(dryRun.versions).toEqual([
      {
        directorate: 'GET',
        newerBy: 'modified',
        files: [
          { file: 'GET final.csv', version: null, modified: '2025-03-01T10:00:00.000Z', actions: 3, counts: true },
          { file: 'GET.csv', version: null, modified: '2025-02-01T10:00:00.000Z', actions: 3, counts: false },
        ],
      },
    ]);
    expect(dryRun.sources.map(({ file, problem }) => [file, problem])).toEqual([
      ['GET final.csv', null],
      ['GET.csv', 'An older version for GET; GET final.csv is collated instead.'],
    ]);
  });

  it.each<[string, string[], number, string]>([
    ['the older alone', ['GET.csv'], 3, 'Open a kitchen'],
    ['both, each row once', ['GET.csv', 'GET final.csv'], 4, 'Open a library'],
  ])('%s counts when the user says so', async (_, files, actions, commitment) => {
    const { plan, written } = await opened();
    const dryRun = await plan([OLD, NEW], { versions: [{ directorate: 'GET', files }] });
    expect(dryRun.actions).toBe(actions);
    expect((await written(dryRun)).join()).toContain(commitment);
  });

  it('parts are merged and named', async () => {
    const { plan } = await opened();
    const part = csv('GET part two.csv', ['Repair paths', 'Teach cycling'].map(action));
    const { actions, parts, versions } = await plan([OLD, part]);
    expect([actions, parts, versions]).toEqual([5, [{ directorate: 'GET', files: ['GET.csv', 'GET part two.csv'] }], []]);
  });
});

describe('the receipt of a file', () => {
  it('counts findings, names columns not understood and what was left out', async () => {
    const { plan } = await opened();
    const odd: SubmittedFile = {
      ...OLD,
      bytes: () =>
        Promise.resolve(
          new TextEncoder().encode(
            `${HEADINGS},Postcode area\n${action('Warm homes')},ME10\nPlant trees,,March 2026,200 people,SO9,CT1\nTotal,,,,,2\n`,
          ),
        ),
    };
    const [receipt] = (await plan([odd])).sources;
    expect(receipt).toMatchObject({ directorates: ['GET'], tables: 1, actions: 2, problem: null });
    expect(receipt?.findings.error).toBe(2);
    expect(receipt?.notUnderstood).toEqual([{ sheet: 'GET', heading: 'Postcode area' }]);
    expect(receipt?.notRead.parts).toHaveLength(1);
  });

  it('lists parts that are not read with their cells and words, once each, and counts what is far from the tables', async () => {
    const { plan } = await opened();
    const row = `${action('Warm homes')},Ask Anna first`;
    const far = Array.from({ length: 30 }, (_, at) => (at === 29 ? ',,,,,,,,,,,,Old figures' : '')).join('\n');
    const bytes = new TextEncoder().encode(`${HEADINGS}\n${row}\n,,,,,\n,Ben,June 2026,,\n${far}\n`);
    const [receipt] = (await plan([{ ...OLD, bytes: () => Promise.resolve(bytes) }])).sources;
    expect(receipt?.notRead.parts.map(({ where, words }) => [where, words])).toEqual([
      ['F2', 'Ask Anna first'],
      ['B4:C4', 'Ben · June 2026'],
    ]);
    expect(receipt?.notRead.cellsElsewhere).toBe(1);
  });

  it('says of a file without a table that none was found, and which sheets it has', async () => {
    const { plan } = await opened();
    const minutes = { ...OLD, name: 'Minutes.csv', bytes: () => Promise.resolve(new TextEncoder().encode('Minutes\nWhat we agreed\n')) };
    const receipt = (await plan([minutes, NEW])).sources.find(({ file }) => file === 'Minutes.csv');
    expect(receipt).toMatchObject({ tables: 0, findings: { error: 1 } });
    expect(receipt?.problem).toContain('No table was found in it');
    expect(receipt?.notRead.parts).toMatchObject([{ where: '', words: '' }]);
  });

  it('a file that cannot be read or fetched has its sentence, and the others go on', async () => {
    const { plan } = await opened();
    const broken: SubmittedFile = { ...OLD, name: 'broken.xlsx', bytes: () => Promise.resolve(Uint8Array.of(80, 75, 3, 4)) };
    const gone: SubmittedFile = {
      ...OLD,
      name: 'gone.xlsx',
      bytes: () => Promise.reject(new Failure('unreadable file', '“gone.xlsx” has moved.')),
    };
    const { sources, actions } = await plan([broken, gone, NEW]);
    expect(actions).toBe(3);
    expect(sources.map(({ problem }) => problem)).toEqual([
      '“broken.xlsx” is damaged or incomplete, so it cannot be read. Ask for it again, or open and repair it in Excel.',
      null,
      '“gone.xlsx” has moved.',
    ]);
  });
});

it('a file is opened once, however often the collation is planned anew', async () => {
  const { plan, names } = await opened();
  await plan([OLD]);
  await plan([OLD, NEW]);
  const broken: SubmittedFile = { ...OLD, name: 'broken.xlsx' };
  await plan([broken]);
  await plan([NEW, broken], { sheets: ['by-outcome'] });
  expect(names).toEqual(['GET.csv', 'GET final.csv', 'broken.xlsx']);
});

const REWORDED = { about: 'rewording', mustBeAnswered: false } as const;

describe('doubtful matches', () => {
  const BEFORE = 'Open a community kitchen in Swale with the district council';
  const NOW = 'Open a kitchen in Thanet with the parish council and volunteers';
  const first = csv('GET.csv', [action('Warm homes'), `${BEFORE},Jo Brown,March 2026,A hub,SO2`]);
  const second = csv('GET.csv', [action('Warm homes'), `${NOW},Al Green,May 2027,Meals,SO2`]);

  it.each<['same' | 'new', readonly string[]]>([
    ['same', ['GET-01 Warm homes', `GET-02 ${NOW}`]],
    ['new', ['GET-01 Warm homes', `GET-02 ${BEFORE}`, `GET-03 ${NOW}`]],
  ])('the Ref follows when the user says: %s', async (verdict, expected) => {
    const { plan, written } = await opened();
    await written(await plan([first]));
    const asked = await plan([second]);
    expect(asked.doubts).toEqual([{ ref: 'GET-02', was: BEFORE, is: NOW, verdict: null, ...REWORDED }]);
    const answered = await plan([second], { judgements: [{ ref: 'GET-02', is: NOW, verdict }] });
    expect(answered.doubts).toEqual([{ ref: 'GET-02', was: BEFORE, is: NOW, verdict, ...REWORDED }]);
    expect(await written(answered)).toEqual(expected);
    // What was said is in the plan now, so it is not asked again.
    expect((await plan([second])).doubts).toEqual([]);
  });
});
