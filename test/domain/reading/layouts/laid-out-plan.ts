import fc from 'fast-check';
import type { Drawing } from './drawing';
import { type ColumnDrawn, columnsOfField, type FieldLooks, fieldLooks, rowTexts, type Words } from './field-columns';
import { anyWord, type Field, FIELDS } from './heading-choices';
import type { Group } from './known-plan';

export interface Layout {
  readonly top: number;
  readonly left: number;
  readonly order: readonly Field[];
  readonly looks: FieldLooks;
  readonly words: Words;
  /** What marks a column of a quarter or an outcome. */
  readonly mark: string;
  readonly themes: 'row' | 'merged row' | 'column' | 'merged column';
  readonly header: 'one' | 'stacked' | 'merged';
  readonly leads: 'each' | 'merged';
  /** An empty row before each theme. */
  readonly airy: boolean;
  /** An empty, perhaps hidden, column between headings. */
  readonly spaced: boolean;
  /** After how many actions a page ends; 0 for one page. */
  readonly page: number;
  readonly titled: boolean;
  readonly extras: readonly ('total' | 'note' | 'page' | 'key' | 'hint' | 'cost')[];
  /** What stands below all of it, under a gap. */
  readonly ending: 'nothing' | 'other table' | 'other table with a title' | 'sign-off';
}

const anyLayout = fc.record({
  top: fc.integer({ min: 0, max: 40 }),
  left: fc.integer({ min: 0, max: 20 }),
  order: fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length, maxLength: FIELDS.length }),
  looks: fieldLooks,
  words: fc.record({
    any: anyWord,
    choices: fc.record({
      commitment: fc.nat(99),
      ledBy: fc.nat(99),
      timescale: fc.nat(99),
      measure: fc.nat(99),
      sharedOutcome: fc.nat(99),
      progress: fc.nat(99),
    }),
    isCertain: fc.boolean(),
    isYearInHeading: fc.boolean(),
  }),
  mark: fc.constantFrom('x', '✓', 'Y'),
  themes: fc.constantFrom<Layout['themes']>('row', 'merged row', 'column', 'merged column'),
  header: fc.constantFrom<Layout['header']>('one', 'stacked', 'merged'),
  leads: fc.constantFrom<Layout['leads']>('each', 'merged'),
  airy: fc.boolean(),
  spaced: fc.boolean(),
  page: fc.integer({ min: 0, max: 4 }),
  titled: fc.boolean(),
  extras: fc.uniqueArray(fc.constantFrom<Layout['extras'][number]>('total', 'note', 'page', 'key', 'hint', 'cost')),
  ending: fc.constantFrom<Layout['ending']>('nothing', 'nothing', 'other table', 'other table with a title', 'sign-off'),
});

/** A layout without what no reader could tell. */
function readable(look: Layout): Layout {
  const { looks, words } = look;
  // Without a known word over the commitments four certain headings make the table, or three of which one is the timescale.
  const hasTimescale = looks.timescale !== 'quarters' && looks.timescale !== 'first planned';
  const commitment = hasTimescale ? looks.commitment : ('known word' as const);
  // Codes or quarters behind an empty column may be a table of their own, such as a count of actions.
  const spaced = look.spaced && looks.timescale !== 'quarters' && looks.sharedOutcome !== 'marks';
  // Four certain headings beside an unknown one; behind an empty column only a heading beyond doubt is the table's.
  const isCertain = words.isCertain || spaced || commitment === 'any word';
  const isYearInHeading = words.isYearInHeading || !look.titled;
  return { ...look, spaced, looks: { ...looks, commitment }, words: { ...words, isCertain, isYearInHeading } };
}

export const layout: fc.Arbitrary<Layout> = anyLayout.map(readable);

const inColumns = (themes: Layout['themes']): boolean => themes === 'column' || themes === 'merged column';

interface Placed extends ColumnDrawn {
  readonly field: Field;
  readonly at: number;
}

export interface Columns {
  readonly placed: readonly Placed[];
  readonly of: (slot: Placed['slot']) => number;
  readonly heading: (slot: Placed['slot']) => string;
  readonly theme: number;
  readonly cost: number;
  readonly first: number;
  readonly last: number;
}

export function columnsOf(look: Layout): Columns {
  const offset = look.left + (inColumns(look.themes) ? 1 : 0);
  const drawn = look.order.flatMap((field) => columnsOfField(field, look.looks, look.words).map((column) => ({ ...column, field })));
  const placed = drawn.map((column, index): Placed => ({ ...column, at: offset + index * (look.spaced ? 2 : 1) }));
  const cost = (placed.at(-1)?.at ?? offset) + 1;
  const find = (slot: Placed['slot']): Placed | undefined => placed.find((column) => column.slot === slot);
  return {
    placed,
    of: (slot) => find(slot)?.at ?? -1,
    heading: (slot) => find(slot)?.heading ?? '',
    theme: look.left,
    cost,
    first: look.left,
    last: look.extras.includes('cost') ? cost : cost - 1,
  };
}

function drawHeader(on: Drawing, look: Layout, row: number): number {
  const columns = columnsOf(look);
  const low = look.header === 'one' ? row : row + 1;
  for (const { field, at, heading } of columns.placed) {
    const isCommitment = field === 'commitment';
    on.put(isCommitment ? row : low, at, heading);
    if (isCommitment && look.header === 'merged') on.merge(row, at, low, at);
    if (!isCommitment && look.header !== 'one') on.put(row, at, 'Details');
  }
  if (inColumns(look.themes)) on.put(low, columns.theme, 'Theme');
  if (look.extras.includes('cost')) on.put(low, columns.cost, 'Low/no cost');
  return low + 1;
}

/** Draws the heading of a page and gives the first row below it. */
function drawPageTop(on: Drawing, look: Layout, row: number): number {
  if (!look.titled) return drawHeader(on, look, row);
  on.put(row, look.left, 'Proposed Priorities to Improve Health and Wellbeing 2026/27 ~ GET');
  return drawHeader(on, look, row + 2);
}

/** The headings of a table that is no plan, and two rows of it. */
export const OTHER_TABLE: readonly (readonly string[])[] = [
  ['Indicator', '2024/25 Value', 'Q1 Value', 'Target', 'Managed by'],
  ['Energy used in buildings', '100 kWh', '40 kWh', '90 kWh', 'Asset team'],
  ['Water used in buildings', '10 m3', '4 m3', '9 m3', 'Asset team'],
];

function drawEnding(on: Drawing, look: Layout, row: number): void {
  const { ending, left } = look;
  if (ending === 'nothing') return;
  if (ending === 'sign-off') {
    on.put(row, left, 'Sign-off');
    on.line(row + 1, left, ['Approved by', 'Jo Smith']);
    on.line(row + 2, left, ['Date', '4 May 2026']);
    return;
  }
  if (ending === 'other table with a title') on.put(row, left, 'How the county does');
  const from = ending === 'other table' ? row : row + 1;
  OTHER_TABLE.forEach((texts, index) => {
    on.line(from + index, left, texts);
  });
}

export function drawPlan(on: Drawing, groups: readonly Group[], look: Layout): void {
  const columns = columnsOf(look);
  const [commitment, ledBy] = [columns.of('commitment'), columns.of('ledBy')];
  let row = drawPageTop(on, look, look.top);
  // Under the heading of a quarter nobody is told to write a month.
  if (look.extras.includes('hint') && look.looks.timescale !== 'quarters') {
    on.put(row, columns.of('timescale'), '(month/year)');
    row += 1;
  }
  let onPage = 0;
  let leadFrom = row;
  const mergeLeads = (): void => {
    if (look.leads === 'merged') on.merge(leadFrom, ledBy, row - 1, ledBy);
  };
  for (const group of groups) {
    if (look.airy) row += 1;
    if (!inColumns(look.themes)) {
      on.put(row, look.themes === 'merged row' ? columns.first : commitment, group.theme);
      if (look.themes === 'merged row') on.merge(row, columns.first, row, columns.last);
      row += 1;
    }
    const first = row;
    leadFrom = row;
    group.actions.forEach((action, index) => {
      if (look.page > 0 && onPage === look.page) {
        mergeLeads();
        if (look.extras.includes('page')) on.put(row + 1, columns.first, 'Page 1 of 2');
        row = drawPageTop(on, look, row + 3);
        onPage = 0;
        leadFrom = row;
      }
      onPage += 1;
      if (inColumns(look.themes) && index === 0) on.put(row, columns.theme, group.theme);
      if (look.extras.includes('cost')) on.put(row, columns.cost, 'No cost');
      if (action.steps.length > 0) on.merge(row, commitment, row + action.steps.length, commitment);
      for (const texts of rowTexts(action, look.looks, group.lead, look.mark)) {
        for (const { slot, at } of columns.placed) {
          if (slot !== 'ledBy' || look.leads === 'each' || row === leadFrom) on.put(row, at, texts[slot] ?? '');
        }
        row += 1;
      }
    });
    mergeLeads();
    if (look.themes === 'merged column' && look.page === 0) on.merge(first, columns.theme, row - 1, columns.theme);
  }
  if (look.extras.includes('total')) on.put(row, commitment, 'Total actions');
  if (look.extras.includes('total')) row += 1;
  if (look.extras.includes('note')) on.put(row + 2, columns.first, 'Note: figures were checked in May');
  if (look.extras.includes('key')) {
    on.line(look.top + 2, columns.last + 5, ['RAG', 'Meaning']);
    on.line(look.top + 3, columns.last + 5, ['Red', 'Late']);
  }
  drawEnding(on, look, row + 4);
}
