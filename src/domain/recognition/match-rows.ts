import { type Doubt, type Judgement, type KnownAction, likeness, plainWording, refKey, saidOfRow, wordCounts } from '../collation';
import { keptKey, type WrittenSheet } from '../workbook';
import { isIssued, type PlanRowRead } from './plan-rows';

/** A row that carries the Ref of another and is left as it is. */
export interface CopiedRow {
  readonly row: PlanRowRead;
  readonly ref: string;
  /** The row that is refreshed. */
  readonly owner: PlanRowRead;
}

export interface RowsMatched {
  /** The Ref of each row that is an action's, whatever its Ref cell says. */
  readonly owners: ReadonlyMap<PlanRowRead, string>;
  readonly doubts: readonly Doubt[];
  readonly copied: readonly CopiedRow[];
  /** Rows that no known action is in. */
  readonly others: readonly PlanRowRead[];
}

/** A Ref as it was issued, on the row, is strong evidence: the wording needs only to be possible. */
const LIKELY_WITH_REF = 0.25;
/** A Ref in other words counts where the wording agrees so far. */
const AGREES = 0.55;
/** A row without its Ref is asked about from here on. */
const ALIKE = 0.7;

/** The share of the other columns that must be as they were. */
const LEAST_EVIDENCE = 0.6;

/** What else tells that a row is an action's, when its commitment was typed over. */
const EVIDENCE = ['source', 'measure', 'ledBy', 'timescale', 'theme', 'outcomes', 'progress'] as const;

/**
 * Which row of All priorities is which action: by its Ref and what it says, never by the Ref alone (docs/rules.md#rows-of-actions). One row
 * an action and one action a row.
 * @param last what the last run wrote, by Ref.
 */
export function matchRows(
  rows: readonly PlanRowRead[],
  known: readonly KnownAction[],
  last: WrittenSheet['rows'],
  judgements: readonly Judgement[],
): RowsMatched {
  const matching = new RowMatching(rows, known, last, judgements);
  matching.byRef();
  matching.byWording();
  matching.byMistypedRef();
  matching.byJudgement();
  return matching.matched();
}

class RowMatching {
  private readonly owners = new Map<PlanRowRead, string>();
  private readonly taken = new Map<string, PlanRowRead>();
  private readonly doubts: Doubt[] = [];
  private readonly byExactRef: ReadonlyMap<string, KnownAction>;
  private readonly byKey: ReadonlyMap<string, KnownAction>;
  private readonly byWords = new Map<string, KnownAction[]>();
  /** Rows that the user said are not the action whose Ref they carry. */
  private readonly own = new Set<PlanRowRead>();

  constructor(
    private readonly rows: readonly PlanRowRead[],
    known: readonly KnownAction[],
    private readonly last: WrittenSheet['rows'],
    private readonly judgements: readonly Judgement[],
  ) {
    this.byExactRef = new Map(known.map((one) => [one.ref, one]));
    this.byKey = new Map(known.map((one) => [refKey(one.ref) ?? one.ref, one]));
    for (const one of [...known].sort((a, b) => Number(a.gone) - Number(b.gone)))
      for (const words of new Set(this.wordings(one).map(plainWording))) this.byWords.set(words, [...(this.byWords.get(words) ?? []), one]);
  }

  matched(): RowsMatched {
    const left = this.rows.filter((row) => !this.owners.has(row));
    const copied = left.flatMap((row): CopiedRow[] => {
      const known = this.knownByRef(row);
      const owner = known === undefined ? undefined : this.taken.get(known.ref);
      return known === undefined || owner === undefined ? [] : [{ row, ref: known.ref, owner }];
    });
    const copies = new Set(copied.map(({ row }) => row));
    const others = left.filter((row) => !copies.has(row) && !this.own.has(row));
    return { owners: this.owners, doubts: this.doubts, copied, others };
  }

  /** Of several rows with one Ref the one that says most of what the action said; of equal ones the upper. */
  byRef(): void {
    const found = new Map<KnownAction, { readonly row: PlanRowRead; readonly score: number }>();
    for (const row of this.rows) {
      const known = this.byExactRef.get(row.ref);
      if (known === undefined || this.isWordedAsAnother(row, known)) continue;
      const score = this.agreement(row, known);
      if (score < AGREES && this.isLikelyAnother(row, known)) continue;
      if (score >= LIKELY_WITH_REF && score > (found.get(known)?.score ?? 0)) found.set(known, { row, score });
    }
    for (const [known, { row }] of found) this.take(row, known);
  }

  /** A row that says what an action says, with its Ref emptied, retyped or exchanged for another's. */
  byWording(): void {
    const pairs = this.left().flatMap((row) => {
      const plain = plainWording(row.words.commitment ?? '');
      const worded = plain === '' ? [] : (this.byWords.get(plain) ?? []);
      return worded.map((known) => ({ row, known, score: Number(refKey(row.ref) === refKey(known.ref)) * 2 + this.evidence(row, known) }));
    });
    pairs.sort((a, b) => b.score - a.score || a.row.row - b.row.row);
    for (const { row, known } of pairs) if (this.isFree(row, known)) this.take(row, known);
  }

  byMistypedRef(): void {
    for (const row of this.left()) {
      const known = this.knownByRef(row);
      if (known !== undefined && this.isFree(row, known) && this.agreement(row, known) >= AGREES) this.take(row, known);
    }
  }

  /**
   * What is left is asked: words of an action that are without its Ref, which may be another's, and a Ref over words of no action. Until it is
   * said, they are the same.
   */
  byJudgement(): void {
    for (const row of this.left()) {
      const known = this.saidToBe(row) ?? (isIssued(row) ? this.likest(row) : undefined) ?? this.knownByRef(row);
      if (known === undefined || !this.isFree(row, known)) continue;
      const is = row.words.commitment ?? '';
      const verdict = saidOfRow(this.judgements, known.ref, is);
      const was = this.last[known.ref]?.commitment ?? known.commitment;
      this.doubts.push({ ref: known.ref, was, is, verdict, about: 'row of the plan', mustBeAnswered: verdict === null });
      if (verdict === 'new') this.own.add(row);
      else this.take(row, known);
    }
  }

  /** The action that the user said these words are, whatever is remembered of it and whatever Ref the row has by now. */
  private saidToBe({ words: { commitment = '' } }: PlanRowRead): KnownAction | undefined {
    const plain = plainWording(commitment);
    const said = this.judgements.find(({ ref, is, verdict }) => {
      return (
        verdict === 'same' && is !== null && plain !== '' && plainWording(is) === plain && this.byExactRef.has(ref) && !this.taken.has(ref)
      );
    });
    return this.byExactRef.get(said?.ref ?? '');
  }

  private likest(row: PlanRowRead): KnownAction | undefined {
    let best: KnownAction | undefined;
    let highest = ALIKE;
    for (const known of this.byExactRef.values()) {
      if (this.taken.has(known.ref)) continue;
      const score = this.agreement(row, known);
      if (score >= highest) [best, highest] = [known, score];
    }
    return best;
  }

  private isWordedAsAnother(row: PlanRowRead, known: KnownAction): boolean {
    const worded = this.byWords.get(plainWording(row.words.commitment ?? '')) ?? [];
    return worded.length > 0 && !worded.includes(known);
  }

  /** A Ref that was exchanged with another's, on a row whose cells are kept as they were typed. */
  private isLikelyAnother(row: PlanRowRead, known: KnownAction): boolean {
    const likest = this.likest(row);
    return likest !== undefined && likest !== known;
  }

  private wordings({ ref, commitment }: KnownAction): string[] {
    const { commitment: written = '', [keptKey('commitment')]: kept = '' } = this.last[ref] ?? {};
    return [commitment, written, kept].filter((words) => words.trim() !== '');
  }

  /** From 0 to 1: how far a row says what an action said, in its commitment or in its other columns. */
  private agreement(row: PlanRowRead, known: KnownAction): number {
    const words = wordCounts(row.words.commitment ?? '');
    const alike = this.wordings(known).map((wording) => likeness(words, wordCounts(wording)));
    return Math.max(0, ...alike, this.evidence(row, known));
  }

  /**
   * The share of the other columns that hold what was last written there, or typed there and kept by the last run. Nothing for a row that
   * shares no more than many rows do: a timescale, an outcome, a place in a file.
   */
  private evidence({ words }: PlanRowRead, { ref, measure, ledBy }: KnownAction): number {
    const before: Readonly<Record<string, string>> = this.last[ref] ?? { measure, ledBy };
    const compared = EVIDENCE.filter((key) => (before[key] ?? '').trim() !== '' && words[key] !== undefined);
    const same = compared.filter((key) => [before[key], before[keptKey(key)]].some((one) => one?.trim() === words[key]));
    const isOwn = compared.includes('measure') ? same.includes('measure') : same.includes('ledBy') || same.includes('progress');
    const share = same.length / compared.length;
    return isOwn && same.length >= 2 && share >= LEAST_EVIDENCE ? share * 0.95 : 0;
  }

  private knownByRef({ ref }: PlanRowRead): KnownAction | undefined {
    return this.byExactRef.get(ref) ?? this.byKey.get(refKey(ref) ?? 'no Ref');
  }

  private isFree(row: PlanRowRead, known: KnownAction): boolean {
    return !this.owners.has(row) && !this.taken.has(known.ref);
  }

  private take(row: PlanRowRead, { ref }: KnownAction): void {
    this.owners.set(row, ref);
    this.taken.set(ref, row);
  }

  private left(): PlanRowRead[] {
    return this.rows.filter((row) => !this.owners.has(row));
  }
}
