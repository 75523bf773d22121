import { existsSync, readFileSync } from 'node:fs';
import { fileSubmissions } from '../../../../src/adapters/files';
import { openSources, readOpened } from '../../../../src/application';
import { kent2025 } from '../../../../src/domain/framework';

const FOLDER = '../shared/cases/word';
const KENT = kent2025();

interface Row {
  readonly index?: number;
  readonly theme: string | null;
  readonly commitment: string;
  readonly timescale: string;
  readonly measure: string;
  readonly ledBy: string;
  readonly outcomes: readonly string[];
}

interface Expected {
  readonly file: string;
  readonly expect: string;
  readonly directorate: string;
  readonly actions: number;
  readonly measures: number;
  readonly priorityTables: number;
  readonly rows?: readonly Row[];
  readonly mustNotAppear?: readonly string[];
}

const answersOf = (folder: string): readonly Expected[] =>
  existsSync(`${folder}/answers.json`)
    ? (JSON.parse(readFileSync(`${folder}/answers.json`, 'utf8')) as { readonly files: readonly Expected[] }).files
    : [];

/** White space run together, marks of lists left out. */
const loosely = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/^\s*(?:[•-]|\d+\.)\s/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

async function read(folder: string, file: string) {
  const open = () => fileSubmissions.open(file, new Uint8Array(readFileSync(`${folder}/${file}`)), {});
  const [source] = readOpened(await openSources([{ file, open }], {}), { framework: KENT, includeHidden: false });
  if (source === undefined) throw new Error('nothing was read');
  return source;
}

const CASES = [FOLDER, `${FOLDER}/kent`].flatMap((folder) => answersOf(folder).map((answer) => ({ folder, ...answer })));

/** The files that are read, or those that are not, by their names; a table of tests must not be empty where they are not there. */
function named(isRead: boolean): (readonly [string, (typeof CASES)[number]])[] {
  const none = { folder: '', file: '', expect: '', directorate: '', actions: 0, measures: 0, priorityTables: 0 };
  const some = CASES.filter((one) => (one.expect === 'read') === isRead);
  return (some.length === 0 ? [none] : some).map((one) => [one.file, one]);
}

// The documents lie beside the project and not in it.
(CASES.length > 0 ? describe : describe.skip)('documents as officers send them', () => {
  test.each(named(true))(
    '%s',
    async (_file, { folder, file, directorate, actions, measures, priorityTables, rows = [], mustNotAppear = [] }) => {
      const found = await read(folder, file);
      expect([found.actions.length, found.measures.length]).toEqual([actions, measures]);
      expect(found.tables.filter(({ kind }) => kind === 'priorities')).toHaveLength(priorityTables);
      expect(new Set(found.actions.map((action) => action.directorate))).toEqual(new Set([directorate]));
      const wanted = rows.map(({ theme, commitment, timescale, measure, ledBy, outcomes }) =>
        [theme, commitment, timescale, measure, ledBy, outcomes.join()].map(loosely),
      );
      const got = rows.map(({ index }, at) => {
        const action = found.actions[(index ?? at + 1) - 1];
        const texts = [action?.theme, action?.commitment, action?.timescale.text, action?.measure.text, action?.cells.ledBy?.cell.text];
        return [...texts, action?.outcomes.codes.join()].map(loosely);
      });
      expect(got).toEqual(wanted);
      const all = JSON.stringify([found.actions, found.measures]);
      expect(mustNotAppear.filter((text) => all.includes(text))).toEqual([]);
    },
  );

  test.each(named(false))('%s is refused with its reason', async (_file, { folder, file, expect: kind }) => {
    const { problem } = await read(folder, file);
    expect(problem).toContain(`“${file}”`);
    if (kind === 'named-with-advice') expect(problem).toContain('.docx.');
  });
});
