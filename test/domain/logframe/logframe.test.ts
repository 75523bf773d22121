import { readFileSync } from 'node:fs';
import { fileSubmissions } from '../../../src/adapters/files';
import { type Framework, kent2025, parseFramework } from '../../../src/domain/framework';
import { gridOf, textCell } from '../../../src/domain/grid';
import { logframeDifferences, logframeDifferencesInWords, readLogframe, withLogframe } from '../../../src/domain/logframe';
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

  test('says in words what is only here, only there and worded otherwise', () => {
    const printed = readLogframe(sheetOf(ROWS), council);
    if (printed === null) throw new Error('No logframe');
    const own = (id: string): string => council.indicators.find((one) => one.id === id)?.text ?? '';
    expect(logframeDifferencesInWords(logframeDifferences(council, printed))).toEqual([
      'A.3 is only on the sheet: Bus journeys a head',
      'H.1 is only on the sheet: Empty homes brought back into use',
      `A.4 is not on the sheet: ${own('A.4')}`,
      `A.2 is worded otherwise. Here: “${own('A.2')}” On the sheet: “Children who cycle to school will rise to 30%.”`,
    ]);
  });

  test.each([
    ['capitals', 'ADULTS who walk every day will rise to 60%.'],
    ['spaces and line breaks', 'Adults  who walk\n every day will rise to 60%.'],
    ['the closing full stop', 'Adults who walk every day will rise to 60% ...'],
    ['full-width characters', 'Adults who walk every day will rise to ６０％.'],
  ])('is not worded otherwise for %s', (_, text) => {
    const own = {
      ...council,
      indicators: council.indicators.map((one) => (one.id === 'A.1' ? { ...one, text: ROWS[4]?.[1] ?? '' } : one)),
    };
    const printed = readLogframe(
      sheetOf([
        ['Ref', 'Indicator'],
        ['A.1', text],
      ]),
      own,
    );
    expect(printed === null ? null : logframeDifferences(own, printed).reworded).toEqual([]);
  });

  test('is not worded otherwise for other quotation marks and dashes, but is for other words', () => {
    const own = {
      ...council,
      indicators: council.indicators.slice(0, 1).map((one) => ({ ...one, id: 'A.1', text: 'Children’s well–being' })),
    };
    const reworded = (text: string) => {
      const printed = readLogframe(
        sheetOf([
          ['Ref', 'Indicator'],
          ['A.1', text],
        ]),
        own,
      );
      return printed === null ? null : logframeDifferences(own, printed).reworded.length;
    };
    expect(["Children's well-being", 'Children`s well—being.', "Childrens' wellbeing"].map(reworded)).toEqual([0, 0, 1]);
  });

  test('numbers indicators that have no number by level and place, a title alone between them', () => {
    const printed = readLogframe(
      sheetOf([
        ['Goal B – Housing'],
        ['Indicators', 'Means of verification'],
        ['Empty homes', 'Council tax'],
        ['Rough sleepers', 'Street count'],
        ['Goal C: Air'],
        ['Narrative : Cleaner streets.'],
        ['Nitrogen dioxide', 'Diffusion tubes'],
        ['Goal B – Housing'],
        ['Cold homes', 'Survey'],
      ]),
      council,
    );
    expect(printed?.levels).toEqual([
      { id: 'B', title: 'Housing', narrative: '' },
      { id: 'C', title: 'Air', narrative: 'Cleaner streets.' },
    ]);
    expect(printed?.indicators.map(({ id, level, meansOfVerification, notes }) => [id, level, meansOfVerification, notes])).toEqual([
      ['B.1', 'B', 'Council tax', ''],
      ['B.2', 'B', 'Street count', ''],
      ['C.1', 'C', 'Diffusion tubes', ''],
      ['B.3', 'B', 'Survey', ''],
    ]);
  });

  test('needs a second heading beside indicators without numbers', () => {
    const rows = (other: string): string[][] => [
      ['Indicators', other],
      ['Empty homes', 'x'],
    ];
    const found = ['Notes', 'Means of verification', 'Owner'].map((other) => readLogframe(sheetOf(rows(other)), council) !== null);
    expect(found).toEqual([true, true, false]);
  });

  test('takes the first column of each heading, and no indicator from a row that has a number alone', () => {
    const printed = readLogframe(
      sheetOf([
        ['Ref', 'Indicator', 'Indicator', 'Notes', 'Notes'],
        ['A.1', 'first', 'second', 'one', 'two'],
        ['A.2', '', 'second'],
      ]),
      council,
    );
    expect(printed?.indicators.map(({ id, text, notes }) => [id, text, notes])).toEqual([['A.1', 'first', 'one']]);
  });

  test('is read in the order of its rows, whatever the order in which they are kept, and without blank cells', () => {
    const book = sheetOf([
      ['Ref', 'Indicator'],
      ['A.1', 'one'],
      [' ', ' '],
      ['A.2', 'two'],
    ]);
    const [sheet] = book.sheets;
    const backwards = { ...book, sheets: [{ ...sheet, rows: new Map([...(sheet?.rows ?? [])].reverse()) }] } as typeof book;
    expect(readLogframe(backwards, council)?.indicators.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  test('of a hidden sheet is not read', () => {
    const book = sheetOf(ROWS);
    const hidden = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, visibility: 'hidden' as const })) };
    expect(readLogframe(hidden, council)).toBeNull();
  });

  test('is read anew for another framework', () => {
    const book = sheetOf(ROWS);
    expect(readLogframe(book, council)?.levels[0]?.id).toBe('MO1');
    expect(readLogframe(book, { ...council, outcomes: [] })?.levels[0]?.id).not.toBe('MO1');
    expect(readLogframe(book, council)?.levels[0]?.id).toBe('MO1');
  });
});
