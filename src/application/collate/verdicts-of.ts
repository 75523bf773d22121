import type { Register, TypedFields } from '../../domain/collation';
import { fieldsInWords } from '../../domain/fields';
import { type KnownVerdict, knownVerdicts, type VerdictCell } from '../../domain/finance';
import { type CalendarDate, isoDate } from '../../domain/grid';
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

/** Finance's verdicts in a run. */
export interface PlanVerdicts {
  readonly known: readonly KnownVerdict[];
  /** By Ref, a hash of what the row says after this run. */
  readonly now: ReadonlyMap<string, string>;
}

/**
 * What finance has said of the actions, as this run remembers it. What the collator typed over a cell stays there, so it is part of what
 * a verdict saw and of what the row says now.
 */
export function verdictsOf(
  cells: ReadonlyMap<string, VerdictCell>,
  { written, verdicts }: Pick<PlanState, 'written' | 'verdicts'>,
  { actions }: Pick<Register, 'actions'>,
  typed: TypedFields,
  { planDate, asOf }: { readonly planDate: CalendarDate; readonly asOf: CalendarDate },
): PlanVerdicts {
  const now = new Map(actions.map((one) => [one.ref, hashOfWords({ ...fieldsInWords(one, planDate), ...typed.get(one.ref) })]));
  return { known: knownVerdicts(cells, verdicts, { wordsBefore: wordsWritten(written, typed), found: isoDate(asOf) }), now };
}

/** A hash of what the row of a Ref says since the last run; "" for one that it did not write. */
export function wordsWritten(written: PlanState['written'], typed: TypedFields): (ref: string) => string {
  const last = written.find(({ plan }) => plan === ALL_PRIORITIES)?.rows ?? {};
  return (ref) => (last[ref] === undefined ? '' : hashOfWords({ ...last[ref], ...typed.get(ref) }));
}
