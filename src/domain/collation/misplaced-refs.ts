import type { Action } from '../reading';
import type { KnownAction } from './known-action';
import { refKey } from './ref-words';

/** A row of a return pack that carries a Ref of ours and was not taken for that action: it was copied, or typed on the wrong row. */
export interface MisplacedRef {
  readonly action: Action;
  /** The Ref it carries, as it was issued. */
  readonly carries: string;
  /** The Ref it was given. */
  readonly given: string;
}

/** The words of a row's Ref where they may be ours: text, and not computed. */
export function refSent({ theirRef, cells }: Action): string | null {
  const cell = cells.ref?.cell;
  return theirRef === null || cell?.kind !== 'text' || cell.formula !== undefined ? null : theirRef;
}

/** Only a return pack is known to carry our Refs: a directorate's own numbers may look like them and mean nothing. */
export function misplacedRefs(
  identified: readonly { readonly action: Action; readonly ref: string }[],
  known: readonly KnownAction[],
): MisplacedRef[] {
  const byKey = new Map(known.map(({ ref }) => [refKey(ref), ref]));
  return identified.flatMap(({ action, ref }): MisplacedRef[] => {
    const isPack = action.cells.lastStatus !== undefined || action.cells.lastProgress !== undefined;
    const sent = isPack ? refSent(action) : null;
    const carries = sent === null ? undefined : byKey.get(refKey(sent) ?? '');
    return carries === undefined || carries === ref ? [] : [{ action, carries, given: ref }];
  });
}
