import { datedSpans } from './dated-spans';
import type { Years } from './duration-at';
import { type MonthIndex, monthText } from './month-index';
import { saysDone } from './says-completed';
import type { Span } from './span-at';
import type { Dated, Statement, Statements } from './statement';
import type { TimescaleReading } from './timescale-reading';

function ofKind<K extends Statement['kind']>(found: readonly Statement[], kind: K): Extract<Statement, { kind: K }>[] {
  return found.filter((statement): statement is Extract<Statement, { kind: K }> => statement.kind === kind);
}

/** Puts together the reading of a text from all that it says (docs/rules.md#timescale). */
export function readingOfStatements(text: string, { found, wordy, figuresLeft }: Statements): TimescaleReading {
  const dated = ofKind(found, 'dated');
  const spans = datedSpans(
    dated.map((part) => part.span),
    dated.map((part) => part.line),
  );
  const relatives = relativesThatCount(found, dated);
  const conditions = [...ofKind(found, 'condition'), ...ofKind(found, 'event')];
  const items = dated.length + relatives.length + ongoingItems(found, dated, wordy) + eventItems(found);
  const { start, end } = months(dated, spans);
  const ongoing = found.some((statement) => statement.kind === 'ongoing');
  const completed = !ongoing && relatives.length === 0 && conditions.length === 0 && dated.length < 2 && saysDone(text);
  // Written out, not spread: in V8 a property after a spread costs a hundred times as much, and this runs for every row.
  return {
    text,
    start,
    end,
    ongoing,
    provisional: found.some((statement) => statement.kind === 'provisional'),
    conditional: conditions.length > 0,
    relative: widest(relatives),
    // "Subject to funding" alone says when, as "Once in post" and "Complete" do; beside anything else it only qualifies.
    items: items === 0 && (conditions.length > 0 || completed) ? 1 : items,
    completed,
    figuresLeft,
    withoutYear: isWithoutYear(found, dated, spans),
    changedByExcel: null,
  };
}

/** A length on the same line as a date only explains the date ("3 years (2025-2028)"), so it is no relative reading; the others are. */
function relativesThatCount(found: readonly Statement[], dated: readonly Dated[]): Years[] {
  const relatives = ofKind(found, 'relative');
  if (relatives.length === 0) return [];
  const datedLines = new Set(dated.map((part) => part.line));
  return relatives.filter((part) => !datedLines.has(part.line)).map((part) => part.years);
}

function widest(relatives: readonly Years[]): Years | null {
  if (relatives.length === 0) return null;
  const [least, most] = relatives.reduce((all, one) => [Math.min(all[0], one[0]), Math.max(all[1], one[1])]);
  return [least, most];
}

/**
 * "Ongoing" is a part of its own unless it belongs to a date of its clause ("ongoing until March 2027"); a frequency is one only
 * where it stands bare or its line names no date. One to a line at most.
 * Rule: docs/rules.md#timescale-items.
 */
function ongoingItems(found: readonly Statement[], dated: readonly Dated[], wordy: ReadonlySet<number>): number {
  const lasting = ofKind(found, 'ongoing');
  if (lasting.length === 0) return 0;
  const timed = [...dated, ...ofKind(found, 'relative')];
  const clauses = new Set(timed.map((part) => part.clause));
  const lines = new Set(timed.map((part) => part.line));
  const own = lasting.filter((part) => {
    if (clauses.has(part.clause)) return false;
    return part.word === 'ongoing' || !lines.has(part.line) || !wordy.has(part.clause);
  });
  return new Set(own.map((part) => part.line)).size;
}

/** "Once in post" is a part where its line says nothing else of when. */
function eventItems(found: readonly Statement[]): number {
  const events = ofKind(found, 'event');
  if (events.length === 0) return 0;
  const said = new Set(found.filter((part) => ['dated', 'ongoing', 'relative'].includes(part.kind)).map((part) => part.line));
  return new Set(events.map((part) => part.line).filter((line) => !said.has(line))).size;
}

/** Whether a month must stay without a year. A month of every year ("each March", "annually in March") needs none. */
function isWithoutYear(found: readonly Statement[], dated: readonly Dated[], spans: readonly Span[]): boolean {
  if (spans.every((span) => span.first.dated)) return false;
  const yearly = new Set(
    ofKind(found, 'ongoing')
      .filter((part) => part.word === 'frequency')
      .map((part) => part.line),
  );
  return dated.some((part, index) => spans[index]?.first.dated === false && !part.recurring && !yearly.has(part.line));
}

interface Named {
  readonly starts: MonthIndex[];
  readonly ends: MonthIndex[];
}

function months(dated: readonly Dated[], spans: readonly Span[]): { start: string | null; end: string | null } {
  const named: Named = { starts: [], ends: [] };
  dated.forEach((part, index) => {
    const span = spans[index];
    if (span !== undefined) nameMonths(part, span, named);
  });
  const { starts, ends } = named;
  if (starts.length === 0 && ends.length === 0) return { start: null, end: null };
  const [start, end] = [least(starts), most(ends)];
  // docs/rules.md#timescale-end-before-start: an end before the start gives the earliest month named and the latest.
  if (start !== null && end !== null && end < start) {
    return { start: monthText(least([...starts, ...ends]) ?? end), end: monthText(most([...starts, ...ends]) ?? start) };
  }
  return { start: start === null ? null : monthText(start), end: end === null ? null : monthText(end) };
}

/** By reduce, for a long text may name more months than a call takes arguments. */
function least(values: readonly MonthIndex[]): MonthIndex | null {
  return values.reduce<MonthIndex | null>((low, value) => (low === null || value < low ? value : low), null);
}

function most(values: readonly MonthIndex[]): MonthIndex | null {
  return values.reduce<MonthIndex | null>((high, value) => (high === null || value > high ? value : high), null);
}

function nameMonths(part: Dated, span: Span, named: Named): void {
  const { first, second } = span;
  if (!first.dated) return;
  if (second?.dated) {
    named.starts.push(first.first);
    named.ends.push(second.last);
  } else if (part.length !== null) {
    const length = Math.round(part.length.years * 12);
    // "For 12 months from April" ends in March; "within 6 months of April" reaches October.
    if (part.length.how === 'for') named.starts.push(first.first);
    named.ends.push(part.length.how === 'for' ? first.first + Math.max(0, length - 1) : first.last + length);
  } else if (part.role === 'start') named.starts.push(first.first);
  else named.ends.push(first.last);
}
