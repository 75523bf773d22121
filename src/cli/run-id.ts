import { type CalendarDate, isoDate } from '../domain/grid';

/**
 * The id of a run: "as at 2025-03-31", with a number where the run before was of the same day. It differs from that of the run before, and is
 * the same wherever and whenever the same files are collated, so that two such runs write the same bytes.
 */
export function runIdAfter(last: string | undefined, asOf: CalendarDate): string {
  const base = `as at ${isoDate(asOf)}`;
  if (last !== base && last?.startsWith(`${base} · `) !== true) return base;
  const number = Number(last.slice(base.length).replace(/\D/g, ''));
  return `${base} · ${String(Math.max(number, 1) + 1)}`;
}
