import type { Framework } from '../framework';
import { matchMeasure } from '../indicators';

/** A line counts as an indicator's text only when it is close to word for word. */
const WRITTEN_FROM = 0.8;

/** What stands before an id in running text, and between ids of a list. */
const INTRODUCED = /(?:\b(?:ovis?|indicators?|logframe|log-frame)\b[\s:.()#-]*(?:nos?\.?|numbers?)?|(?:,|;|&|\/|\band\b|\bto\b|[-–]))\s*$/i;
const OPENS = /\b(?:ovis?|indicators?|logframe|log-frame)\b/i;
const ONLY_IDS = /^(?:[\s,;:/&()#.–-]|\b(?:and|to|ovis?|indicators?|logframe|log-frame|nos?|numbers?)\b)*$/i;
const RANGE = /^\s*(?:[-–]|to)\s*$/i;

interface Found {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const finders = new WeakMap<Framework, RegExp>();

function idFinder(framework: Framework): RegExp {
  const known = finders.get(framework);
  if (known) return known;
  const ids = framework.indicators.map((indicator) => indicator.id).sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<![\\w£$.,])(?:${ids.map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w%]|[.,]\\d)`,
    'g',
  );
  finders.set(framework, pattern);
  return pattern;
}

/** An id of digits alone may be any figure, so in running text it must be introduced, or stand in a list that is. */
function introduced(text: string, found: readonly Found[], at: number): boolean {
  const here = found[at];
  if (!here) return false;
  if (/^[A-Z]/i.test(here.id)) return true;
  const before = text.slice(found[at - 1]?.end ?? 0, here.start);
  if (!INTRODUCED.test(before)) return false;
  return OPENS.test(before) || (at > 0 && ONLY_IDS.test(before) && introduced(text, found, at - 1));
}

function readLine(line: string, framework: Framework): string[] {
  const found = [...line.matchAll(idFinder(framework))].map((match): Found => ({
    id: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const bare = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), line);
  const listOnly = found.length > 0 && ONLY_IDS.test(bare);
  const restated = matchMeasure(line, framework);
  const named = found.filter((each, at) => listOnly || introduced(line, found, at) || (each.start === 0 && restated.indicator === each.id));
  const order = framework.indicators.map((indicator) => indicator.id);
  const ids = named.flatMap(({ id, end }, at) => {
    const next = named[at + 1];
    if (!next || !RANGE.test(line.slice(end, next.start))) return [id];
    const [from, to] = [order.indexOf(id), order.indexOf(next.id)];
    return from < to ? order.slice(from, to) : [id];
  });
  if (ids.length > 0) return ids;
  return restated.indicator !== null && restated.score >= WRITTEN_FROM ? [restated.indicator] : [];
}

/**
 * The indicators that a text names: by id ("1.14", "OVI 3.7", "indicators 2.1 to 2.3"), or by an indicator's text, one a line.
 * A bare number within a sentence is a figure, not an id. Each id once, in the order written.
 * Rule: docs/rules.md#written-indicators.
 */
export function writtenIndicators(text: string, framework: Framework): string[] {
  const whole = matchMeasure(text, framework);
  // Some indicators have a semicolon within, so the whole is compared before it is cut.
  if (whole.indicator !== null && whole.score >= WRITTEN_FROM) return [whole.indicator];
  return [...new Set(text.split(/\n|;/).flatMap((line) => readLine(line.trim(), framework)))];
}
