import { COMPARED_FIELDS, type ComparedField } from '../fields';
import { parseA1 } from '../grid';
import type { ActionPosition, PlanPosition } from './position';

/** What became of an action, or of one of its fields, between two positions of the plan. */
export interface ActionChange {
  readonly ref: string;
  readonly directorate: string;
  readonly what: 'new' | 'no longer sent' | 'sent again' | 'moved' | 'changed';
  /** The field that changed; for an action new, gone or back its commitment; null for one that moved. */
  readonly field: ComparedField | null;
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

/**
 * Action by action, in the order of `now`: new, reworded field by field, moved, sent again, and no longer sent (docs/rules.md#changes).
 * Spaces and line breaks alone are no change. An action has moved when it lies on another sheet than its neighbours
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
  return [...now].flatMap(([ref, action]): ActionChange[] => {
    const before = was.get(ref);
    const { directorate } = action;
    const whole = (what: ActionChange['what'], words: { was: string; now: string }): ActionChange[] => {
      return [{ ref, directorate, what, field: 'commitment', ...words }];
    };
    if (before === undefined) return action.standing === 'gone' ? [] : whole('new', { was: '', now: action.commitment });
    if (action.standing === 'gone') {
      return before.standing === 'gone' ? [] : whole('no longer sent', { was: before.commitment, now: '' });
    }
    const back = before.standing === 'gone' ? whole('sent again', { was: '', now: action.commitment }) : [];
    const place: ActionChange[] = moved.has(ref)
      ? [{ ref, directorate, what: 'moved', field: null, was: placeOf(before), now: placeOf(action) }]
      : [];
    const fields = COMPARED_FIELDS.filter((field) => differs(before[field], action[field]) && !passOver(ref, field));
    return [
      ...back,
      ...place,
      ...fields.map((field) => ({ ref, directorate, what: 'changed' as const, field, was: before[field], now: action[field] })),
    ];
  });
}

function differs(was: string, now: string): boolean {
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
  const neighbours = new Map<string, Pair[]>();
  for (const [ref, action] of now) {
    const before = was.get(ref);
    if (before?.standing !== '' || action.standing !== '') continue;
    const key = `${action.directorate}\n${before.sheet}`;
    neighbours.set(key, [...(neighbours.get(key) ?? []), { ref, was: before, now: action }]);
  }
  const moved = new Set<string>();
  for (const pairs of neighbours.values()) {
    const heir = mostCommon(pairs.map((pair) => pair.now.sheet));
    const stayed = pairs.filter((pair) => pair.now.sheet === heir).sort((a, b) => rowOf(a.now) - rowOf(b.now));
    const inOrder = longestRising(stayed.map((pair) => rowOf(pair.was)));
    for (const pair of pairs) if (pair.now.sheet !== heir) moved.add(pair.ref);
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
    const higher = tops.findIndex((top) => (rows[top] ?? 0) > row);
    const pile = higher === -1 ? tops.length : higher;
    before[index] = tops[pile - 1];
    tops[pile] = index;
  });
  const kept = new Set<number>();
  for (let index = tops.at(-1); index !== undefined; index = before[index]) kept.add(index);
  return kept;
}
