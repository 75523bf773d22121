import { namedFundsIn } from '../cost';
import type { Framework } from '../framework';
import { buyingMarks, capitalMarks } from './buying-marks';
import { type Clause, clausesOf } from './clauses';
import { type Evidence, EVIDENCE_FIELDS, type EvidenceField, type EvidenceKind, type RowTexts } from './evidence';
import { conditionMarks, durationMarks, grantMarks, namedMoneyMarks, timeLimitedMarks } from './funding-marks';
import { AGAINST, type FieldContext, type Mark, type MarkRule } from './mark';
import { existingMarks, incomeMarks } from './offset-marks';
import { postMarks, postsTakenUp } from './post-marks';
import { type Amount, amountsIn, type Multiplied, type Product, productOf } from './sum-marks';
import { verbMarks } from './verb-marks';

/** What the words of a row say of money. */
export interface CostEvidence {
  /** In the order of the fields and of the words in them. */
  readonly evidence: readonly Evidence[];
  /** A price and a count that are multiplied, the largest; null where there is none. */
  readonly product: Product | null;
}

const RULES: readonly MarkRule[] = [
  verbMarks,
  postMarks,
  buyingMarks,
  capitalMarks,
  conditionMarks,
  grantMarks,
  namedMoneyMarks,
  timeLimitedMarks,
  existingMarks,
];

/** So many words at most are remembered, more than a council's plans have; then all are forgotten. */
const MOST_WORDS = 20_000;
const begun = new Map<string, number>();

/** The rules that may find something at a word, a bit for each in their order; the last bit is that of `incomeMarks`. */
function rulesAt(lower: string): number {
  const known = begun.get(lower);
  if (known !== undefined) return known;
  const bits = [...RULES, incomeMarks].reduce((some, { beginsAt }, index) => (beginsAt(lower) ? some | (1 << index) : some), 0);
  if (begun.size >= MOST_WORDS) begun.clear();
  begun.set(lower, bits);
  return bits;
}

/** What the rules find in the clauses of a text, clause by clause; income and savings apart. */
function marksIn(
  clauses: readonly Clause[],
  context: FieldContext,
): { readonly marks: readonly Mark[]; readonly offsets: readonly Mark[] } {
  const marks: Mark[] = [];
  const offsets: Mark[] = [];
  for (const clause of clauses) {
    const bits = clause.tokens.map(({ lower }) => rulesAt(lower));
    const any = bits.reduce((some, each) => some | each, 0);
    if (any === 0) continue;
    const find = (rule: MarkRule, index: number, into: Mark[]): void => {
      const bit = 1 << index;
      if ((any & bit) === 0) return;
      for (const [at, each] of bits.entries()) if ((each & bit) !== 0) into.push(...rule.marksAt(clause, at, context));
    };
    RULES.forEach((rule, index) => find(rule, index, marks));
    find(incomeMarks, RULES.length, offsets);
  }
  return { marks, offsets };
}

/** Kinds whose evidence makes a duration in the same sentence one of money. */
const OF_MONEY: ReadonlySet<EvidenceKind> = new Set(['new-post', 'spend', 'named-fund', 'grant', 'procurement', 'capital']);

interface FieldRead {
  readonly field: EvidenceField;
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly marks: readonly Mark[];
  readonly amounts: readonly Amount[];
}

const byPlace = (a: { start: number; end: number }, b: { start: number; end: number }): number => a.start - b.start || b.end - a.end;

/** A fund in the title of a post ("Better Care Fund Manager") pays for nothing; one in brackets or before "funded" does. */
function paysForLead(text: string, from: number, to: number): boolean {
  return /^[\s-]*(?:funded|funding|money|post)\b/i.test(text.slice(to, to + 12)) || (text[from - 1] === '(' && text[to] === ')');
}

function fundMarks(text: string, clauses: readonly Clause[], field: EvidenceField, framework: Framework): Mark[] {
  let clause = 0;
  return namedFundsIn(text, framework).flatMap(({ from, to, isListed }): Mark[] => {
    while ((clauses[clause]?.tokens.at(-1)?.end ?? Infinity) <= from) clause += 1;
    if (field === 'ledBy' && !(isListed && paysForLead(text, from, to))) return [];
    if (/\b(?:no|not|without)\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, from - 14), from))) return [];
    return [{ start: from, end: to, kind: 'named-fund', against: AGAINST.noCost, sentence: clauses[clause]?.sentence ?? 0 }];
  });
}

/** Of marks that overlap, one of each kind, the longest; and what a condition or a named fund says whole is not said again in part. */
function settled(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return marks;
  const inside = (mark: Mark, kinds: readonly EvidenceKind[], of: ReadonlyMap<EvidenceKind, Mark>): boolean =>
    kinds.some((kind) => {
      const other = of.get(kind);
      return other !== undefined && other.start <= mark.start && mark.end <= other.end;
    });
  const last = new Map<EvidenceKind, Mark>();
  const kept: Mark[] = [];
  for (const mark of [...marks].sort(byPlace)) {
    const same = last.get(mark.kind);
    if (same !== undefined && mark.start < same.end) {
      const joined = {
        ...same,
        end: Math.max(same.end, mark.end),
        against: same.against.length >= mark.against.length ? same.against : mark.against,
      };
      kept[kept.lastIndexOf(same)] = joined;
      last.set(mark.kind, joined);
      continue;
    }
    if (mark.kind === 'grant' && inside(mark, ['condition', 'named-fund', 'spend', 'income'], last)) continue;
    if (mark.kind === 'time-limited' && inside(mark, ['condition'], last)) continue;
    kept.push(mark);
    last.set(mark.kind, mark);
  }
  return kept;
}

/** Fields that say the same in many rows; what they say of money is worked out once for each of the last texts, `MOST_TEXTS` of each field. */
const REPEATED: ReadonlySet<EvidenceField> = new Set(['ledBy', 'timescale', 'cost', 'progress']);
const MOST_TEXTS = 200;
const fieldsRead = new WeakMap<Framework, Map<EvidenceField, Map<string, FieldRead>>>();

function fieldRead(field: EvidenceField, text: string, framework: Framework, planYear: number): FieldRead {
  if (!REPEATED.has(field)) return readField(field, text, framework, planYear);
  let fields = fieldsRead.get(framework);
  if (fields === undefined) fieldsRead.set(framework, (fields = new Map()));
  let texts = fields.get(field);
  if (texts === undefined) fields.set(field, (texts = new Map()));
  let read = texts.get(text);
  if (read === undefined) {
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(text, (read = readField(field, text, framework, planYear)));
  }
  return read;
}

function readField(field: EvidenceField, text: string, framework: Framework, planYear: number): FieldRead {
  const clauses = clausesOf(text);
  const context: FieldContext = { field, planYear };
  const { marks, offsets } = marksIn(clauses, context);
  const found = settled([...marks, ...fundMarks(text, clauses, field, framework), ...offsets]);
  const amounts = amountsIn(
    text,
    clauses,
    context,
    [...offsets].sort(byPlace).filter(({ kind }) => field !== 'cost' || kind === 'saving'),
  );
  const withMoney = new Map<number, boolean>();
  for (const { kind, sentence, against } of found) {
    if (OF_MONEY.has(kind)) withMoney.set(sentence, withMoney.get(sentence) === true || against.length > 0);
  }
  const durations = clauses.flatMap((clause) => {
    const isCost = withMoney.get(clause.sentence);
    if (isCost === undefined) return [];
    return durationMarks(clause).map((mark) => ({ ...mark, against: isCost ? mark.against : AGAINST.nothing }));
  });
  return { field, text, clauses, marks: settled([...found, ...durations]), amounts };
}

/** What a cost cell must not say beside a sum. */
function againstSum(pounds: number, { lowCostUpTo }: Framework): Mark['against'] {
  return pounds > lowCostUpTo ? AGAINST.lowCost : AGAINST.noCost;
}

/** Prices of one text that are multiplied; for each the other texts are read once more. */
const MOST_PRICES = 5;

/** The largest product of a price and a count, with where they stand; null where there is none. */
function largestProduct(fields: readonly FieldRead[]): (Multiplied & { readonly amount: Amount; readonly counted: EvidenceField }) | null {
  const counting = fields.filter(({ field }) => field === 'commitment' || field === 'measure');
  const products = fields
    .filter(({ field }) => field !== 'cost')
    .flatMap((read) =>
      read.amounts
        .filter(({ price }) => price !== null)
        .slice(0, MOST_PRICES)
        .flatMap((amount) =>
          counting.flatMap((other) => {
            const made = productOf(amount, other === read ? [] : other.clauses);
            return made === null ? [] : [{ ...made, amount, counted: other.field }];
          }),
        ),
    );
  return products.reduce<(typeof products)[number] | null>(
    (most, one) => (most === null || one.product.pounds > most.product.pounds ? one : most),
    null,
  );
}

/**
 * Every word of a row that speaks of money, whatever its cost cell says: spans with what they argue for. Rules of English (verbs with what
 * they are done to, nouns by their endings) over the clauses of each text; time grows with the length of the texts.
 * Rule: docs/rules.md#cost-evidence.
 */
export function costEvidence(texts: RowTexts, framework: Framework): CostEvidence {
  const planYear = Number(framework.planDate.slice(0, 4));
  const fields = EVIDENCE_FIELDS.filter((field) => texts[field] !== '').map((field) => fieldRead(field, texts[field], framework, planYear));
  const heads = new Set(fields.flatMap(({ marks }) => marks.flatMap(({ head }) => head ?? [])));
  const multiplied = largestProduct(fields);
  const against = multiplied === null ? AGAINST.nothing : againstSum(multiplied.product.pounds, framework);
  const evidence = fields.flatMap((read) => {
    const { field, text, clauses } = read;
    const takenUp = heads.size === 0 ? [] : clauses.flatMap((clause) => postsTakenUp(clause, heads));
    const amounts = read.amounts.map((amount) => {
      const ofSum = amount === multiplied?.amount ? against : amount.isPart ? AGAINST.nothing : againstSum(amount.pounds, framework);
      return { ...amount, kind: 'amount' as const, against: ofSum };
    });
    const count = multiplied?.counted === field && multiplied.mark !== null ? [{ ...multiplied.mark, against }] : [];
    const all = [...[...settled([...read.marks, ...takenUp]), ...count].map((mark) => ({ ...mark, pounds: null })), ...amounts].sort(
      byPlace,
    );
    return all.map((mark): Evidence => {
      const { start, end, kind, pounds } = mark;
      return { field, start, end, text: text.slice(start, end), kind, pounds, against: mark.against };
    });
  });
  return { evidence, product: multiplied?.product ?? null };
}
