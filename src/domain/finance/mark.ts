import type { Cost } from '../cost';
import type { Clause } from './clauses';
import type { EvidenceField, EvidenceKind } from './evidence';
import type { Standing } from './standing';

/** Evidence in one text, before overlaps are settled. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: EvidenceKind;
  readonly against: readonly Cost[];
  /** Stems of what was counted, for words of other fields that take them up ("Connectors in place"). */
  readonly head?: string;
  readonly sentence: number;
}

/** What the rules of one text need beside its clauses. */
export interface FieldContext {
  readonly field: EvidenceField;
  /** Years before it are history. */
  readonly planYear: number;
}

/** A rule that looks for evidence at each word of a clause. */
export interface MarkRule {
  /** Whether what it looks for may stand at a word, judged by that word alone, in small letters: `marksAt` finds nothing at any other. */
  readonly beginsAt: (lower: string) => boolean;
  readonly marksAt: (clause: Clause, at: number, context: FieldContext) => readonly Mark[];
}

/**
 * What a cost cell must not say beside each kind (docs/rules.md#cost-contradicted): any cost contradicts no cost, a large one low cost as
 * well, and money that is not agreed contradicts that the action is funded.
 */
export const AGAINST = {
  nothing: [],
  noCost: ['no cost'],
  lowCost: ['no cost', 'low cost'],
  funded: ['no cost', 'funded'],
} as const satisfies Readonly<Record<string, readonly Cost[]>>;

/** A mark over tokens of a clause, both places included; what is only explored contradicts nothing. */
export function markOver(
  { tokens, sentence }: Clause,
  [from, to]: readonly [number, number],
  kind: EvidenceKind,
  against: readonly Cost[],
  more: { readonly standing?: Standing; readonly head?: string } = {},
): Mark[] {
  const first = tokens[Math.max(0, from)];
  const last = tokens[Math.min(to, tokens.length - 1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      start: first.start,
      end: last.end,
      kind,
      against: more.standing === 'explored' ? AGAINST.nothing : against,
      sentence,
      ...(more.head === undefined ? {} : { head: more.head }),
    },
  ];
}
