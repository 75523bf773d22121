import type { CellComment, Place } from '../grid';
import { hashOf } from './rows-written';

/** A comment or note that goes from one cell to another with the row that it belongs to. Rule: docs/rules.md#comments. */
export interface CommentMove {
  readonly kind: CellComment['kind'];
  /** See `commentKey`. */
  readonly known: string;
  readonly from: Place;
  readonly to: Place;
}

/** A cell that goes to the place of another; the cells of several moves change places among themselves. */
export interface CellMove {
  readonly from: Place;
  readonly to: Place;
}

/** What a comment is known by when it is looked for again: its id, or a hash of its author and text. */
export function commentKey({ id, author, text }: CellComment): string {
  return id ?? hashOf(`${author}\n${text}`);
}

/** The same comments back again. */
export function commentsBack(moves: readonly CommentMove[]): CommentMove[] {
  return moves.map((move) => ({ ...move, from: move.to, to: move.from }));
}

/**
 * Which cells change places so that every comment of the moves stands where it is to stand, wherever it is now: a write that stopped half-way is
 * gone on with, or taken back. None for comments that are there already, and for those that somebody deleted. What stands on a cell that is
 * needed goes to a cell that becomes free, so that nothing is ever written over.
 *
 * @param comments those of the sheet as it is now.
 */
export function cellsToMove(comments: readonly CellComment[], moves: readonly CommentMove[]): CellMove[] {
  const places = new Map<string, CellMove>();
  const taken = new Set<string>();
  for (const [comment, to] of found(comments, moves)) {
    const key = keyOf(comment);
    if (key === keyOf(to) || places.has(key) || taken.has(keyOf(to))) continue;
    places.set(key, { from: place(comment), to });
    taken.add(keyOf(to));
  }
  for (const first of [...places.values()].filter(({ from }) => !taken.has(keyOf(from)))) {
    let end = first.to;
    for (let next = places.get(keyOf(end)); next !== undefined; next = places.get(keyOf(end))) end = next.to;
    places.set(keyOf(end), { from: end, to: first.from });
  }
  return [...places.values()];
}

/** The same moves one after the other, as cells are cut and pasted, over one cell that holds nothing. */
export function oneByOne(moves: readonly CellMove[], spare: Place): CellMove[] {
  const places = new Map(moves.map((move) => [keyOf(move.from), move]));
  const steps: CellMove[] = [];
  for (const { from: start } of moves) {
    const circle: Place[] = [];
    for (let next = places.get(keyOf(start)); next !== undefined; next = places.get(keyOf(next.to))) {
      circle.push(next.from);
      places.delete(keyOf(next.from));
    }
    const last = circle.pop();
    if (last === undefined) continue;
    steps.push({ from: last, to: spare });
    let free = last;
    for (const from of circle.reverse()) {
      steps.push({ from, to: free });
      free = from;
    }
    steps.push({ from: spare, to: free });
  }
  return steps;
}

/** Each move with its comment: by what it is known by, then by where it stood, since a text may have been changed. */
function found(comments: readonly CellComment[], moves: readonly CommentMove[]): (readonly [CellComment, Place])[] {
  const open = new Set(comments);
  const pairs: (readonly [CellComment, Place])[] = [];
  const take = (move: CommentMove, fits: (comment: CellComment) => boolean): boolean => {
    const comment = [...open].find((one) => one.kind === move.kind && fits(one));
    if (comment === undefined) return false;
    open.delete(comment);
    pairs.push([comment, move.to]);
    return true;
  };
  let left = moves.filter((move) => !take(move, (one) => commentKey(one) === move.known && keyOf(one) === keyOf(move.to)));
  left = left.filter((move) => !take(move, (one) => commentKey(one) === move.known && keyOf(one) === keyOf(move.from)));
  left = left.filter((move) => !take(move, (one) => commentKey(one) === move.known));
  for (const move of left) take(move, (one) => keyOf(one) === keyOf(move.from));
  return pairs;
}

const place = ({ row, column }: Place): Place => ({ row, column });
const keyOf = ({ row, column }: Place): string => `${String(row)} ${String(column)}`;
