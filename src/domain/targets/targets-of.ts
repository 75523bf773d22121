import type { AreaNames } from './area-names';
import { NO_COMPARISON, opForArea, opForLevel } from './comparison';
import { wayOfSubject, wayOfVerb } from './direction-of';
import type { ComparisonItem, DueItem, Item } from './items';
import { isWord, wordOf } from './tokens';
import type { Quantity } from './quantities';
import type { Said } from './said-of';
import type { Baseline, CHANGE_UNITS, Direction, Target, TargetOp } from './target-reading';

/** All that a part says of one measure. */
export interface PartReading {
  readonly items: readonly Item[];
  readonly subject: string;
  readonly isGap: boolean;
  readonly quantities: readonly Quantity[];
  readonly said: Said;
  readonly head: DueItem | null;
  readonly areas: AreaNames;
  /** The area of the parts before. */
  readonly areaBefore: readonly string[];
}

/** Which way is better: the verb, then the figures, then what is measured. */
export function directionOf({ subject, isGap, quantities, said }: PartReading): Direction {
  if (said.isKept) return 'keep';
  if (said.verb !== '') return wayOfVerb(said.verb, isGap ? 'gap' : subject) ?? 'none';
  if (said.nounWay !== null) return said.nounWay;
  const change = quantities.find(({ role, way }) => role === 'change' && way !== null);
  if (change !== undefined && change.way !== null) return change.way;
  const level = quantities.findLast(({ role }) => role === 'level');
  const baseline = quantities.find(({ role }) => role === 'baseline');
  const [to, from] = [level?.value ?? null, baseline?.value ?? null];
  if (to !== null && from !== null && to !== from) return to > from ? 'up' : 'down';
  // Nothing falls below zero.
  if (to === 0 && level?.comparison?.comparison.higher !== true) return 'down';
  const op = opForLevel(level?.comparison?.comparison ?? NO_COMPARISON);
  if (op === '>=' || op === '>') return 'up';
  if (op === '<=' || op === '<') return 'down';
  const before = said.againstBefore === null ? null : opForLevel(said.againstBefore.comparison);
  if (before !== null && before !== '=') return before.startsWith('>') ? 'up' : 'down';
  const against = opForArea(said.compared?.comparison?.comparison ?? NO_COMPARISON);
  if (against?.op === 'similar or lower' || against?.op === '<') return 'down';
  if (against?.op === '>') return 'up';
  if (said.isProcess && level === undefined && said.compared === null) return 'none';
  return wayOfSubject(isGap ? 'gap' : subject);
}

/** The areas of a part: those that its figures are bound to, else the one that it names, else that of the parts before. */
export function areasOf({ items, quantities, areas, areaBefore }: PartReading): readonly (string | null)[] {
  const bound = [...new Set(quantities.flatMap(({ area, role }) => (area === null || role === 'comparator' ? [] : [area])))];
  if (bound.length > 1) return bound;
  const named = items.flatMap((item, at) => (item.kind === 'area' && !areas.isNational(item.area.name) ? [{ area: item.area, at }] : []));
  const first = named.find(({ area }) => area.name === bound[0]) ?? named[0];
  if (first === undefined) return areaBefore.length > 0 ? areaBefore : [null];
  const isEach =
    isWord(items[first.at - 1], 'both', 'each') ||
    (isWord(items[first.at - 1], 'of', 'in') && isWord(items[first.at - 2], 'both', 'each')) ||
    isWord(items[first.at + 1], 'respectively', 'separately', 'each') ||
    (isWord(items[first.at + 1], ',') && isWord(items[first.at + 2], 'respectively'));
  const moved = quantities.filter(({ role }) => role === 'level' || role === 'change').length;
  const isSpread = moved === first.area.of.length && items.some((item) => isWord(item, 'respectively'));
  return (isEach || isSpread) && first.area.of.length > 0 ? first.area.of : [first.area.name];
}

/** The targets of a part for one area. @param quantities those of this area and measure. */
export function targetsFor(part: PartReading, area: string | null, quantities: readonly Quantity[]): Target[] {
  const { said, head } = part;
  const direction = directionOf(part);
  const baseline = baselineOf(part, quantities);
  const levels = quantities.filter(({ role }) => role === 'level');
  const changes = quantities.filter(({ role }) => role === 'change');
  const due = (own: DueItem | null): Target['due'] => {
    const one = own ?? said.due ?? head;
    return one === null ? null : { text: one.text, period: one.period };
  };
  const empty: Target = {
    area,
    role: 'target',
    kind: 'none',
    op: null,
    value: null,
    change: null,
    compare: null,
    impliedValue: null,
    baseline,
    due: due(null),
  };
  const found = levels.map((level) =>
    levelTarget(
      part,
      direction,
      { ...empty, due: dueOfLevel(level, baseline, due) },
      level,
      levels.length === 1 ? changes.find((change) => change.due === null || change.due === level.due) : undefined,
    ),
  );
  if (levels.length === 0) found.push(...changes.map((change) => changeTarget({ ...empty, due: due(change.due) }, change, direction)));
  if (found.length === 0 && said.factor !== null) found.push(changedBy(empty, said.factor, 'percent'));
  const compared = comparedTarget(part, { ...empty, baseline: found.length > 0 ? null : empty.baseline }, quantities);
  if (
    compared !== null &&
    !levels.some(({ isDistance }) => isDistance) &&
    !(levels.length > 0 && said.compared?.comparator.kind === 'standard')
  )
    found.push(compared);
  if (found.length > 0) return found;
  if (said.againstBefore !== null && baseline !== null) return [againstBaseline(empty, baseline, said.againstBefore)];
  if (said.isKept)
    return [{ ...empty, kind: 'relative change', change: { amount: 0, unit: 'percent' }, impliedValue: baseline?.value ?? null }];
  if (said.isProcess && said.verb === '' && said.nounWay === null) return [{ ...empty, kind: 'process/deliverable' }];
  return [empty];
}

/** "At or above the 2019/20 level (54%)": the level to reach is that of the baseline, printed or not. */
function againstBaseline(empty: Target, { value }: Baseline, { comparison }: ComparisonItem): Target {
  const op = opForLevel(comparison);
  if (value !== null) return { ...empty, kind: 'absolute', op, value, impliedValue: value };
  return { ...empty, kind: 'relative change', op, change: { amount: 0, unit: 'percent' } };
}

/** "From 45% in 2022 to 60% in 2028": a later period beside a level is its date. */
function dueOfLevel({ due: own, period }: Quantity, baseline: Baseline | null, due: (own: DueItem | null) => Target['due']): Target['due'] {
  if (own === null && period !== null && period.to > (baseline?.period?.to ?? '')) return { text: period.text, period };
  return due(own);
}

function baselineOf({ said, quantities: all }: PartReading, quantities: readonly Quantity[]): Baseline | null {
  const own = quantities.find(({ role, isCurrent }) => role === 'baseline' || (role === 'level' && isCurrent));
  const period =
    own?.period ??
    all.find((one) => one.role === 'baseline' && one.period !== null)?.period ??
    quantities.find((one) => one.role === 'change' && one.period !== null)?.period ??
    said.periods[0] ??
    null;
  const relation = own?.relation ?? said.standing;
  return own === undefined && period === null && relation === null ? null : { value: own?.value ?? null, period, relation };
}

/** The op of a level that has none beside it: as far as the direction says, and no further. */
function opOf(level: Quantity, direction: Direction): TargetOp | null {
  if (level.comparison !== null && !level.isDistance) return opForLevel(level.comparison.comparison);
  if (level.value === null) return null;
  return direction === 'up' ? '>=' : direction === 'down' ? '<=' : '=';
}

function levelTarget({ said }: PartReading, direction: Direction, empty: Target, level: Quantity, change: Quantity | undefined): Target {
  const target = {
    ...empty,
    op: opOf(level, direction),
    value: level.value,
    impliedValue: level.value,
    change: change === undefined ? null : changeOf(change, direction),
  };
  if (!level.isDistance || said.compared?.comparator.kind !== 'comparator') return { ...target, kind: 'absolute' };
  const against = said.compared.comparison === null ? null : opForArea(said.compared.comparison.comparison);
  return {
    ...target,
    kind: 'compared with another area',
    compare: { with: said.compared.comparator.with, relation: against?.relation ?? null, value: null },
  };
}

function changeTarget(empty: Target, quantity: Quantity, direction: Direction): Target {
  const change = changeOf(quantity, direction);
  // Left open: a change that nobody has put a figure to.
  if (change === null) return { ...empty, kind: 'relative change' };
  return changedBy(empty, change.amount, change.unit);
}

function changedBy(empty: Target, amount: number, unit: (typeof CHANGE_UNITS)[number]): Target {
  const from = empty.baseline?.value ?? null;
  const implied = from === null ? null : unit === 'percent' ? from * (1 + amount / 100) : from + amount;
  return {
    ...empty,
    kind: unit === 'places' ? 'rank change' : 'relative change',
    change: { amount, unit },
    // 28.1 less 9 is 19.1, and not 19.100000000000001.
    impliedValue: implied === null ? null : Number(implied.toPrecision(12)),
  };
}

function changeOf({ value, unit, noun, way }: Quantity, direction: Direction): Target['change'] {
  if (value === null) return null;
  const falls = way === 'down' || (way === null && direction === 'down');
  return { amount: falls && value !== 0 ? -value : value, unit: changeUnit(unit, noun) };
}

function changeUnit(unit: string | null, noun: string): (typeof CHANGE_UNITS)[number] {
  if (unit === '%' || /^per\s?cent$/i.test(unit ?? '')) return /^points?$/.test(noun) ? 'percentage points' : 'percent';
  if (/^p/i.test(unit ?? '') && !/^per\s/i.test(unit ?? '')) return 'percentage points';
  if (/^years?$/.test(noun)) return 'years';
  if (/^(?:places?|ranks?|positions?)$/.test(noun)) return 'places';
  return /^points?$/.test(noun) ? 'points' : 'count';
}

function comparedTarget({ said }: PartReading, empty: Target, quantities: readonly Quantity[]): Target | null {
  if (said.compared === null) return null;
  const { comparator, comparison } = said.compared;
  const against = comparison === null ? null : opForArea(comparison.comparison);
  if (comparator.kind === 'standard') {
    const op = comparison === null ? null : opForLevel(comparison.comparison);
    return {
      ...empty,
      kind: 'absolute',
      op: op === null || op === '=' ? 'meet' : op,
      compare: { with: 'national standard', relation: null, value: null },
    };
  }
  const value = quantities.find(({ role }) => role === 'comparator')?.value ?? null;
  const { op, relation } = against ?? { op: 'match' as const, relation: 'match' };
  return { ...empty, kind: 'compared with another area', op, compare: { with: comparator.with, relation, value } };
}

/** "In Northtown will reduce from 24% to 21% and in Southtown from 27%": figures before the second area are the first one's. */
export function withAreas(
  items: readonly Item[],
  quantities: readonly Quantity[],
  isNational: (name: string) => boolean,
): readonly Quantity[] {
  if (!quantities.some(({ area, role }) => area !== null && role !== 'comparator')) return quantities;
  const named = items.flatMap((item, at) => (item.kind === 'area' && !isNational(item.area.name) ? [{ name: item.area.name, at }] : []));
  const [first, second] = named;
  if (first === undefined || second === undefined || first.name === second.name) return quantities;
  return quantities.map((one) =>
    one.area === null && one.role !== 'comparator' && one.at > first.at && one.at < second.at ? { ...one, area: first.name } : one,
  );
}

/** "12% and 10% in Kent and Medway respectively": figures of one role, as many as the areas, each to its own. */
export function spreadOver(
  items: readonly Item[],
  quantities: readonly Quantity[],
  areas: readonly (string | null)[],
): readonly Quantity[] {
  if (areas.length < 2 || !items.some((item) => wordOf(item) === 'respectively')) return quantities;
  const [totals, counts] = [new Map<string, number>(), new Map<string, number>()];
  for (const { role } of quantities) totals.set(role, (totals.get(role) ?? 0) + 1);
  return quantities.map((quantity) => {
    if (totals.get(quantity.role) !== areas.length) return quantity;
    const index = counts.get(quantity.role) ?? 0;
    counts.set(quantity.role, index + 1);
    return { ...quantity, area: areas[index] ?? null };
  });
}
