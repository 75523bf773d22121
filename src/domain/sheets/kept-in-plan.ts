import { type Register, shortCodeFor } from '../collation';
import { FIELDS } from '../fields';
import type { Framework } from '../framework';
import type { KeptCell } from '../workbook';
import { counted } from '../wording';

/** A cell that was typed over, and who sends something else. */
export interface KeptInPlan extends KeptCell {
  /** Short code of the directorate; null where the plan itself works the cell out. */
  readonly sender: string | null;
}

export function keptInPlan(
  cells: readonly KeptCell[],
  { framework, register }: { readonly framework: Framework; readonly register: Register },
): KeptInPlan[] {
  const codeOf = shortCodeFor(framework);
  const senders = new Map(register.actions.map(({ ref, action }) => [ref, codeOf(action.directorate)]));
  const sentFields = new Set<string>(FIELDS.map(({ key }) => key));
  return cells.map((cell) => {
    const { ref } = rowInParts(cell.row, senders);
    return { ...cell, sender: sentFields.has(cell.column) ? (senders.get(ref) ?? null) : null };
  });
}

/**
 * What a row is known by, in two: the Ref of an action, "" where it is none's, and the rest of its words. A row of All priorities is known by
 * its Ref alone, one of a list by more or by other words: "SO2 Tackle the wider determinants · PH-12".
 */
export function rowInParts(
  row: string,
  refs: Pick<ReadonlyMap<string, unknown>, 'has'>,
): { readonly ref: string; readonly rest: string[] } {
  const parts = row.split(' · ').filter((part) => part !== '');
  const ref = parts.find((part) => refs.has(part)) ?? '';
  return { ref, rest: parts.filter((part) => part !== ref) };
}

/** "GET sends “March 2026”", "GET sends nothing", "the plan has “3.7”". @param shown the words as far as they are shown. */
export function sentInWords(
  { sender, sent }: Pick<KeptInPlan, 'sender' | 'sent'>,
  shown: (words: string) => string = (words) => words,
): string {
  const words = sent === '' ? 'nothing' : `“${shown(sent)}”`;
  return sender === null ? `the plan has ${words}` : `${sender} sends ${words}`;
}

/** "3 cells kept as typed, 1 of them in conflict"; "" for none. */
export function keptCount(kept: readonly Pick<KeptCell, 'conflict'>[]): string {
  const conflicts = kept.filter(({ conflict }) => conflict).length;
  if (kept.length === 0) return '';
  return `${counted(kept.length, 'cell')} kept as typed${conflicts === 0 ? '' : `, ${String(conflicts)} of them in conflict`}`;
}
