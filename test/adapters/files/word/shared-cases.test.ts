import { existsSync, readFileSync } from 'node:fs';
import { type SourceRead, SubmissionError, readSource } from '../../../../src/application';
import { fileSubmissions } from '../../../../src/adapters/files';
import { openBook } from '../../../../src/adapters/files/open-book';
import { kent2025 } from '../../../../src/domain/framework';

/** Documents of other hands that may lie beside the project; a fresh clone has none. */
const FOLDER = '../shared/cases/word';
const PUBLISHED = '../shared/workbooks/kent-priorities.xlsx';

interface Row {
  /** From 1, where only some rows are given. */
  readonly index?: number;
  readonly kind?: 'action' | 'service';
  readonly theme?: string | null;
  readonly commitment: string;
  readonly ledBy: string;
  readonly timescale: string;
  readonly measure: string;
  readonly outcome: string;
  readonly outcomes: readonly string[];
  readonly cost?: string;
  readonly theirRef?: string;
}

interface Answer {
  readonly file: string;
  readonly expect: 'read' | 'named-with-advice' | 'refused-with-reason';
  readonly directorate?: string;
  readonly priorityTables: number;
  readonly actions: number;
  readonly measures: number;
  readonly listedServices?: number;
  readonly rows?: readonly Row[];
  readonly measureRows?: readonly { readonly measure: string; readonly timescale: string; readonly progress: string }[];
  readonly mustNotAppear?: readonly string[];
}

function answersIn(folder: string): readonly Answer[] {
  const path = `${folder}/answers.json`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { files: readonly Answer[] }).files : [];
}

/** The name and the answer of each file of a folder; one that is skipped where there is none. */
function cases(folder: string, ...expected: readonly Answer['expect'][]): [string, Answer][] {
  return answersIn(folder).flatMap((answer): [string, Answer][] => (expected.includes(answer.expect) ? [[answer.file, answer]] : []));
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

async function read(folder: string, file: string): Promise<SourceRead> {
  const book = await fileSubmissions.open(file, bytesOf(`${folder}/${file}`), {});
  return readSource(file, book, { framework: kent2025(), includeHidden: false });
}

/** White space runs together; list marks and the separators of a nested table's cells are left out. */
function loose(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/(^|\n)\s*(?:•|\d{1,2}\.|[a-z]\))\s/g, '$1')
    .replace(/[\s|;]+/g, ' ')
    .trim();
}

function fieldsOf(action: SourceRead['actions'][number], given: Row): unknown {
  return {
    ...(given.kind === undefined ? {} : { kind: action.kind }),
    theme: loose(action.theme),
    commitment: loose(action.commitment),
    ledBy: loose(action.ledBy.text),
    timescale: loose(action.timescale.text),
    measure: loose(action.measure.text),
    outcomes: action.outcomes.codes,
    outcome: loose(action.outcomes.text),
    ...(given.cost === undefined ? {} : { cost: loose(action.cost.text) }),
    ...(given.theirRef === undefined ? {} : { theirRef: loose(action.theirRef) }),
  };
}

function fieldsGiven(given: Row): unknown {
  const { kind, theme, commitment, ledBy, timescale, measure, outcome, outcomes, cost, theirRef } = given;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...{ theme: loose(theme), commitment: loose(commitment), ledBy: loose(ledBy), timescale: loose(timescale) },
    ...{ measure: loose(measure), outcomes, outcome: loose(outcome) },
    ...(cost === undefined ? {} : { cost: loose(cost) }),
    ...(theirRef === undefined ? {} : { theirRef: loose(theirRef) }),
  };
}

function demandAsAnswered(source: SourceRead, answer: Answer): void {
  const { actions, measures, tables } = source;
  const own = tables.map(({ directorate }) => directorate);
  expect([...new Set([source.directorate, ...own])]).toContain(answer.directorate);
  expect([...new Set([...actions, ...measures].map(({ directorate }) => directorate))]).toEqual([answer.directorate]);
  expect(tables.filter(({ kind }) => kind === 'priorities')).toHaveLength(answer.priorityTables);
  expect(actions).toHaveLength(answer.actions);
  expect(measures).toHaveLength(answer.measures);
  expect(actions.filter(({ kind }) => kind === 'service')).toHaveLength(answer.listedServices ?? 0);
  const rows = answer.rows ?? [];
  rows.forEach((row, at) => {
    const action = actions[row.index === undefined ? at : row.index - 1];
    expect(action === undefined ? undefined : fieldsOf(action, row)).toEqual(fieldsGiven(row));
  });
  if (answer.measureRows !== undefined)
    expect(measures.map(({ text, timescale, progress }) => [loose(text), loose(timescale.text), loose(progress)])).toEqual(
      answer.measureRows.map(({ measure, timescale, progress }) => [loose(measure), loose(timescale), loose(progress)]),
    );
  const said = JSON.stringify([actions, measures]);
  expect((answer.mustNotAppear ?? []).filter((text) => said.includes(text))).toEqual([]);
}

const describeWhere = existsSync(`${FOLDER}/answers.json`) ? describe : describe.skip;
const none: [string, Answer][] = [['no file', { file: '', expect: 'read', priorityTables: 0, actions: 0, measures: 0 }]];
const orNone = (found: [string, Answer][]): [string, Answer][] => (found.length === 0 ? none : found);

describeWhere('documents of other hands', () => {
  it.each(orNone(cases(FOLDER, 'read')))('%s', async (file, answer) => {
    demandAsAnswered(await read(FOLDER, file), answer);
  });

  it.each(orNone(cases(FOLDER, 'named-with-advice', 'refused-with-reason')))('%s is refused', async (file, answer) => {
    const error: unknown = await openBook(file, bytesOf(`${FOLDER}/${file}`)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SubmissionError);
    const { message } = error as SubmissionError;
    expect(message).toContain(file);
    if (answer.expect === 'named-with-advice' && !file.endsWith('.pdf')) expect(message).toContain('save it as .docx');
    if (file.includes('password')) expect(message).toContain('password');
  });

  it.each(orNone(cases(`${FOLDER}/kent`, 'read')))('published: %s', async (file, answer) => {
    demandAsAnswered(await read(`${FOLDER}/kent`, file), answer);
  });

  it('the published tables as documents give what they give as a workbook', async () => {
    const sources = await Promise.all(answersIn(`${FOLDER}/kent`).map(({ file }) => read(`${FOLDER}/kent`, file)));
    const book = await fileSubmissions.open('kent-priorities.xlsx', bytesOf(PUBLISHED), {});
    const published = readSource('kent-priorities.xlsx', book, { framework: kent2025(), includeHidden: false });
    const summary = (actions: SourceRead['actions']): string[] =>
      actions.map(({ commitment, measure, outcomes }) => loose([commitment, measure.text, ...outcomes.codes].join(' '))).sort();
    const actions = sources.flatMap((source) => source.actions);
    expect(actions).toHaveLength(93);
    expect(actions.filter(({ kind }) => kind === 'service')).toHaveLength(7);
    expect(sources.flatMap(({ measures }) => measures)).toHaveLength(30);
    expect(summary(actions)).toEqual(summary(published.actions));
  });
});
