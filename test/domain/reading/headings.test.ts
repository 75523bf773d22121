import { kent2025 } from '../../../src/domain/framework';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';

const read = (...rows: readonly string[]) => readTables(drawBook([{ rows }]), kent2025(), { includeHidden: false, corrections: [] });

/** The headings as understood, in the order of their columns; "-" is one not understood. */
function check(headings: string, wanted: string): void {
  const [table] = read(headings, 'Open a community kitchen | Head of Economy | March 2026 | 200 meals | SO2 | none | x').tables;
  expect(table?.headings.map(({ key }) => key ?? '-').join(' ')).toBe(wanted);
}

const USUAL = 'commitment ledBy timescale measure sharedOutcome';

describe('headings by their words', () => {
  test.each([
    ['What we have committed to | Led by | Timescale | Measure | Shared Outcome', USUAL],
    ['Commitment | Lead | By when | Measure of success | SO', USUAL],
    ['Action | Lead officer | When | Success measure | Outcome', USUAL],
    ['Priority | Owner | Due | How we will measure it | Outcomes', USUAL],
    ['Priority action | Responsible | Deadline | KPI | Links to outcome', USUAL],
    ['What we will do | Led by / responsible | Target date | Outcome measure | Outcome', USUAL],
    ['Action / Commitment | Lead Officer(s) | Target completion date | Measure(s) of success | Shared Outcome(s)', USUAL],
    ['WHAT WE HAVE⏎COMMITTED TO | LED⏎BY | TIME-⏎SCALE | MEASURE | SHARED⏎OUTCOME', USUAL],
    ['Commitment* | Led by: | Timescale (month/year) | Measure (how will we know?) | Shared Outcome (SO1-SO6)', USUAL],
    ['1. Commitment | 2. Led by | 3. Timescale | 4. Measure | 5. Shared outcome', USUAL],
    ['Our commitments | Accountable officer | Timeframe | Performance measure | ICS shared outcome', USUAL],
    ["What we've committed to | Who | By when? | How will success be measured? | Which Shared Outcome(s)?", USUAL],
    ['Actions | Owner(s) | Due date | KPIs | Outcome ref', USUAL],
    ['Commitment | Led by | Timescale⏎Please give month and year | Measure | Shared Outcome⏎see list', USUAL],
    [
      'Proposed priorities | Name of lead officer | Expected timescale for delivery | Key performance measures | Link to Shared Outcome',
      USUAL,
    ],
  ])('%s', check);

  test.each([
    ['Comitment | Led bye | Timescael | Mesure | Shared Outcom', USUAL],
    ['What we have commited too | Leed by | Time scales | Measures | Shared outcomes', USUAL],
    ['Committment | Responsable | Timscale | Meausre | Shraed Outcome', USUAL],
    ['Actoin | Ownwer | Deadlne | Sucess measure | Outcoms', USUAL],
  ])('misspelt: %s', check);

  test.each([
    ['SO | Measure | Action | When | Lead', 'sharedOutcome measure commitment timescale ledBy'],
    ['Priority | Action | Lead | Timescale | Measure | SO', 'theme commitment ledBy timescale measure sharedOutcome'],
    ['Commitment | Led by | Timescale | Measure | Shared Outcome | Low/no cost | Progress', `${USUAL} cost progress`],
    ['Commitment | Led by | Timescale | Measure | Shared Outcome | Cost (none / low / other) | RAG status', `${USUAL} cost status`],
    ['Commitment | Led by | Timescale | Measure | Shared Outcome | Resource implications | Latest position', `${USUAL} cost progress`],
    ['Commitment | Led by | Timescale | Measure | Shared Outcome | Logframe indicator | Comments', `${USUAL} indicator notes`],
    ['Commitment | Led by | Timescale | Measure | Shared Outcome | OVI | Budget code', `${USUAL} indicator -`],
    ['Action | Lead | Start date | End date | Measure | Outcome', 'commitment ledBy start timescale measure sharedOutcome'],
    ['Action | Lead | Timescale | Outcome measure | Outcome', USUAL],
  ])('reordered and further columns: %s', check);

  test.each([
    ['Action | Lead | When | Action update | Measure | Outcome', 'commitment ledBy timescale progress measure sharedOutcome'],
    ['Action | Lead | When | Measure | Priority outcome', USUAL],
    ['Action | Lead | When | Measure | SO | Update on the actions', `${USUAL} progress`],
    ['Action | Project lead name | When | Measure | SO', USUAL],
    ['Action | Lead | Key Milestones (Timescales) | Measure | SO', USUAL],
    ['Action | Lead | Scheduled [by when] | Measure | SO', USUAL],
    ['Action | LeadOfficer | TargetDate | SuccessMeasure | SharedOutcome', USUAL],
    ['Action | Lead | Timetable | Measure | SO', USUAL],
    ['Action | Lead (see the budget) | When | Measure | SO', USUAL],
  ])('the noun of a heading, brackets, words written as one: %s', check);

  test('of two columns for one heading, one that is empty gives way', () => {
    const [table] = read(
      'Action | Lead | Lead officer | When | Measure | SO',
      'Plant trees | | Head of Parks | 2026 | 500 trees | SO2',
      'Open parks | | Head of Parks | 2026 | 3 parks | SO3',
    ).tables;
    expect(table?.headings.map(({ key }) => key)).toEqual(['commitment', null, 'ledBy', 'timescale', 'measure', 'sharedOutcome']);
  });

  test('an empty column does not give way to one whose words are only near', () => {
    const [table] = read(
      'Action | Lead | When | Measure | SO | Indicators | Proposed indicators',
      'Plant trees | Head of Parks | 2026 | 500 trees | SO2 | | 3.2',
    ).tables;
    expect(table?.headings[5]?.key).toBe('indicator');
    expect(table?.headings[6]?.key).toBeNull();
  });

  test('what the program suggests in its own sheets is nothing that was written', () => {
    const [table] = read(
      'Action | Lead | When | Measure | SO | Suggested indicators',
      'Plant trees | Head of Parks | 2026 | 500 trees | SO2 | 3.2',
    ).tables;
    expect(table?.headings[5]?.key).toBeNull();
  });

  test.each([
    ['sentences are the measure', ['Fewer children hurt on roads', 'More people walk to work'], 'measure'],
    ['a code among them is enough', ['Fewer children hurt on roads', 'SO2'], 'sharedOutcome'],
    ['titles of one or two words may be another council’s outcomes', ['Safe homes', 'Clean air'], 'sharedOutcome'],
  ])('a column headed Outcome, in which %s', (_, [one, other], key) => {
    const [table] = read(
      'Action | Lead | When | Outcome',
      `Repair it | Head of Roads | 2026 | ${String(one)}`,
      `Plant | Head of Parks | 2026 | ${String(other)}`,
    ).tables;
    expect(table?.headings[3]?.key).toBe(key);
  });

  test('No., # and Ref are numberings', () => {
    for (const heading of ['No.', '#', 'Ref', 'ID', 'Ref no.', 'Action No', 'Item']) {
      const [table] = read(
        `${heading} | Action | Lead | When | Measure | SO`,
        '=1 | Plant trees | Head of Parks | 2026 | 500 trees | SO2',
      ).tables;
      expect([heading, table?.headings[0]?.key]).toEqual([heading, 'ref']);
    }
  });

  test('the outcome column is the one with outcome codes where two headings could be it', () => {
    const [table] = read(
      'Action | Outcome | Lead | By when | Strategic outcome',
      'Plant trees | Cooler streets | Head of Parks | 2026 | SO2',
      'Open parks | More walking | Head of Parks | 2026 | SO3',
    ).tables;
    expect(table?.headings.map(({ key }) => key)).toEqual(['commitment', 'measure', 'ledBy', 'timescale', 'sharedOutcome']);
  });

  test('a Priority column of High, Medium and Low is no theme', () => {
    const [table] = read(
      'Priority | Action | Lead | Timescale | SO',
      'High | Plant trees | Head of Parks | 2026 | SO2',
      'Low | Open parks | Head of Parks | 2026 | SO3',
    ).tables;
    expect(table?.headings[0]?.key).toBeNull();
    expect(table?.rows.map(({ theme }) => theme)).toEqual([null, null]);
  });

  test('a column of outcome codes under words nobody knows is likely the outcome', () => {
    const [table] = read(
      'Action | Lead | By when | Contribution',
      'Plant trees | Head of Parks | 2026 | SO2, SO3',
      'Open parks | Head of Parks | 2026 | S03',
    ).tables;
    expect(table?.headings[3]).toMatchObject({ key: 'sharedOutcome', sureness: 'likely' });
  });

  test('sureness says which headings were guessed', () => {
    const [table] = read('Commitment | Led bye | Timescale | Budget code', 'Plant trees | Head of Parks | 2026 | 7').tables;
    expect(table?.headings.map(({ sureness }) => sureness)).toEqual(['certain', 'likely', 'certain', 'likely']);
  });
});

describe('what is no table', () => {
  test.each([
    [
      'heading words down a page of instructions',
      [
        'What we have committed to | Say what you will do',
        'Led by | The officer who will answer',
        'Timescale | When it will be done',
        'Measure | How you will know',
        'Shared Outcome | One or more of SO1 to SO6',
      ],
    ],
    [
      'prose with the heading words',
      [
        'How to fill in the table',
        'For each action give the lead officer, the timescale, the measure of success and the shared outcome.',
        'The commitment goes first | the lead officer who answers for it goes beside it | then the timescale in which it will be done, as month and year',
      ],
    ],
    ['a contents list', ['Contents | Page', 'Actions | =3', 'Measures | =7']],
    [
      'the logframe',
      [
        'No. | Objectively verifiable indicators | Means of verification (MOV) | Notes',
        '1.1 | By 2028, pupils achieving a good level | Department for Education |',
      ],
    ],
    ['a list of leads', ['Name | Lead | Telephone', 'GET | Head of Economy | =12345']],
    ['a key', ['RAG | Meaning', 'Red | Delayed']],
    ['a risk register', ['Risk | Owner | Likelihood | Impact', 'No money | Head of Finance | High | High']],
  ])('%s', (_, rows) => {
    expect(read(...rows).tables).toEqual([]);
  });
});

describe('stacked and merged headers', () => {
  const row = 'Plant trees | Head of Parks | 2026 | 500 trees | SO2';
  test.each([
    [
      'groups over headings, not merged',
      ['Commitment | Delivery | | Outcome |', ' | Led by | Timescale | Measure | Shared Outcome', row],
      [],
      '0-1',
    ],
    [
      'groups over headings, merged',
      ['Commitment | Delivery | | Outcome |', ' | Led by | Timescale | Measure | Shared Outcome', row],
      ['A1:A2', 'B1:C1', 'D1:E1'],
      '0-1',
    ],
    ['words cut in two', ['What we have | Led | Time | | Shared', 'committed to | by | scale | Measure | Outcome', row], [], '0-1'],
    [
      'all headings two rows high',
      ['Commitment | Led by | Timescale | Measure | Shared Outcome', '', row],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2'],
      '0-1',
    ],
    [
      'all headings three rows high',
      ['Commitment | Led by | Timescale | Measure | Shared Outcome', '', '', row],
      ['A1:A3', 'B1:B3', 'C1:C3', 'D1:D3', 'E1:E3'],
      '0-2',
    ],
    [
      'a group row over a whole header',
      ['The action | | Delivery | Impact |', 'Commitment | Led by | Timescale | Measure | Shared Outcome', row],
      ['A1:B1', 'D1:E1'],
      '0-1',
    ],
    [
      'a title merged across is no group',
      ['Priorities ~ GET', 'Commitment | Led by | Timescale | Measure | Shared Outcome', row],
      ['A1:E1'],
      '1-1',
    ],
  ])('%s', (_, rows, merges, wanted) => {
    const read2 = readTables(drawBook([{ rows, merges }]), kent2025(), { includeHidden: false, corrections: [] });
    const [table] = read2.tables;
    expect(table?.headings.map(({ key }) => key).join(' ')).toBe(USUAL);
    expect(`${String(table?.headerRows.top)}-${String(table?.headerRows.bottom)}`).toBe(wanted);
    expect(table?.rows.map(({ cells }) => cells.commitment?.cell.value)).toEqual(['Plant trees']);
  });

  test('headings merged over several columns take what lies in any of them', () => {
    const rows = [
      'Commitment | | Led by | | Timescale | Measure | Shared Outcome',
      'Plant trees | | | Head of Parks | 2026 | 500 trees | SO2',
    ];
    const [table] = readTables(drawBook([{ rows, merges: ['A1:B1', 'C1:D1', 'A2:B2'] }]), kent2025(), {
      includeHidden: false,
      corrections: [],
    }).tables;
    expect(table?.rows[0]?.cells.ledBy).toMatchObject({ cell: { value: 'Head of Parks' }, place: { row: 1, column: 3 } });
  });
});
