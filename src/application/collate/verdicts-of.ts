import { isUnnumbered, type Register, type TypedFields } from '../../domain/collation';
import { fieldsInWords } from '../../domain/fields';
import {
  type KnownVerdict,
  knownVerdicts,
  NO_VERDICT_CELL,
  type SentVerdict,
  standingOfSent,
  type VerdictCell,
  withSent,
} from '../../domain/finance';
import { type CalendarDate, isoDate } from '../../domain/grid';
import type { Action } from '../../domain/reading';
import { ALL_PRIORITIES } from '../../domain/sheets';
import type { PlanState } from '../../domain/state';
import { hashOf } from '../../domain/workbook';

/** The fields that a verdict is about, as All priorities shows them. */
const SEEN_FIELDS = ['commitment', 'ledBy', 'timescale', 'measure', 'cost'] as const;

type Words = Readonly<Partial<Record<(typeof SEEN_FIELDS)[number], string>>>;

/** A hash of the words that a verdict is about; case and spaces do not count. */
export function hashOfWords(words: Words): string {
  return hashOf(SEEN_FIELDS.map((key) => (words[key] ?? '').replace(/\s+/g, ' ').trim().toLowerCase()).join('\n'));
}

/** Finance's verdicts as a run finds them. */
export interface VerdictsFound {
  /** In All priorities, by Ref. */
  readonly inPlan: ReadonlyMap<string, VerdictCell>;
  /** Beside the actions in the directorates' own tables. */
  readonly sent: ReadonlyMap<Action, SentVerdict>;
}

export const NO_VERDICTS: VerdictsFound = { inPlan: new Map(), sent: new Map() };

/** A verdict that was sent and that the plan does not take. */
export interface VerdictDiffering {
  readonly action: Action;
  readonly sent: SentVerdict;
  readonly inPlan: VerdictCell;
}

/** Finance's verdicts in a run. */
export interface PlanVerdicts {
  readonly known: readonly KnownVerdict[];
  /** By Ref, a hash of what the row says after this run; of those that `known` has something of. */
  readonly now: ReadonlyMap<string, string>;
  /** By Ref, verdicts that come from the directorates' own tables, to be written into the plan; with what the plan said before, null for nothing. */
  readonly taken: ReadonlyMap<string, { readonly sent: SentVerdict; readonly instead: VerdictCell | null }>;
  readonly differing: readonly VerdictDiffering[];
}

/**
 * What finance has said of the actions, as this run remembers it. What the collator typed over a cell stays there, so it is part of what
 * a verdict saw and of what the row says now.
 * @param areTablesHere whether tables of the plan's own workbook are collated: what was remembered of their verdicts goes to the Refs.
 */
export function verdictsOf(
  { inPlan, sent }: VerdictsFound,
  { written, verdicts }: Pick<PlanState, 'written' | 'verdicts'>,
  { actions }: Pick<Register, 'actions'>,
  typed: TypedFields,
  { planDate, asOf, areTablesHere }: { readonly planDate: CalendarDate; readonly asOf: CalendarDate; readonly areTablesHere: boolean },
): PlanVerdicts {
  const found = isoDate(asOf);
  const wordsNow = (one: (typeof actions)[number]): string => hashOfWords({ ...fieldsInWords(one, planDate), ...typed.get(one.ref) });
  const ofPlan = verdicts.filter(({ ref }) => !isUnnumbered(ref));
  const waiting = areTablesHere ? [] : verdicts.filter(({ ref }) => isUnnumbered(ref));
  const known = new Map(knownVerdicts(inPlan, ofPlan, { wordsBefore: wordsWritten(written, typed), found }).map((one) => [one.ref, one]));
  const taken = new Map<string, { sent: SentVerdict; instead: VerdictCell | null }>();
  const differing: VerdictDiffering[] = [];
  for (const one of actions) {
    const said = sent.get(one.action);
    if (said === undefined || one.lastHeard !== null) continue;
    const cell = inPlan.get(one.ref);
    const before = known.get(one.ref);
    const standing = standingOfSent(said, cell, before);
    const saidBeside = hashOfWords(fieldsInWords(one, planDate));
    if (standing === 'taken') {
      known.set(one.ref, withSent(one.ref, said, before, { seen: said.settled === false ? said.seen : saidBeside, found }));
      taken.set(one.ref, { sent: said, instead: cell ?? null });
    } else if (standing === 'differs') differing.push({ action: one.action, sent: said, inPlan: cell ?? NO_VERDICT_CELL });
    else if (before !== undefined && isGivenAgain(said, before) && saidBeside === wordsNow(one))
      known.set(one.ref, { ...before, seen: saidBeside });
  }
  const now = new Map(actions.flatMap((one) => (known.has(one.ref) ? [[one.ref, wordsNow(one)] as const] : [])));
  return { known: [...known.values(), ...waiting], now, taken, differing };
}

/** The same verdict was given once more in the directorate's own table, beside the words of now. */
function isGivenAgain({ settled, verdict, note, by, date }: SentVerdict, plan: KnownVerdict): boolean {
  return settled === true && plan.verdict === verdict && plan.note === note && plan.by === by && plan.date === date;
}

/** Hashes of rows as they were written; the memory of a workbook is the same object as long as nothing is written. */
const hashesWritten = new WeakMap<Words, string>();

/** A hash of what the row of a Ref says since the last run; "" for one that it did not write. */
export function wordsWritten(written: PlanState['written'], typed: TypedFields): (ref: string) => string {
  const last = written.find(({ plan }) => plan === ALL_PRIORITIES)?.rows ?? {};
  return (ref) => {
    const row = last[ref];
    if (row === undefined) return '';
    const over = typed.get(ref);
    if (over !== undefined) return hashOfWords({ ...row, ...over });
    const words = hashesWritten.get(row) ?? hashOfWords(row);
    hashesWritten.set(row, words);
    return words;
  };
}
