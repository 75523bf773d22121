import { readCost } from '../../../src/domain/cost';
import { type Evidence, type EVIDENCE_FIELDS, type EVIDENCE_KINDS } from '../../../src/domain/finance';
import { costEvidence } from '../../../src/domain/finance/cost-evidence';
import type { Framework } from '../../../src/domain/framework';
import { textCell } from '../../../src/domain/grid';

type Field = (typeof EVIDENCE_FIELDS)[number];

/** A row with what is to be found in it. */
export interface LabelledRow {
  readonly id: string;
  readonly texts: Readonly<Partial<Record<Field, string>>>;
  readonly cost: string;
  readonly costHeading: string;
  readonly costClass: string | null;
  readonly contradicted: boolean;
  readonly evidence: readonly {
    readonly field: Field;
    readonly text: string;
    readonly argues: (typeof EVIDENCE_KINDS)[number];
    readonly optional?: boolean;
  }[];
  readonly notCost: readonly { readonly field: Field; readonly text: string }[];
}

/** How well rows are read; each list names what is wrong, so that a failing test says where. */
export interface FinanceScore {
  readonly wrongClass: readonly string[];
  readonly missedContradictions: readonly string[];
  readonly falseAlarms: readonly string[];
  readonly notFound: readonly string[];
  readonly ofOtherKind: readonly string[];
  readonly markedNotCost: readonly string[];
  readonly outside: readonly string[];
  readonly required: number;
  readonly marks: number;
}

interface Span {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Span, b: Span): boolean => a.field === b.field && a.start < b.end && b.start < a.end;

function scoreOf(row: LabelledRow, framework: Framework): FinanceScore {
  const texts = { commitment: '', ledBy: '', timescale: '', measure: '', progress: '', ...row.texts, cost: row.cost };
  const reading = readCost(textCell(row.cost), row.costHeading, framework);
  const { evidence } = costEvidence(texts, framework);
  const isContradicted = evidence.some(({ field, against }) => field !== 'cost' && against.includes(reading.cost));
  const spanOf = ({ field, text }: { readonly field: Field; readonly text: string }): Span => {
    const start = texts[field].indexOf(text);
    if (start < 0) throw new Error(`${row.id}: "${text}" is not in its ${field}`);
    return { field, start, end: start + text.length };
  };
  const said = ({ field, kind, text }: Evidence): string => `${row.id} ${field} ${kind}: ${text}`;
  const labels = row.evidence.map((label) => ({ ...label, span: spanOf(label) }));
  const required = labels.filter(({ optional }) => optional !== true);
  const missed = required.filter(({ span }) => !evidence.some((one) => overlap(one, span)));
  const name = ({ field, argues, text }: (typeof labels)[number]): string => `${row.id} ${field} ${argues}: ${text}`;
  return {
    wrongClass: row.costClass === null || row.costClass === reading.cost ? [] : [`${row.id}: ${reading.cost}, not ${row.costClass}`],
    missedContradictions: row.contradicted && !isContradicted ? [row.id] : [],
    falseAlarms: !row.contradicted && isContradicted ? [row.id] : [],
    notFound: missed.map(name),
    ofOtherKind: required
      .filter((label) => !missed.includes(label) && !evidence.some((one) => one.kind === label.argues && overlap(one, label.span)))
      .map(name),
    markedNotCost: evidence.filter((one) => row.notCost.some((not) => overlap(one, spanOf(not)))).map(said),
    outside: evidence.filter((one) => !labels.some(({ span }) => overlap(one, span))).map(said),
    required: required.length,
    marks: evidence.length,
  };
}

export function financeScore(rows: readonly LabelledRow[], framework: Framework): FinanceScore {
  const all = rows.map((row) => scoreOf(row, framework));
  return {
    wrongClass: all.flatMap((one) => one.wrongClass),
    missedContradictions: all.flatMap((one) => one.missedContradictions),
    falseAlarms: all.flatMap((one) => one.falseAlarms),
    notFound: all.flatMap((one) => one.notFound),
    ofOtherKind: all.flatMap((one) => one.ofOtherKind),
    markedNotCost: all.flatMap((one) => one.markedNotCost),
    outside: all.flatMap((one) => one.outside),
    required: all.reduce((sum, one) => sum + one.required, 0),
    marks: all.reduce((sum, one) => sum + one.marks, 0),
  };
}
