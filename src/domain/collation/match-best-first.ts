/** The best partner of a row, and how well the two match. */
export interface Partner<Known> {
  readonly known: Known;
  readonly score: number;
}

interface Waiting<Row, Known> {
  readonly row: Row;
  /** Zero-based, among the rows. */
  readonly position: number;
  readonly partner: Partner<Known>;
}

/**
 * Matches rows with partners one to one: always the pair with the highest score, of equal scores the earlier row. Only one pair a row is
 * held at a time: when its partner has gone to another row, the row asks for its next best. The matches are those of a sorted list of all
 * pairs, which for thousands of rows worded alike would be millions.
 *
 * @param bestPartner the best partner of a row among those still free; null when there is none.
 */
export function matchBestFirst<Row, Known>(
  rows: readonly Row[],
  bestPartner: (row: Row) => Partner<Known> | null,
  isFree: (known: Known) => boolean,
  match: (row: Row, partner: Partner<Known>) => void,
): void {
  const waiting = rows.flatMap((row, position): Waiting<Row, Known>[] => {
    const partner = bestPartner(row);
    return partner === null ? [] : [{ row, position, partner }];
  });
  // The best is last, where it is taken off without moving the others.
  waiting.sort((a, b) => inOrder(b, a));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isFree(next.partner.known)) {
      match(next.row, next.partner);
      continue;
    }
    const partner = bestPartner(next.row);
    if (partner !== null) insert(waiting, { ...next, partner });
  }
}

/** Negative when `a` is to be matched before `b`. */
function inOrder(a: Waiting<unknown, unknown>, b: Waiting<unknown, unknown>): number {
  return b.partner.score - a.partner.score || a.position - b.position;
}

function insert<Row, Known>(waiting: Waiting<Row, Known>[], one: Waiting<Row, Known>): void {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = waiting[middle];
    if (other !== undefined && inOrder(other, one) > 0) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, one);
}
