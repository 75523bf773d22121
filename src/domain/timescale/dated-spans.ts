import { type NamedTime, datedBy } from './named-time';
import type { Span } from './span-at';

/** One end of a span while its year is looked for; spans are numbered in the order written. */
interface Endpoint {
  readonly span: number;
  time: NamedTime;
}

/** A line break lies between: dates of the same line are nearer. In tokens. */
const LINE_BREAK = 10;

/**
 * Gives every date that leaves out its year the year of the nearest dated part (docs/rules.md#timescale-missing-year). First the other end of its range,
 * then its neighbours in the order written, from the side where the nearest year stands. With no year anywhere the dates stay as they are.
 */
export function datedSpans(spans: readonly Span[], lines: readonly number[]): Span[] {
  const closed = spans.map(closeRange);
  if (closed.every((span) => span.first.dated)) return closed;
  const sides = nearestSides(closed, lines);
  const ends = closed.map((span, index) => ({
    first: { span: index, time: span.first },
    second: span.second === null ? null : { span: index, time: span.second },
  }));
  const endpoints = ends.flatMap(({ first, second }): Endpoint[] => (second === null ? [first] : [first, second]));
  resolve(endpoints, sides, 'after');
  resolve(endpoints.toReversed(), sides, 'before');
  return closed.map((span, index) => ({
    ...span,
    first: ends[index]?.first.time ?? span.first,
    second: ends[index]?.second?.time ?? span.second,
  }));
}

function closeRange(span: Span): Span {
  const { first, second } = span;
  if (second === null || first.dated === second.dated) return span;
  return second.dated
    ? { ...span, first: datedBy(first, second, 'before', true) }
    : { ...span, second: datedBy(second, first, 'after', true) };
}

/** For each span, the side on which the nearest dated span stands; equally near, the one that follows ("June, Sept 2026"). */
function nearestSides(spans: readonly Span[], lines: readonly number[]): ('before' | 'after' | null)[] {
  const back = distances(spans, lines);
  const ahead = distances(spans.map(mirrored).toReversed(), lines.map((line) => -line).toReversed()).toReversed();
  return spans.map((_, index) => {
    const [left = Infinity, right = Infinity] = [back[index], ahead[index]];
    if (left === Infinity && right === Infinity) return null;
    // A date that takes its year from the left comes after its neighbour.
    return left < right ? 'after' : 'before';
  });
}

function mirrored(span: Span): Span {
  return { ...span, at: -span.next, next: -span.at };
}

/** Tokens back to the nearest dated span, for each; infinite when none stands before. */
function distances(spans: readonly Span[], lines: readonly number[]): number[] {
  let from: { next: number; line: number } | null = null;
  return spans.map((span, index) => {
    const line = lines[index] ?? 0;
    const distance: number = from === null ? Infinity : span.at - from.next + (line - from.line) * LINE_BREAK;
    if (span.first.dated) from = { next: span.next, line };
    return distance;
  });
}

/** Passes along the endpoints and dates each that takes its year from the one before it in the pass. */
function resolve(endpoints: readonly Endpoint[], sides: readonly ('before' | 'after' | null)[], side: 'before' | 'after'): void {
  let last: Endpoint | null = null;
  for (const endpoint of endpoints) {
    if (!endpoint.time.dated && sides[endpoint.span] === side && last !== null) {
      endpoint.time = datedBy(endpoint.time, last.time, side, last.span === endpoint.span);
    }
    if (endpoint.time.dated) last = endpoint;
  }
}
