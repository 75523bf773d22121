import { FINDING_CODES, type Finding, SEVERITY_OF } from '../../../src/domain/findings';
import { checkAction } from '../../../src/domain/findings/check-action';
import { type Area, type Cell, gridOf, type GridTable, type SheetGrid, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import gold from '../../gold/findings.json';
import priorities from '../../data/kent/appendix-b-priorities.json';
import { DATES, findingsIn, goodRow, HEAD, KENT, readBook, readSheet, type RowCells, sheetOf, tuples } from './read-sheet';
import { checkBook } from './check-book';

const error = (text: string): Cell => ({ kind: 'error', value: text, text, format: 'General', formula: '=VLOOKUP(A1,B:C,2,0)' });

/** The published plan as its sheets stand: each table's title, an empty row, headings, rows, two empty rows. */
function publishedPlan(): ReturnType<typeof readBook> {
  const names = [...new Set(priorities.tables.map(({ directorate }) => directorate))];
  const sheets = names.map((name) => {
    const rows = priorities.tables
      .filter(({ directorate }) => directorate === name)
      .flatMap((table) => [[table.title], [], table.headings, ...table.rows.map((row) => row.cells), [], []]);
    return gridOf(
      name,
      rows.map((row) => row.map((text) => (text === '' ? null : textCell(text)))),
    );
  });
  return readBook({ name: 'kent-priorities.xlsx', sheets });
}

test('the published plan: its missing and outcome findings, all of them and no other', () => {
  const plan = publishedPlan();
  expect(plan.actions).toHaveLength(93);
  const found = checkBook(plan, KENT, DATES).filter(({ code }) => code.startsWith('missing-') || code.endsWith('-outcome'));
  const key = (parts: readonly (string | null)[]): string => parts.join(' ');
  expect(found.map(({ sheet, cell, code }) => key([sheet, cell, code])).sort()).toEqual(gold.cases.map(key).sort());
});

test('the published plan: other findings, by code, as they would be said to its officers', () => {
  const found = checkBook(publishedPlan(), KENT, DATES);
  const of = (code: string): string[] =>
    found.filter((one) => one.code === code).map(({ quote }) => quote.replace(/\s+/g, ' ').slice(0, 32));
  expect(of('vague-measure')).toEqual(['As per commitments', 'Evaluation framework in developm', 'TBC when plan is written']);
  expect(of('dates-disagree')).toEqual(['Revised service models presented', 'Cross cutting themes reflected i']);
  expect(of('provisional-timescale')).toEqual(['Tbc provisional Jan 25-October 2', 'June 24- Nov 24 to be launched D']);
  expect(of('lead-not-a-person')).toHaveLength(13);
  for (const code of [
    'cost-contradicted',
    'cost-ambiguous',
    'unknown-directorate',
    'duplicate-commitment',
    'duplicate-across-directorates',
    'unreadable-timescale',
    'timescale-without-year',
    'error-in-cell',
  ]) {
    expect([code, of(code)]).toEqual([code, []]);
  }
});

interface Case {
  readonly row: RowCells;
  readonly want: readonly (readonly [string, string])[];
  /** Words that the sentence must hold. */
  readonly says?: readonly string[];
}

const A_DAY = (text: string, serial: number): Cell => numberCell(serial, text, 'd-mmm');

const CASES: Record<string, Case> = {
  'a good row': { row: goodRow(), want: [] },
  'no lead': { row: goodRow({ ledBy: null }), want: [['B4', 'missing-lead']], says: ['Nobody is named'] },
  'a lead of spaces': { row: goodRow({ ledBy: '  ' }), want: [['B4', 'missing-lead']] },
  'a dash for a lead': { row: goodRow({ ledBy: '–' }), want: [['B4', 'missing-lead']] },
  'no timescale': { row: goodRow({ timescale: null }), want: [['C4', 'missing-timescale']] },
  'no measure': { row: goodRow({ measure: null }), want: [['D4', 'missing-measure']] },
  'no outcome': { row: goodRow({ outcome: null }), want: [['E4', 'missing-outcome']] },
  'a dash for an outcome': { row: goodRow({ outcome: '-' }), want: [['E4', 'missing-outcome']] },
  'an unknown outcome': {
    row: goodRow({ outcome: 'SO7' }),
    want: [['E4', 'unknown-outcome']],
    says: ['"SO7"', 'SO1, SO2, SO3, SO4, SO5 and SO6'],
  },
  'a mistyped outcome': {
    row: goodRow({ outcome: 'SO2,S03' }),
    want: [['E4', 'mistyped-outcome']],
    says: ['"S03" is not an outcome. It looks like SO3, typed with a zero.'],
  },
  'two mistyped outcomes are one finding': {
    row: goodRow({ outcome: 'SO2,S03,S04' }),
    want: [['E4', 'mistyped-outcome']],
    says: ['"S03"', 'SO4'],
  },
  all: { row: goodRow({ outcome: 'All' }), want: [['E4', 'mistyped-outcome']], says: ['"All" is read as SO1, SO2'] },
  'a bare digit': { row: goodRow({ outcome: numberCell(2) }), want: [['E4', 'mistyped-outcome']], says: ['SO2, without the SO'] },
  'a letter for the one': { row: goodRow({ outcome: 'SOl' }), want: [['E4', 'mistyped-outcome']], says: ['a letter for the one'] },
  'an outcome twice, untidy': {
    row: goodRow({ outcome: 'SO1,SO2, SO2 SO4' }),
    want: [
      ['E4', 'duplicate-outcome'],
      ['E4', 'untidy-outcome'],
    ],
    says: ['SO2 is given more than once'],
  },
  'mistyped and unknown': {
    row: goodRow({ outcome: 'S03, SO9' }),
    want: [
      ['E4', 'unknown-outcome'],
      ['E4', 'mistyped-outcome'],
    ],
  },
  'an unreadable timescale': {
    row: goodRow({ timescale: 'In due course' }),
    want: [['C4', 'unreadable-timescale']],
    says: ['"In due course"'],
  },
  'no year': { row: goodRow({ timescale: 'by March' }), want: [['C4', 'timescale-without-year']], says: ['which year'] },
  'a day that was a month': {
    row: goodRow({ timescale: A_DAY('25-Mar', 45741) }),
    want: [['C4', 'excel-changed-date']],
    says: ['March 2025', '25 March 2025', '"25-Mar"'],
  },
  'a provisional timescale': { row: goodRow({ timescale: 'Dec 26 (provisional)' }), want: [['C4', 'provisional-timescale']] },
  'to be confirmed and nothing else': { row: goodRow({ timescale: 'TBC' }), want: [['C4', 'unreadable-timescale']] },
  'a vague measure': { row: goodRow({ measure: 'TBC' }), want: [['D4', 'vague-measure']], says: ['"TBC"'] },
  'a measure that cannot be seen': { row: goodRow({ measure: 'Better wellbeing' }), want: [['D4', 'measure-not-observable']] },
  'a measure that Excel made a day': {
    row: goodRow({ measure: A_DAY('3-Apr', 46115) }),
    want: [['D4', 'excel-changed-date']],
    says: ['"3/4"', '3 April 2026', '"3-Apr"'],
  },
  'a lead that Excel made a day': {
    row: goodRow({ ledBy: A_DAY('10-Dec', 46366) }),
    want: [['B4', 'excel-changed-date']],
    says: ['"10/12"'],
  },
  'a team': { row: goodRow({ ledBy: 'People Strategy Team' }), want: [['B4', 'lead-not-a-person']], says: ['is a team'] },
  'an open lead': { row: goodRow({ ledBy: 'Head of Economy, TBC' }), want: [['B4', 'lead-not-a-person']], says: ['"TBC" does not say'] },
  'a team beside an officer': { row: goodRow({ ledBy: 'Project Manager, Partnerships Team' }), want: [] },
  'an error': { row: goodRow({ measure: error('#N/A') }), want: [['D4', 'error-in-cell']], says: ['#N/A', 'looks for something'] },
  'an error for an outcome': {
    row: goodRow({ outcome: error('#REF!') }),
    want: [['E4', 'error-in-cell']],
    says: ['Shared Outcome cannot be read'],
  },
  'an error for a lead': { row: goodRow({ ledBy: error('#NAME?') }), want: [['B4', 'error-in-cell']] },
  'a measure after the end': {
    row: goodRow({ measure: 'New contracts in place by April 2026' }),
    want: [['D4', 'dates-disagree']],
    says: ['"in place by April 2026"', 'ends in March 2026'],
  },
  'a milestone before the end': { row: goodRow({ measure: 'Draft by July 2025, final by March 2026' }), want: [] },
  'a measure before the start': {
    row: goodRow({ timescale: '2027 onwards', measure: 'Plan in place by March 2026' }),
    want: [['D4', 'dates-disagree']],
    says: ['only begins in January 2027'],
  },
  'a measure after an ongoing action': { row: goodRow({ timescale: 'Ongoing', measure: 'Plan in place by March 2030' }), want: [] },
  'a measure after 1-2 years': {
    row: goodRow({ timescale: '1-2 years', measure: 'Plan in place by March 2028' }),
    want: [['D4', 'dates-disagree']],
    says: ['January 2027'],
  },
  'a baseline after no deadline': { row: goodRow({ measure: 'from 7.3% in 2020/21 to no more than 5%' }), want: [] },
  'past, no status': { row: goodRow({ timescale: 'December 24' }), want: [['A3', 'past-without-status']], says: ['December 2024'] },
  'ending in the month of the check': { row: goodRow({ timescale: 'February 2025' }), want: [] },
  'past and completed': { row: goodRow({ timescale: 'Completed June 2024' }), want: [] },
  'past but ongoing': { row: goodRow({ timescale: '2024 onwards' }), want: [] },
  'started, no end': { row: goodRow({ timescale: 'Commenced October 2024' }), want: [] },
};

const seen = new Set<string>();

describe('one row', () => {
  for (const [name, { row, want, says = [] }] of Object.entries(CASES)) {
    test(name, () => {
      const found = findingsIn(sheetOf([row]));
      expect(tuples(found)).toEqual(want);
      for (const words of says) expect(found.map(({ message }) => message).join(' ')).toContain(words);
      for (const { code, cell, row: number, severity } of found) {
        seen.add(code);
        expect([number, severity]).toEqual([cell === 'A3' ? 3 : 4, SEVERITY_OF[code]]);
      }
    });
  }
});

const COST_HEAD = [...HEAD, 'Low/no cost'];

/** Commitment or a whole change, the cost cell, the words that contradict it. */
const COSTS: [string, Parameters<typeof goodRow>[0], string, string[]][] = [
  ['a sum', { commitment: 'Run a £50,000 campaign' }, 'No cost', ['£50,000']],
  ['a sum in thousands', { commitment: 'Kit costing £25k for wardens' }, 'none', ['£25k']],
  ['a named fund', { commitment: 'Carers campaign, Accelerating Reform Fund' }, 'No cost', ['Accelerating Reform Fund']],
  ['a fund that is not listed', { commitment: 'Use the Coastal Communities Fund' }, 'No cost', ['Coastal Communities Fund']],
  ['dependent on budget', { timescale: 'Oct 2025 (dependent on budget saving decisions)' }, 'No cost', ['dependent on budget']],
  ['subject to funding', { commitment: 'Extend the offer, subject to funding' }, 'No cost', ['subject to funding']],
  [
    'subject to securing funding',
    { commitment: 'Extend subject to securing further funding' },
    'No cost',
    ['subject to securing further funding'],
  ],
  ['funded to', { timescale: "Funded to March '26" }, 'No cost', ['Funded to March']],
  ['funded by', { commitment: 'Employers pack funded by the ICB' }, 'No cost', ['funded by the ICB']],
  ['a new post', { measure: 'New joint post set up' }, 'No cost', ['New joint post']],
  ['recruiting', { commitment: 'Recruit two health visitors' }, 'No cost', ['Recruit two health visitors']],
  ['full-time equivalents', { commitment: 'Work of 0.5 FTE' }, 'No cost', ['0.5 FTE']],
  ['procuring', { timescale: 'Procure platform by June 2026' }, 'No cost', ['Procure platform']],
  ['commissioning anew', { commitment: 'Commission a new falls service' }, 'No cost', ['Commission a new falls service']],
  ['a new contract', { measure: 'New contracts in place' }, 'No cost', ['New contracts']],
  ['in the words read as no cost', { commitment: 'Run a £50,000 campaign' }, 'within existing resources', ['£50,000']],
  ['low cost and a large sum', { commitment: 'Run a £50,000 campaign' }, 'Low cost', ['£50,000']],
  ['low cost and a small sum', { commitment: 'Run a £5,000 campaign' }, 'Low cost', []],
  ['low cost and a fund', { commitment: 'Subject to funding from UKSPF' }, 'Low cost', []],
  ['a funded row', { commitment: 'Carers campaign, Accelerating Reform Fund' }, 'Funded', []],
  ['nothing claimed', { commitment: 'Run a £50,000 campaign' }, '', []],
  ['to be confirmed', { commitment: 'Run a campaign, subject to funding' }, 'TBC', []],
  ['above low cost', { commitment: 'Run a £50,000 campaign' }, '£50,000', []],
  ['savings', { commitment: 'Help residents save £50,000 on heating' }, 'No cost', []],
  ['benefits claimed', { commitment: 'Support families to claim £2m of unclaimed benefits' }, 'No cost', []],
  ['a baseline of spend', { measure: 'Local spend from £1.2m in 2023/24 to £1.5m' }, 'No cost', []],
  ['social value in pounds', { measure: 'Social Value commitments made and delivered in £' }, 'No cost', []],
  ['no procurement', { commitment: 'Share guidance without procuring a platform' }, 'No cost', []],
  ['no new posts', { commitment: 'Widen the offer with no new posts' }, 'No cost', []],
  ['no additional funding', { commitment: 'Delivered without additional funding' }, 'No cost', []],
  ['a blog post', { commitment: 'Publish a new blog post each month' }, 'No cost', []],
  ['procurement as a subject', { commitment: 'Local procurement strategy agreed' }, 'No cost', []],
  ['commissioned services', { commitment: 'Review commissioned services' }, 'No cost', []],
  ['volunteers', { commitment: 'Recruit 20 volunteer walk leaders' }, 'No cost', []],
  ['a person once in post', { timescale: 'March 2026, once in post' }, 'No cost', []],
  ['fundamental', { commitment: 'Fundamental review of fundraising' }, 'No cost', []],
  ['self-funded', { commitment: 'Advice for people who are self-funded' }, 'No cost', []],
];

describe('cost', () => {
  for (const [name, change, cost, words] of COSTS) {
    test(name, () => {
      const found = findingsIn(sheetOf([[...goodRow(change), cost]], COST_HEAD)).filter(({ code }) => code === 'cost-contradicted');
      expect(found.map(({ cell }) => cell)).toEqual(words.length > 0 ? ['F4'] : []);
      for (const part of words) expect(found[0]?.message).toContain(part);
    });
  }

  test('without a cost column nothing is claimed and nothing contradicted', () => {
    expect(findingsIn(sheetOf([goodRow({ commitment: 'Run a £50,000 campaign, subject to funding' })]))).toEqual([]);
  });

  test('a bare no under a heading that asks two things', () => {
    const found = findingsIn(sheetOf([[...goodRow(), 'no']], COST_HEAD));
    expect(tuples(found)).toEqual([['F4', 'cost-ambiguous']]);
    expect(found[0]?.message).toBe('"no" under "Low/no cost" could mean either. It is read as no cost.');
    expect(found[0]?.repair).toBeUndefined();
  });
});

describe('rows together', () => {
  test('the same commitment twice in one directorate, whatever its capitals, spaces and punctuation', () => {
    const found = findingsIn(sheetOf([goodRow(), goodRow({ commitment: '• publish  the Health & Work strategy.' })]));
    expect(tuples(found)).toEqual([['A5', 'duplicate-commitment']]);
    expect(found[0]?.message).toContain('row 4');
  });

  test('three times is two findings, each naming the first', () => {
    const found = findingsIn(sheetOf([goodRow(), goodRow(), goodRow()]));
    expect(tuples(found)).toEqual([
      ['A5', 'duplicate-commitment'],
      ['A6', 'duplicate-commitment'],
    ]);
  });

  test('across directorates and files, with the place of the first', () => {
    const get = readSheet(sheetOf([goodRow()]), 'GET.xlsx');
    const cype = readSheet(sheetOf([goodRow()], HEAD, 'Proposed Priorities ~ CYPE', 'Sheet1'), 'CYPE.xlsx');
    const found = checkBook([get, cype], KENT, DATES);
    expect(found.map(({ file, cell, code, directorate }) => [file, cell, code, directorate])).toEqual([
      ['CYPE.xlsx', 'A4', 'duplicate-across-directorates', 'CYPE'],
    ]);
    expect(found[0]?.message).toContain('GET has the same commitment in row 4 of GET in GET.xlsx');
  });

  test('two files of one directorate', () => {
    const first = readSheet(sheetOf([goodRow()]), 'GET part 1.xlsx');
    const second = readSheet(sheetOf([goodRow()]), 'GET part 2.xlsx');
    expect(checkBook([first, second], KENT, DATES).map(({ file, code }) => [file, code])).toEqual([
      ['GET part 2.xlsx', 'duplicate-commitment'],
    ]);
  });

  test('a lead merged over three rows is one lead: present, and faulted once', () => {
    const rows = [goodRow({ ledBy: 'TBC' }), goodRow({ commitment: 'Second', ledBy: null }), goodRow({ commitment: 'Third', ledBy: null })];
    const sheet = { ...sheetOf(rows), merges: [{ top: 3, left: 1, bottom: 5, right: 1 }] };
    expect(tuples(findingsIn(sheet))).toEqual([['B4', 'lead-not-a-person']]);
  });

  test('a timescale merged over two rows is past in each of them', () => {
    const rows = [goodRow({ timescale: 'December 24' }), goodRow({ commitment: 'Second', timescale: null })];
    const sheet = { ...sheetOf(rows, [...HEAD, 'Status']), merges: [{ top: 3, left: 2, bottom: 4, right: 2 }] };
    expect(findingsIn(sheet).map(({ code, row }) => [code, row])).toEqual([
      ['past-without-status', 4],
      ['past-without-status', 5],
    ]);
  });

  test('findings stand in the order of rows and columns', () => {
    const found = findingsIn(
      sheetOf([goodRow({ commitment: 'One', outcome: null, ledBy: null }), goodRow({ commitment: 'Two', measure: null })]),
    );
    expect(found.map(({ cell }) => cell)).toEqual(['B4', 'E4', 'D5']);
  });
});

describe('what is not read', () => {
  const codes = (findings: readonly Finding[]): (string | null)[][] =>
    findings.map(({ code, cell, heading, quote }) => [code, cell, heading, quote]);

  test('a row with a lead and no commitment', () => {
    const found = findingsIn(sheetOf([goodRow(), goodRow({ commitment: null })]));
    expect(codes(found)).toEqual([['missing-commitment', 'A5', 'What we have committed to', '']]);
    expect(found[0]?.message).toContain('It says: "Head of Economy');
  });

  test.each(['-', '–', '…', '?', 'n/a', 'N/A', 'TBC', 'to be agreed', '(to be confirmed)', 'As above', 'ditto', 'None'])(
    'a row with "%s" in the place of a commitment has none',
    (commitment) => {
      expect(codes(findingsIn(sheetOf([goodRow(), goodRow({ commitment })])))).toEqual([
        ['missing-commitment', 'A5', 'What we have committed to', commitment],
      ]);
      expect(codes(findingsIn(sheetOf([goodRow({ commitment }), goodRow()])))).toEqual([
        ['missing-commitment', 'A4', 'What we have committed to', commitment],
      ]);
    },
  );

  test.each(['None of our buildings is cold', 'To be a smokefree council', 'N/A is not an answer: ask every school'])(
    '"%s" is a commitment',
    (commitment) => {
      expect(findingsIn(sheetOf([goodRow(), goodRow({ commitment })]))).toEqual([]);
    },
  );

  test('a row that a drop-down filled in is no row', () => {
    const head = [...HEAD, 'Status', 'Ref'];
    expect(
      findingsIn(
        sheetOf(
          [
            [...goodRow(), 'On track', '1'],
            [null, null, null, null, null, 'Not started', '2'],
          ],
          head,
        ),
      ),
    ).toEqual([]);
  });

  test('a column that is not understood, once a table, quoting its first cell', () => {
    const found = findingsIn(
      sheetOf(
        [
          [...goodRow(), 'blue'],
          [...goodRow({ commitment: 'Second' }), 'red'],
        ],
        [...HEAD, 'Favourite colour'],
      ),
    );
    expect(codes(found)).toEqual([['part-not-read', 'F4', 'Favourite colour', 'blue']]);
    expect(found[0]?.message).toBe('2 cells in F4:F5 are not in the plan. The heading “Favourite colour” is not understood.');
  });

  const LETTER = gridOf('Letter', [[textCell('Location'), textCell('Led by'), textCell('Timescale')], [textCell('A road')]]);

  test('a file without a table, with the headings that came nearest', () => {
    const [found, ...more] = checkBook(readSheet(LETTER, 'GET letter.xlsx'), KENT, DATES);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'no-table',
      file: 'GET letter.xlsx',
      directorate: 'GET',
      sheet: null,
      row: null,
      heading: null,
      cell: null,
    });
    expect(found?.message).toContain('No table was found in GET letter.xlsx');
    expect(found?.message).toContain('"Letter" (no table on it)');
    expect(found?.message).toContain('row 1 of "Letter", with "Led by" and "Timescale" but no "What we have committed to"');
  });

  test('the open workbook without a table is no fault', () => {
    expect(checkBook(readSheet(LETTER), KENT, DATES)).toEqual([]);
  });
});

describe('tables', () => {
  test('a table without a Measure column is told so once, with its rows counted', () => {
    const head = ['What we have committed to', 'Led by', 'Timescale', 'Shared Outcome'];
    const rows = [
      ['One', 'Head of Economy', 'March 2026', 'SO2'],
      ['Two', 'Head of Economy', 'March 2026', 'SO2'],
    ];
    const found = findingsIn(sheetOf(rows, head));
    expect(found.map(({ cell, code, heading }) => [cell, code, heading])).toEqual([['A3', 'missing-measure', 'Measure']]);
    expect(found[0]?.message).toBe('This table has no column for the measure, so its 2 rows do not say how success will be measured.');
  });

  test('a status takes the place of a reminder, and its empty cell is where it is missed', () => {
    const head = [...HEAD, 'Status'];
    const rows = [
      [...goodRow({ commitment: 'One', timescale: 'December 24' }), 'Complete'],
      [...goodRow({ commitment: 'Two', timescale: 'December 24' }), ''],
    ];
    expect(tuples(findingsIn(sheetOf(rows, head)))).toEqual([['F5', 'past-without-status']]);
  });

  test('without a Status column the table is told once, with its first date and the column to add', () => {
    const past = (commitment: string, timescale: string): RowCells => goodRow({ commitment, timescale });
    const rows = [past('One', 'December 24'), past('Two', 'June 2024'), past('Three', 'March 2026'), past('Four', 'Ongoing')];
    const [found, ...others] = findingsIn(sheetOf(rows));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'past-without-status', cell: 'A3', row: 3, heading: 'Status', quote: '' });
    expect(found?.message).toBe(
      '2 actions of this table are past their dates, the first since June 2024, and the table has no column for the status. Please add one and say how they went.',
    );
    expect(found?.repair).toEqual({ kind: 'add-column', heading: 'Status', cell: 'F3' });
  });

  const PAST = goodRow({ timescale: 'December 24' });
  const withTable = (area: Area, more: Partial<GridTable> = {}): SheetGrid => {
    return { ...sheetOf([PAST]), tables: [{ name: 'Sent', area, hasHeader: true, hasTotals: false, ...more }] };
  };
  const IN_THE_WAY: [string, SheetGrid, string | undefined][] = [
    ['nothing', sheetOf([PAST]), 'F3'],
    ['a remark beside a row', sheetOf([[...PAST, 'see Anna']]), undefined],
    ['a remark one column further', sheetOf([[...PAST, null, 'see Anna']]), 'F3'],
    [
      'a formula that shows nothing',
      sheetOf([[...PAST, { kind: 'text', value: '', text: '', format: 'General', formula: '=G1' }]]),
      undefined,
    ],
    ['merged cells', { ...sheetOf([PAST]), merges: [{ top: 3, bottom: 3, left: 5, right: 6 }] }, undefined],
    ['its own Excel table', withTable({ top: 2, bottom: 3, left: 0, right: 4 }), 'F3'],
    ['its own Excel table with a row of totals', withTable({ top: 2, bottom: 4, left: 0, right: 4 }, { hasTotals: true }), undefined],
    ['another Excel table', withTable({ top: 3, bottom: 6, left: 5, right: 7 }), undefined],
  ];
  test.each(IN_THE_WAY)('a column for the status with %s beside the table', (_name, sheet, cell) => {
    const past = findingsIn(sheet).find(({ code }) => code === 'past-without-status');
    expect(past?.repair).toEqual(cell === undefined ? undefined : { kind: 'add-column', heading: 'Status', cell });
  });

  test('a directorate that is not known, and none at all', () => {
    const unknown = findingsIn(sheetOf([goodRow()], HEAD, 'Proposed Priorities ~ Estates', 'Sheet1'));
    expect(unknown.map(({ cell, code, quote }) => [cell, code, quote])).toEqual([['A3', 'unknown-directorate', '']]);
    expect(unknown[0]?.message).toContain('CYPE, Public Health');
    const none = findingsIn(sheetOf([goodRow()], HEAD, '', 'Sheet1'));
    expect(none.map(({ code, quote, directorate }) => [code, quote, directorate])).toEqual([['unknown-directorate', '', null]]);
    for (const { code } of unknown) seen.add(code);
  });

  test('listed services are checked for their outcome alone', () => {
    const rows = [
      goodRow(),
      ['Services involved in this activity include:'],
      ['Library Services', null, null, null, 'SO1,SO2'],
      ['Community Wardens', null, null, null, 'SO9'],
      ['Green social prescribing network', null, null, null, null],
      ['Public Transport', null, null, null, 'S02'],
    ];
    const found = findingsIn(sheetOf(rows));
    expect(tuples(found).filter(([, code]) => code !== 'missing-outcome')).toEqual([
      ['E7', 'unknown-outcome'],
      ['E9', 'mistyped-outcome'],
    ]);
  });
});

test('one row checked alone gives what the book gives for it', () => {
  const read = readSheet(sheetOf([goodRow({ outcome: 'S03', ledBy: 'TBC', timescale: 'by March' })]));
  const [action] = read.actions;
  const alone: Finding[] = action === undefined ? [] : checkAction(action, KENT, DATES);
  const key = ({ cell, code, message }: Finding): string => [cell, code, message].join(' ');
  expect(alone.map(key).sort()).toEqual(checkBook(read, KENT, DATES).map(key).sort());
  expect(alone).toHaveLength(3);
});

test('every code that a row can raise is raised above', () => {
  const elsewhere = [
    'timescale-far-off',
    'timescale-partly-read',
    'duplicate-commitment',
    'duplicate-across-directorates',
    'cost-contradicted',
    'cost-ambiguous',
    'figures-differ-from-logframe',
    'measure-in-doubt',
    'missing-commitment',
    'no-table',
    'part-not-read',
    'ref-in-doubt',
    'verdict-differs',
    'column-in-doubt',
    'continued-row',
    'unreadable-status',
    'unreadable-cost',
    'unknown-indicator',
    'tracked-changes',
  ];
  expect(FINDING_CODES.filter((code) => !seen.has(code)).sort()).toEqual([...elsewhere].sort());
});
