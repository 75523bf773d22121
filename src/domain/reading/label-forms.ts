import { a1, type Place } from '../grid';
import { readTimescale } from '../timescale';
import { composedCell, type FurtherCell } from './composed-cell';
import type { FurtherRole } from './further-column';
import { isOtherDate, roleInCommitment, roleOf } from './column-role';
import { type FormSteps, formStepsAt } from './form-steps';
import { headerCellsOf } from './header-cells';
import { FIRM, type HeadingMatcher } from './heading-matcher';
import type { HeadingKey } from './heading-keys';
import { isBlank, ownCell, type SheetView, shownText, sourced } from './sheet-view';
import { CORE_KEYS } from './table-kinds';
import type { SourcedCell, TableHeading, TableRead } from './table-read';

/**
 * Actions that stand in forms: labels in a column with what they say beside them, one action a block; or one action in each of several columns
 * beside the labels, which is a table on its side.
 * Rule: docs/rules.md#forms.
 */

/** A label with the cells that stand beside it up to the next label of its row. */
interface Label {
  readonly key: HeadingKey;
  readonly role: FurtherRole | null;
  readonly strength: number;
  readonly cell: SourcedCell;
  readonly values: readonly SourcedCell[];
  /** Of a label of milestones: the table of them beside and below it. */
  readonly steps?: FormSteps;
}

/** One action of a form: a table by itself, of one row. */
export type FormTable = Pick<TableRead, 'id' | 'area' | 'headerRows' | 'headings' | 'rows' | 'labels' | 'firstHeading'>;

/** Of a lead; more is guidance. */
const MOST_WORDS = 8;
/** Rows that are looked at for labels: a sheet of forms is for people to read, and one of many rows is a list. */
const MOST_ROWS = 2000;
/** Labels a row apart or two belong together; more is the next form. */
const WIDEST_GAP = 2;

interface Meant {
  readonly key: HeadingKey;
  readonly role: FurtherRole | null;
  readonly strength: number;
}

function meantBy(matcher: HeadingMatcher, text: string): Meant | null {
  const words = { texts: [text.replace(AFTER_LABEL, '')] };
  if (text.length > 60 || isOtherDate(words)) return null;
  const role = roleOf(words);
  if (role !== null) return { ...role, role: role.key === 'start' ? null : role.role, strength: FIRM };
  const [best] = matcher.match(words.texts[0] ?? '');
  // "Title" in a form is as often a person's.
  const inCommitment = /^\s*title\b/i.test(text) ? null : roleInCommitment(words);
  if (inCommitment !== null) return { key: 'commitment', role: inCommitment, strength: best?.key === 'commitment' ? best.strength : 0.6 };
  // "Finish" says by itself only that it is a date; beside other labels that is enough.
  return best !== undefined && best.strength >= 0.6 ? { ...best, role: null } : null;
}

/** The labels of one row, each with the filled cells up to the next; a row of headings beside one another has labels without values. */
function labelsIn(view: SheetView, row: number, matcher: HeadingMatcher): Label[] {
  const cells = headerCellsOf(view, row).filter(({ top }) => top === row);
  // Label, value, label, value.
  const isPairs = cells.length === 4;
  const labels: Label[] = [];
  let values: SourcedCell[] = [];
  for (const { column, texts } of cells) {
    const cell = sourced(view, row, column);
    const meant =
      texts.length === 1 && (labels.length === 0 || values.length > 0 || isLabelled(texts[0] ?? ''))
        ? meantBy(matcher, texts[0] ?? '')
        : null;
    const isLabel =
      meant !== null && (labels.length === 0 ? column === cells[0]?.column : values.length === 1 && (isPairs || meant.strength >= FIRM));
    if (isLabel) {
      values = [];
      labels.push({ ...meant, cell, values });
    } else values.push(cell);
  }
  return labels;
}

/** The colon behind a label, with the white space around it. */
const AFTER_LABEL = /(?:(?<!\s)\s+)?:\s*$/;

const isLabelled = (text: string): boolean => /:\s*$/.test(text);

/** Whether a label that may be the commitment is only the name above it: "Project" over "What will we do?". */
const isOnlyName = (before: Label, label: Label): boolean =>
  before.key === 'commitment' && label.key === 'commitment' && before.strength < FIRM && label.strength >= FIRM;

/** Whether a label comes again. A form may have several leads and notes, but what begins it, in the same words, begins the next one. */
function isSameLabel(before: Label, label: Label, isFirst: boolean): boolean {
  if (before.key !== label.key || before.role !== label.role) return false;
  const isInWords = shownText(before.cell.cell) === shownText(label.cell.cell) && before.cell.place.column === label.cell.place.column;
  return (isFirst && isInWords) || (label.key !== 'ledBy' && label.key !== 'notes');
}

/** Labels one below the other until one comes a second time or a gap parts them. */
function blocksOf(view: SheetView, matcher: HeadingMatcher): Label[][] {
  const blocks: Label[][] = [];
  let block: Label[] = [];
  let lastRow = -1;
  const meaning = (text: string): HeadingKey | null => meantBy(matcher, text)?.key ?? null;
  for (const row of view.rowNumbers.slice(0, MOST_ROWS)) {
    if (row <= lastRow) continue;
    const steps = block.length > 0 && row - lastRow <= WIDEST_GAP ? formStepsAt(view, row, meaning) : null;
    const [cell] = steps?.labels ?? [];
    if (steps !== null && cell !== undefined) {
      block.push({ key: 'milestone', role: null, strength: FIRM, cell, values: [], steps });
      lastRow = steps.bottom;
      continue;
    }
    for (const label of labelsIn(view, row, matcher)) {
      block = block.filter((before) => !isOnlyName(before, label));
      const isAgain = block.some((before, at) => isSameLabel(before, label, at === 0));
      if (block.length > 0 && (isAgain || row - lastRow > WIDEST_GAP)) {
        blocks.push(block);
        block = [];
      }
      block.push(label);
      lastRow = row;
    }
  }
  return [...blocks, block].map(withCommitment);
}

/** A block in which only a title or a description says what is done has it as its commitment. */
function withCommitment(block: readonly Label[]): Label[] {
  const said = block.filter(({ key }) => key === 'commitment');
  const main = said.find(({ role }) => role === null) ?? said.find(({ role }) => role === 'also') ?? said[0];
  return block.map((label) => (label === main ? { ...label, role: null } : label));
}

/** Whether labels make a form: a commitment with something beside it, and two of lead, timescale, measure and outcome, one of them surely. */
function isForm(view: SheetView, block: readonly Label[]): boolean {
  const core = CORE_KEYS.filter((key) => block.some((label) => label.key === key));
  const commitment = block.find(({ key }) => key === 'commitment');
  if (commitment === undefined || commitment.values.length === 0 || core.length < 2) return false;
  return block.filter(({ strength }) => strength >= FIRM).length >= 3 && isAnswered(view, block);
}

/** Words of a sheet that says how a table is to be filled in: what stands beside its labels is no action. */
const OF_GUIDANCE = /\b(?:how to (?:fill|complete|use)|guidance|instructions?|what to (?:write|enter|put|say)|(?:worked )?examples?)\b/i;
/** A longer text is a sentence of its own. */
const LONGEST_TITLE = 60;

/** Whether a sheet is one of guidance: by its name, or by a title or heading down to the first label. */
function isGuidance(view: SheetView, first: Label | undefined): boolean {
  const above = view.rowNumbers.filter((row) => row <= (first?.cell.place.row ?? -1));
  const texts = above.flatMap((row) => view.columnsIn(row).map((column) => shownText(ownCell(view, { row, column }))));
  return [view.grid.name, ...texts].some((text) => text.length <= LONGEST_TITLE && OF_GUIDANCE.test(text));
}

/** Whether every action of the labels has answers and no guidance: a time where one is wanted, else a lead of a few words. */
function isAnswered(view: SheetView, block: readonly Label[]): boolean {
  const commitments = block.find(({ key }) => key === 'commitment')?.values ?? [];
  const columns = commitments.length === 1 ? [null] : commitments.map(({ place }) => place.column);
  return columns.every((column) => {
    const valuesOf = (key: HeadingKey): SourcedCell[] =>
      block.filter((label) => label.key === key).flatMap((label) => valueIn(view, label, column) ?? []);
    const times = valuesOf('timescale').map(({ cell }) => readTimescale(cell));
    const leads = valuesOf('ledBy');
    const isShort = leads.every(({ cell }) => shownText(cell).split(/\s+/).length <= MOST_WORDS);
    const saysWhen = times.some(
      ({ start, end, ongoing, relative, provisional }) => ongoing || provisional || (start ?? end ?? relative) !== null,
    );
    return isShort && (times.length > 0 ? saysWhen : leads.length > 0);
  });
}

/** What stands beside a label: the cell of one column, or the first where each label has one value. */
function valueIn(view: SheetView, { cell, values }: Label, column: number | null): SourcedCell | null {
  if (column === null) return values[0] ?? null;
  const own = sourced(view, cell.place.row, column);
  return isBlank(own.cell) ? null : own;
}

/** What the labels say of one action: that of `column`, or whatever stands beside them where each has one value. */
function cellsOf(view: SheetView, block: readonly Label[], column: number | null): Partial<Record<HeadingKey, SourcedCell>> {
  const valueOf = (label: Label): SourcedCell | null => valueIn(view, label, column);
  const cells: Partial<Record<HeadingKey, SourcedCell>> = {};
  const said = block.filter(({ steps }) => steps === undefined);
  for (const key of new Set(said.map((label) => label.key))) {
    const labels = said.filter((label) => label.key === key);
    // "Lead officer" rather than "Sponsor", whichever comes first.
    const [main] = labels.filter(({ role }) => role === null).sort((a, b) => b.strength - a.strength);
    const further = labels
      // A sponsor beside a lead officer leads nothing.
      .filter((label) => label !== main && (label.role !== null || main === undefined || label.strength >= FIRM))
      .flatMap((label): FurtherCell[] => {
        const cell = valueOf(label);
        return cell === null ? [] : [{ cell, role: label.role ?? 'also', words: shownText(label.cell.cell).replace(AFTER_LABEL, '') }];
      });
    const own = main === undefined ? null : valueOf(main);
    const found = further.length === 0 ? own : composedCell(key, own, further);
    const empty = (main ?? labels[0])?.cell.place;
    const at: Place = { row: empty?.row ?? 0, column: column ?? (empty?.column ?? 0) + 1 };
    cells[key] = found ?? { cell: ownCell(view, at), place: at };
  }
  return cells;
}

function headingOf({ key, role, strength, cell }: Label): TableHeading {
  const sureness = strength >= FIRM ? ('certain' as const) : ('likely' as const);
  const base = { text: shownText(cell.cell), column: cell.place.column, sureness };
  return role === null ? { ...base, key } : { ...base, key: null, addsTo: key };
}

/** The forms of a sheet that has no table, each action as a table of one row; none where the labels do not say so. */
export function formsOf(view: SheetView, matcher: HeadingMatcher): FormTable[] {
  const blocks = blocksOf(view, matcher);
  if (isGuidance(view, blocks[0]?.[0])) return [];
  return blocks.flatMap((block, index) => {
    if (!isForm(view, block)) return [];
    const end = lastRowOf(view, block, blocks[index + 1]?.[0]?.cell.place.row ?? Number.POSITIVE_INFINITY);
    const columns = block.find(({ key }) => key === 'commitment')?.values.map(({ place }) => place.column) ?? [];
    return columns.length === 1 ? [formFrom(view, block, null, end)] : columns.map((column) => formFrom(view, block, column, end));
  });
}

/** The last row of a form: rows of two cells or more right below its labels are its own, though their labels say nothing known. */
function lastRowOf(view: SheetView, block: readonly Label[], next: number): number {
  let last = Math.max(...block.map(({ cell }) => cell.place.row));
  while (last + 1 < next && view.columnsIn(last + 1).length > 1) last += 1;
  return last;
}

function formFrom(view: SheetView, block: readonly Label[], column: number | null, lastRow: number): FormTable {
  const cells = cellsOf(view, block, column);
  const labels = block.flatMap(({ cell, steps }) => steps?.labels ?? [cell]);
  const milestones = block.flatMap(({ steps }) => steps?.steps ?? []);
  const filledCell = (key: HeadingKey): SourcedCell | undefined => [cells[key]].find((cell) => cell !== undefined && !isBlank(cell.cell));
  const directorate = filledCell('directorate');
  const directorateText = directorate === undefined ? null : shownText(directorate.cell);
  const at = cells.commitment?.place ?? { row: 0, column: 0 };
  const places = [...labels, ...Object.values(cells)].map(({ place }) => place);
  const rows = [...places, ...milestones].map(({ row }) => row);
  const first = labels[0]?.place ?? at;
  const area = {
    top: Math.min(...rows),
    bottom: Math.max(lastRow, ...rows),
    left: column ?? Math.min(...places.map((place) => place.column)),
    right: column ?? Math.max(...places.map((place) => place.column)),
  };
  return {
    id: `${view.grid.id}!${a1(column === null ? first : at)}`,
    area,
    headerRows: { top: area.top, bottom: area.top },
    headings: block.map(headingOf),
    firstHeading: { place: first },
    labels,
    rows: [
      {
        kind: 'action',
        row: at.row,
        theme: filledCell('theme') ?? null,
        directorateText,
        cells,
        ...(milestones.length === 0 ? {} : { milestones }),
      },
    ],
  };
}
