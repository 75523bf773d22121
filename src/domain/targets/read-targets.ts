import type { Framework, Indicator } from '../framework';
import { type AreaNames, areaNames } from './area-names';
import { type DueItem, type Item, itemsOf } from './items';
import { partsOf, sentencesOf } from './parts';
import { quantitiesOf } from './quantities';
import { saidOf } from './said-of';
import { baselineYearIn, benchmarksIn, sourcesIn } from './sources-of';
import { bothIn, isGap, measureName, subjectOf } from './subject';
import type { Direction, IndicatorMeasure, IndicatorReading, Target } from './target-reading';
import { type PartReading, areasOf, directionOf, spreadOver, targetsFor, withAreas } from './targets-of';
import { isWord, plainText, tokensOf, wordOf } from './tokens';
import { unitOf } from './unit-of';

type Worded = Pick<Indicator, 'id' | 'text' | 'status' | 'meansOfVerification'>;

/** Reads an indicator's wording and means of verification (docs/rules.md#targets). Never throws. */
export function readTargets(indicator: Worded, framework: Framework): IndicatorReading {
  const areas = areaNames(framework);
  const text = plainText(indicator.text);
  const items = itemsOf(text, tokensOf(text, areas), areas);
  const placeholders = placeholdersIn(items);
  const isOpen = placeholders.length > 0 || items.some((item) => isToBeConfirmed(wordOf(item)));
  return {
    id: indicator.id,
    workInProgress: { flag: indicator.status === 'work in progress' || isOpen, placeholders },
    areasNamed: areasNamed(items, areas),
    sources: sourcesIn(indicator.meansOfVerification),
    benchmarks: benchmarksIn(indicator.meansOfVerification, areas),
    measures: withBaselineYear(measuresIn(text, items, areas), indicator.meansOfVerification),
  };
}

const isToBeConfirmed = (word: string): boolean => word === 'tbc' || word === 'tba' || word === 'tbd';

/** As printed, each once. */
function placeholdersIn(items: readonly Item[]): string[] {
  const found = items.flatMap((item) => {
    if (item.kind === 'open') return [item.text];
    return item.kind === 'due' && item.period === null ? openDateIn(item.text) : [];
  });
  return [...new Set(found)];
}

/** The "XXXX" of "By XXXX"; none for "over the next five years". */
function openDateIn(words: string): string[] {
  const last = words.split(' ').at(-1) ?? '';
  return /X{2}|\?{2}|_/.test(last) ? [last] : [];
}

function areasNamed(items: readonly Item[], areas: AreaNames): string[] {
  const named = items.flatMap((item, at) => {
    if (item.kind === 'comparator') return areas.isNational(item.with) ? [item.with] : [];
    if (item.kind !== 'area') return [];
    const isEach = wordOf(items[at - 1]) === 'both' && item.area.of.length > 0;
    return isEach ? item.area.of : [item.area.name];
  });
  return [...new Set(named)];
}

/** A measure while its parts are read: what it speaks of, to tell whether the next part goes on about it. */
interface Draft extends IndicatorMeasure {
  readonly isGap: boolean;
}

function measuresIn(text: string, items: readonly Item[], areas: AreaNames): IndicatorMeasure[] {
  const drafts: Draft[] = [];
  let areaBefore: readonly string[] = [];
  let dueBefore: DueItem | null = null;
  for (const sentence of sentencesOf(text, items)) {
    for (const { items: own, goesOn, head } of partsOf(sentence)) {
      // A date at the head of a wording is said of its later sentences too.
      dueBefore = head ?? dueBefore;
      const subject = subjectOf(text, own);
      const quantities = withAreas(own, quantitiesOf(own, areas.isNational), areas.isNational);
      const said = saidOf(own, quantities);
      const last = drafts.at(-1);
      const follows = last !== undefined && (goesOn || NAMES_ROLE.test(subject.text) || (subject.items.length === 0 && drafts.length > 0));
      if (!follows && drafts.length > 0 && !saysSomething({ items: own, quantities, said })) continue;
      const name = measureName(subject);
      const part: PartReading = {
        items: own,
        subject: follows ? `${last.measure} ${subject.text}` : subject.text,
        isGap: isGap(subject) || (follows && last.isGap),
        quantities,
        said,
        head: dueBefore,
        areas,
        areaBefore,
      };
      const groups = groupsOf(part, text);
      const read = groups.map(({ group, quantities: these }): Draft => {
        const one = { ...part, quantities: these };
        const where = areasOf(one);
        const spread = spreadOver(own, these, where);
        const unit = unitOf(subject, own, these, last?.unit ?? null);
        const targets = where.flatMap((area) =>
          targetsFor(
            { ...one, quantities: spread },
            area,
            spread.filter((quantity) => quantity.area === null || where.length === 1 || quantity.area === area),
          ),
        );
        return { measure: group === '' ? name : `${name}, ${group}`, unit, direction: directionOf(one), targets, isGap: part.isGap };
      });
      const named = areasOf(part).flatMap((area) => area ?? []);
      if (named.length > 0) areaBefore = named;
      if (last !== undefined && (follows || isFigureOf(last, read))) drafts.splice(-1, 1, joined(last, read[0]));
      else drafts.push(...read);
    }
  }
  return drafts.map(({ measure, unit, direction, targets }) => ({ measure, unit, direction, targets: withRoles(targets) }));
}

/** "Target 55%" in a sentence of its own goes on about the measure before. */
const NAMES_ROLE = /^(?:the )?(?:target|baseline|aim|ambition|goal)s?\b/i;

const saysSomething = ({ items, quantities, said }: Pick<PartReading, 'items' | 'quantities' | 'said'>): boolean =>
  isWord(items[0], 'ensure') ||
  quantities.length > 0 ||
  said.verb !== '' ||
  said.nounWay !== null ||
  said.isKept ||
  said.compared !== null ||
  said.isProcess;

/** "3 years for males and 1.5 for females" and "for both SEN and non-SEN pupils" are measures of their own. */
function groupsOf(part: PartReading, text: string): { readonly group: string; readonly quantities: PartReading['quantities'] }[] {
  const moved = part.quantities.filter(({ role }) => role === 'change' || role === 'level');
  const names = [...new Set(moved.flatMap(({ group, area }) => (group === null || area !== null ? [] : [group])))];
  if (names.length > 1 && moved.every(({ group }) => group !== null))
    return names.map((group) => ({ group, quantities: part.quantities.filter((one) => one.group === null || one.group === group) }));
  const both = moved.length === 0 ? bothIn(text, part.items) : null;
  return (both ?? ['']).map((group) => ({ group, quantities: part.quantities }));
}

/** "The inequality will have reduced. The ratio will have fallen below 2.0": the second sentence puts a figure to the first. */
function isFigureOf(last: Draft, read: readonly Draft[]): boolean {
  const [only] = read;
  if (only === undefined || read.length > 1) return false;
  const isBare = last.targets.every(({ kind, baseline }) => kind === 'none' && baseline === null);
  return isBare && last.isGap && only.unit === 'ratio' && last.direction === only.direction;
}

/** A further part of one measure: it takes the place of a bare direction, and stands beside a target. */
function joined(last: Draft, next: Draft | undefined): Draft {
  if (next === undefined) return last;
  const isBare = last.targets.every(({ kind }) => kind === 'none');
  const says = next.targets.some(({ kind }) => kind !== 'none');
  const kept = isBare && says ? [] : last.targets;
  const baseline = isBare ? (last.targets[0]?.baseline ?? null) : null;
  const added = says ? next.targets.map((target) => ({ ...target, baseline: target.baseline ?? baseline })) : [];
  const isRatio = next.unit === 'ratio';
  return {
    measure: isRatio && isBare ? next.measure : last.measure,
    unit: isRatio ? next.unit : (last.unit ?? next.unit),
    direction: directionJoined(last, next, added),
    targets: [...kept, ...added],
    isGap: last.isGap,
  };
}

/** "Baseline 43%; target 55%": between the two parts the figures decide. */
function directionJoined(last: Draft, next: Draft, added: readonly Target[]): Direction {
  const [only] = added;
  const [from, to] = [only?.baseline?.value ?? null, only?.value ?? null];
  if (last.direction !== 'keep' && added.length === 1 && from !== null && to !== null && from !== to) return to > from ? 'up' : 'down';
  return last.direction === 'none' ? next.direction : last.direction;
}

/** Several targets of one area are stages towards the last, or a level and a comparison. */
function withRoles(targets: readonly Target[]): Target[] {
  return targets.map((target) => {
    const same = targets.filter(({ area }) => area === target.area);
    if (same.length < 2) return target;
    const end = ({ due }: Target): string => due?.period?.to ?? '';
    const last = same.reduce((latest, one) => (end(one) > latest ? end(one) : latest), '');
    if (same.some((one) => end(one) !== last)) return { ...target, role: end(target) === last ? 'final' : 'interim' };
    const isCompared = ({ kind }: Target): boolean => kind === 'compared with another area';
    if (!same.some(isCompared) || same.every(isCompared)) return target;
    return { ...target, role: isCompared(target) ? 'comparison' : 'level' };
  });
}

/** The year of a baseline that the means of verification alone gives: "Baseline: 2019/20". */
function withBaselineYear(measures: readonly IndicatorMeasure[], means: string): readonly IndicatorMeasure[] {
  const period = baselineYearIn(means);
  if (period === null) return measures;
  return measures.map((measure) => ({
    ...measure,
    targets: measure.targets.map((target) =>
      target.baseline !== null && target.baseline.period === null ? { ...target, baseline: { ...target.baseline, period } } : target,
    ),
  }));
}
