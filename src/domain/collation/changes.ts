import { COMPARED_FIELDS, type ComparedField } from '../fields';
import { parseA1 } from '../grid';
import { grouped } from './grouped';
import { lastHeardWords } from './heard-row';
import type { ActionPosition, PlanPosition } from './position';

/** What became of an action, a measure or an activity, or of one of its fields, between two positions of the plan. */
export interface ActionChange {
  readonly ref: string;
  readonly directorate: string;
  /** Left out for an action. */
  readonly kind?: 'measure' | 'activity';
  readonly what: 'new' | 'no longer sent' | 'sent again' | 'carried forward' | 'moved' | 'changed';
  /** The field that changed; for one that is new, gone, carried or back its commitment or measure; null for one that moved. */
  readonly field: ComparedField | 'strategies' | null;
  readonly was: string;
  readonly now: string;
}

/** What a run found changed, and since when. */
export interface PlanChanges {
  /** "the collation of 24 November 2026"; null where there is nothing to compare with yet. */
  readonly since: string | null;
  readonly list: readonly ActionChange[];
}

export const NO_CHANGES: PlanChanges = { since: null, list: [] };

/** What is compared, beside the fields of an action: the second column of the current activity. */
const COMPARED = [...COMPARED_FIELDS, 'strategies'] as const;

/**
 * One by one, in the order of `now`: new, reworded field by field, moved, sent again, carried forward, and no longer sent
 * (docs/rules.md#changes). Spaces and line breaks alone are no change. An action has moved when it lies on another sheet than its neighbours
 * do now, or its order among them has changed: a row put in above moves nobody, nor does renaming a sheet.
 *
 * @param passOver whether a field is left out of the comparison.
 */
export function changesBetween(
  was: PlanPosition,
  now: PlanPosition,
  passOver: (ref: string, field: ComparedField) => boolean = () => false,
): ActionChange[] {
  const moved = movedRefs(was, now);
  return [...now].flatMap(([ref, one]): ActionChange[] => {
    const before = was.get(ref);
    const kind = lineKind(one);
    const about = { ref, directorate: one.directorate, ...(kind === null ? {} : { kind }) };
    const { field, words } = mainText(one);
    const whole = (what: ActionChange['what'], texts: { was: string; now: string }): ActionChange[] => [
      { ...about, what, field, ...texts },
    ];
    if (before === undefined) return one.standing === 'gone' ? [] : whole('new', { was: '', now: words });
    if (one.standing === 'gone') {
      return before.standing === 'gone' ? [] : whole('no longer sent', { was: mainText(before).words, now: '' });
    }
    if (one.lastHeard !== '' && before.lastHeard === '')
      return [...whole('carried forward', { was: words, now: lastHeardWords(one.lastHeard) }), ...fieldChanges()];
    const isBack = before.standing === 'gone' || (before.lastHeard !== '' && one.lastHeard === '');
    const place: ActionChange[] = moved.has(ref) ? [{ ...about, what: 'moved', field: null, was: placeOf(before), now: placeOf(one) }] : [];
    return [...(isBack ? whole('sent again', { was: '', now: words }) : []), ...place, ...fieldChanges()];

    function fieldChanges(): ActionChange[] {
      const earlier = before ?? one;
      return COMPARED.filter((key) => differs(earlier[key], one[key]) && (key === 'strategies' || !passOver(ref, key))).map((key) => {
        return { ...about, what: 'changed' as const, field: key, was: earlier[key], now: one[key] };
      });
    }
  });
}

/** Null for an action. */
function lineKind({ kind }: ActionPosition): NonNullable<ActionChange['kind']> | null {
  return kind === 'measure' || kind === 'activity' ? kind : null;
}

/** The words that say which one it is. */
function mainText({ kind, commitment, measure, strategies }: ActionPosition): {
  readonly field: ActionChange['field'];
  readonly words: string;
} {
  if (kind === 'measure') return { field: 'measure', words: measure };
  return commitment === '' && kind === 'activity' ? { field: 'strategies', words: strategies } : { field: 'commitment', words: commitment };
}

/** A position with actions alone, to be compared with one that has nothing else. */
export function actionsAlone(position: PlanPosition): PlanPosition {
  return new Map([...position].filter(([, one]) => lineKind(one) === null));
}

function differs(was: string, now: string): boolean {
  if (was === now) return false;
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return plain(was) !== plain(now);
}

function placeOf({ sheet, cell }: ActionPosition): string {
  return [sheet, cell].filter((part) => part !== '').join(' · ');
}

interface Pair {
  readonly ref: string;
  readonly was: ActionPosition;
  readonly now: ActionPosition;
}

/** Actions of one directorate that lay on one sheet are neighbours; the sheet that most of them are on now counts as that sheet. */
function movedRefs(was: PlanPosition, now: PlanPosition): ReadonlySet<string> {
  const pairs = [...now].flatMap(([ref, action]): Pair[] => {
    const before = was.get(ref);
    if (before?.standing !== '' || action.standing !== '' || lineKind(action) !== null) return [];
    return before.lastHeard !== '' || action.lastHeard !== '' ? [] : [{ ref, was: before, now: action }];
  });
  const neighbours = grouped(pairs, ({ was: before, now: action }) => `${action.directorate}\n${before.sheet}`);
  const moved = new Set<string>();
  for (const near of neighbours.values()) {
    const heir = mostCommon(near.map((pair) => pair.now.sheet));
    const stayed = near.filter((pair) => pair.now.sheet === heir).sort((a, b) => rowOf(a.now) - rowOf(b.now));
    const inOrder = longestRising(stayed.map((pair) => rowOf(pair.was)));
    for (const pair of near) if (pair.now.sheet !== heir) moved.add(pair.ref);
    stayed.forEach(({ ref }, index) => {
      if (!inOrder.has(index)) moved.add(ref);
    });
  }
  return moved;
}

function mostCommon(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function rowOf({ cell }: ActionPosition): number {
  return parseA1(cell)?.row ?? 0;
}

/** Indexes of a longest subsequence that never decreases (patience sorting): the rows that kept their order when others moved. */
function longestRising(rows: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const before: (number | undefined)[] = [];
  rows.forEach((row, index) => {
    const pile = firstHigher(tops, (top) => (rows[top] ?? 0) > row);
    before[index] = tops[pile - 1];
    tops[pile] = index;
  });
  const kept = new Set<number>();
  for (let index = tops.at(-1); index !== undefined; index = before[index]) kept.add(index);
  return kept;
}

/** Where the tops, which never decrease, begin to be higher; as many as there are when none is. */
function firstHigher(tops: readonly number[], isHigher: (top: number) => boolean): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isHigher(tops[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
