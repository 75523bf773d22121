import { readFileSync } from 'node:fs';
import { fileSubmissions } from '../../../src/adapters/files';
import { type Framework, kent2025, parseFramework } from '../../../src/domain/framework';
import { gridOf, textCell } from '../../../src/domain/grid';
import { logframeDifferences, readLogframe, withLogframe } from '../../../src/domain/logframe';
import madeUp from '../../data/made-up-council.json';

const KENT = kent2025();

function madeUpCouncil(): Framework {
  const parsed = parseFramework(madeUp);
  if (!parsed.ok) throw new Error(parsed.problems.join(' '));
  return parsed.framework;
}

const sheetOf = (rows: readonly (readonly string[])[], name = 'Logframe') => ({
  name: '',
  sheets: [
    gridOf(
      name,
      rows.map((row) => row.map((words) => textCell(words))),
    ),
  ],
});

describe('the logframe as the council prints it', () => {
  test('gives its ninety indicators, levels and narratives, and does not differ from the framework', async () => {
    const book = await fileSubmissions.open('kent.xlsx', new Uint8Array(readFileSync('assets/samples/kent-priorities.xlsx')));
    const printed = readLogframe(book, KENT);
    if (printed === null) throw new Error('No logframe');
    expect(printed.indicators.map(({ id, level }) => [id, level])).toEqual(KENT.indicators.map(({ id, level }) => [id, level]));
    expect(printed.levels.map(({ id, title, narrative }) => [id, title, narrative !== ''])).toEqual(
      KENT.levels.map(({ id, title }) => [id, title, true]),
    );
    expect(logframeDifferences(KENT, printed)).toEqual({ sheet: 'Logframe', added: [], missing: [], reworded: [] });
    const kept = withLogframe(KENT, printed).indicators;
    expect(kept.filter(({ concepts }, at) => concepts !== KENT.indicators[at]?.concepts)).toEqual([]);
  });
});

describe('another council’s logframe', () => {
  const council = madeUpCouncil();
  const ROWS = [
    ['Logframe of Mereshire'],
    ['Outcome 1: Everyone moves'],
    ['Narrative: More people walk.'],
    ['Ref', 'Indicator', 'Notes'],
    ['A.1', 'Adults who walk every day will rise to 60%.', ''],
    ['A.2', 'Children who cycle to school'],
    ['', 'will rise to 30%.'],
    ['Ref', 'Indicator', 'Notes'],
    ['A.3', 'Bus journeys a head', 'Work in progress'],
    ['Fair homes'],
    ['Ref', 'Indicator', 'Notes'],
    ['H.1', 'Empty homes brought back into use', ''],
  ];

  test('is read with its own levels, rows cut by a page break joined', () => {
    const printed = readLogframe(sheetOf(ROWS, 'Our log-frame'), council);
    expect(printed?.levels).toEqual([
      { id: 'MO1', title: 'Everyone moves', narrative: 'More people walk.' },
      { id: 'H', title: 'Fair homes', narrative: '' },
    ]);
    expect(printed?.indicators.map(({ id, level, text, status }) => [id, level, text, status])).toEqual([
      ['A.1', 'MO1', 'Adults who walk every day will rise to 60%.', 'agreed'],
      ['A.2', 'MO1', 'Children who cycle to school will rise to 30%.', 'agreed'],
      ['A.3', 'MO1', 'Bus journeys a head', 'work in progress'],
      ['H.1', 'H', 'Empty homes brought back into use', 'agreed'],
    ]);
  });

  test('is compared with the framework, and makes one that passes as a framework file', () => {
    const printed = readLogframe(sheetOf(ROWS), council);
    if (printed === null) throw new Error('No logframe');
    const { added, missing, reworded } = logframeDifferences(council, printed);
    expect([added.map(({ id }) => id), missing.map(({ id }) => id), reworded.map(({ id }) => id)]).toEqual([
      ['A.3', 'H.1'],
      ['A.4'],
      ['A.2'],
    ]);
    const parsed = parseFramework(JSON.parse(JSON.stringify(withLogframe(council, printed))));
    expect(parsed.ok && parsed.framework.indicators.map(({ id }) => id)).toEqual(['A.1', 'A.2', 'A.3', 'H.1']);
  });

  test.each([
    ['our own coverage sheet', sheetOf(ROWS, 'Logframe coverage')],
    ['a sheet of another name', sheetOf(ROWS, 'Sheet1')],
    ['a sheet without indicators', sheetOf([['Logframe'], ['to follow']])],
    ['an empty sheet', sheetOf([])],
  ])('is not %s', (_, book) => {
    expect(readLogframe(book, council)).toBeNull();
  });
});
