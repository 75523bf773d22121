import { type CollatedAction, lastHeardWords } from '../collation';
import { COSTS } from '../cost';
import { dueInWords, type FieldKey, type FieldList, FIELDS, fieldsInWords } from '../fields';
import type { VerdictRead } from '../finance';
import type { Finding } from '../findings';
import type { Framework } from '../framework';
import { DATE_FORMAT, type FormatRule, type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { FINANCE_HEADINGS, grouped } from '../wording';
import { BAD, GOOD, HEADING_ROW, headingLook, STILL, textColumn, titleLooks, UNSURE, workedOutColumn } from './council-look';
import { fieldCells, fieldColumn } from './field-column';
import { type PlanSubject, runStamp, sourceCell } from './plan-subject';
import { STATUS_LOOKS } from './status-looks';
import { verdictCells } from './verdict-cells';

export const ALL_PRIORITIES = 'All priorities';
export const ALL_PRIORITIES_TABLE = 'AllPriorities';

/** What a row says of itself, in the last column, so that a gone row keeps its words and says that it went. */
export const SERVICE = 'listed service';
export const GONE = 'no longer sent';

/** Headings of columns that are no fields, by the field that they stand behind. */
const HEADINGS_BEHIND: Partial<Record<FieldKey, string>> = { indicators: 'Suggested indicators', cost: FINANCE_HEADINGS.check };

/**
 * The headings that All priorities has in every plan, in their order; they are the same under every framework. Those of a verdict's note,
 * initials and date are not among them: plans of earlier versions get them with the first verdict that is recorded.
 */
export const PRIORITIES_HEADINGS: readonly string[] = [
  'Ref',
  ...FIELDS.flatMap(({ key, heading }) => [heading, ...(HEADINGS_BEHIND[key] === undefined ? [] : [HEADINGS_BEHIND[key]])]),
  'Notes',
  'Findings',
  'Source',
  'Standing',
];

/** Columns that are no fields, by the field that they stand behind. */
function columnsBehind({ vocabularies }: Framework): Partial<Record<FieldKey, readonly PlanColumn[]>> {
  const { check, note, by, date } = FINANCE_HEADINGS;
  return {
    indicators: [workedOutColumn('suggested', HEADINGS_BEHIND.indicators ?? '', 10)],
    cost: [
      textColumn('finance', check, 10, { owner: 'user', dropDown: { values: vocabularies.verdicts } }),
      textColumn('financeNote', note, 18, { owner: 'user' }),
      textColumn('financeBy', by, 8, { owner: 'user' }),
      textColumn('financeDate', date, 11, { owner: 'user', wrap: false, format: DATE_FORMAT }),
    ],
  };
}

export function allPrioritiesColumns(framework: Framework): PlanColumn[] {
  // An outcome cell may name several, and a drop-down offers one.
  const lists: Partial<Record<FieldList, readonly string[]>> = { cost: COSTS, status: framework.vocabularies.statuses };
  const behind = columnsBehind(framework);
  return [
    textColumn('ref', 'Ref', 9, { wrap: false }),
    ...FIELDS.flatMap(({ key, list, meansSame, column: { width } }) => {
      const values = list === undefined ? undefined : lists[list];
      const column = fieldColumn(key, width, {
        ...(values === undefined ? {} : { dropDown: { values } }),
        ...(meansSame === undefined ? {} : { meansSame: meansSame(framework) }),
      });
      return [column, ...(behind[key] ?? [])];
    }),
    textColumn('notes', 'Notes', 13, { owner: 'user' }),
    workedOutColumn('findings', 'Findings', 30, { offPaper: true }),
    workedOutColumn('source', 'Source', 20, { linksToFiles: true, offPaper: true }),
    workedOutColumn('standing', 'Standing', 10, { offPaper: true }),
  ];
}

/** One row an action: the sheet that a collator works in. Rows never move; see `reconcile-table.ts`. */
export function allPriorities(subject: PlanSubject): SheetPlan {
  const columns = allPrioritiesColumns(subject.framework);
  const bySource = findingsBySource(subject.findings);
  const verdictOf = new Map(subject.finance.map(({ ref, verdict }) => [ref, verdict]));
  const last = columns.length - 1;
  return {
    name: ALL_PRIORITIES,
    visibility: 'visible',
    tabColour: '#1F4E79',
    blocks: [
      { at: { row: 0, column: 0 }, cells: [[text(ALL_PRIORITIES)], [text([runStamp(subject), ...goneInWords(subject)].join(' · '))]] },
    ],
    table: {
      name: ALL_PRIORITIES_TABLE,
      at: { row: HEADING_ROW, column: 0 },
      columns,
      rows: subject.register.actions.map((one) => rowOf(one, verdictOf.get(one.ref) ?? null, subject, bySource)),
      refresh: { how: 'keep', keyColumn: 'ref', gone: { column: 'standing', cell: text(GONE) } },
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: [...titleLooks(last), headingLook(HEADING_ROW, 0, last)],
    dropDowns: [],
    rules: rulesFor(columns),
    charts: [],
    freeze: { rows: HEADING_ROW + 1, columns: 1 },
    print: {
      orientation: 'landscape',
      paper: 'A3',
      pages: 'one wide',
      lastColumn: null,
      titleRows: { top: HEADING_ROW, bottom: HEADING_ROW },
      footer: `${ALL_PRIORITIES}, page &P of &N`,
    },
    gridlines: false,
  };
}

/** Refs that a line has room for. */
const MOST_REFS = 15;

/** "no longer sent: GET-03, GET-07": on paper, where Standing is not, the rows are known by it. */
function goneInWords({ register: { gone } }: PlanSubject): string[] {
  if (gone.length === 0) return [];
  const refs = gone.slice(0, MOST_REFS).map(({ ref }) => ref);
  const more = gone.length - refs.length;
  return [`${GONE}: ${refs.join(', ')}${more === 0 ? '' : ` and ${grouped(more)} more`}`];
}

function findingsBySource(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.row === null) continue;
    const key = placeKey(finding.file, finding.sheetId, finding.row);
    found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return found;
}

/** @param row as Excel numbers it. */
function placeKey(file: string, sheetId: string, row: number): string {
  return `${file}\n${sheetId}\n${String(row)}`;
}

/** What a row says of a verdict that was given beside other words. */
function lookAgain(verdict: VerdictRead | null): string[] {
  return verdict === null || verdict.settled
    ? []
    : [`Finance’s verdict “${verdict.verdict}” was given before the words changed, so please look again.`];
}

/** Of a row that is added: its verdict comes from the directorate's own table. In a row that is there, the columns are the user's. */
function cellsOfVerdict(verdict: VerdictRead): PlanRow['cells'] {
  const { check, note, by, date } = verdictCells(verdict);
  return { finance: check, financeNote: note, financeBy: by, financeDate: date };
}

function rowOf(
  one: CollatedAction,
  verdict: VerdictRead | null,
  subject: PlanSubject,
  bySource: ReadonlyMap<string, readonly Finding[]>,
): PlanRow {
  const { action, ref, indicators, lastHeard } = one;
  const address = action.source.cells.commitment ?? '';
  const words = fieldsInWords(one, subject.dates.planDate);
  // A timescale that was typed over says when the action is due.
  const timescale = subject.progress.position.get(ref)?.timescale ?? words.timescale;
  const due = timescale === words.timescale ? words.due : (dueInWords(timescale, subject.dates.planDate) ?? '');
  const found = bySource.get(placeKey(action.source.file, action.source.sheetId, action.source.row + 1)) ?? [];
  return {
    key: ref,
    cells: {
      ref: text(ref),
      ...fieldCells({ ...words, due }),
      ...(verdict === null ? {} : cellsOfVerdict(verdict)),
      suggested: text(indicators.flatMap(({ id, state }) => (state === 'suggested' ? [id] : [])).join(', ')),
      findings: text([...found.map(({ message }) => message), ...lookAgain(verdict)].join('\n')),
      source: sourceCell(action.source, address, subject, lastHeard),
      standing: text(standingOf(one)),
    },
    ...(lastHeard === null ? {} : { isCarried: true }),
  };
}

/** "listed service, last heard 2025/26 Q1". */
function standingOf({ action, lastHeard }: CollatedAction): string {
  const parts = [action.kind === 'service' ? SERVICE : '', lastHeard === null ? '' : lastHeardWords(lastHeard)];
  return parts.filter((part) => part !== '').join(', ');
}

function rulesFor(columns: readonly PlanColumn[]): FormatRule[] {
  const area = (key: string): FormatRule['area'] => {
    const column = columns.findIndex((one) => one.key === key);
    return { top: HEADING_ROW + 1, bottom: HEADING_ROW + 5_000, left: column, right: column };
  };
  const rule = (key: string, cellIs: string, look: FormatRule['look']): FormatRule => ({ area: area(key), when: { cellIs }, look });
  return [
    ...STATUS_LOOKS.map(({ cellIs, look }) => rule('status', cellIs, look)),
    rule('cost', 'above low cost', BAD),
    rule('finance', 'agreed', GOOD),
    rule('finance', 'query', UNSURE),
    rule('finance', 'not agreed', BAD),
    rule('standing', GONE, STILL),
    { area: area('standing'), when: { contains: lastHeardWords('') }, look: UNSURE },
  ];
}
