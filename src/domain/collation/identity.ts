import type { Action } from '../reading';
import { likeness, plainWording, wordCounts } from './likeness';

/** An action as the last run knew it. */
export interface KnownAction {
  readonly ref: string;
  /** Short code of the directorate it was issued under, or `NO_DIRECTORATE`. */
  readonly code: string;
  readonly commitment: string;
  readonly measure: string;
  readonly ledBy: string;
  /** Whether the last run already found it no longer sent. */
  readonly gone: boolean;
}

/** Refs of actions whose directorate nobody could tell; never a short code of a framework, which has no hyphen and no such word. */
export const NO_DIRECTORATE = 'TBC';

export type MatchedBy = 'ref' | 'wording' | 'likeness' | 'new';

export interface Identified {
  readonly action: Action;
  readonly ref: string;
  readonly by: MatchedBy;
}

/** What the user said of a doubt: the same action reworded, or a new one. */
export interface Judgement {
  readonly ref: string;
  /** The wording of this time, whichever file it comes from. */
  readonly is: string;
  readonly verdict: 'same' | 'new';
}

/**
 * Two wordings that a person should look at; taken for one action unless the user said that it is a new one.
 * Rule: docs/rules.md#doubtful-matches.
 */
export interface Doubt {
  readonly ref: string;
  readonly was: string;
  readonly is: string;
  /** Null while the user has not said. */
  readonly verdict: Judgement['verdict'] | null;
}

export interface Identity {
  /** In the order of the actions given. */
  readonly identified: readonly Identified[];
  /** Known actions that nothing matched. */
  readonly gone: readonly KnownAction[];
  /** Highest number issued so far by short code; never lowered, so that no Ref is issued twice. */
  readonly counters: Readonly<Record<string, number>>;
  readonly doubts: readonly Doubt[];
}

/** Below this two wordings are two actions. */
const ALIKE = 0.55;
/** Between the two, the match is made and put to the user. */
const SURELY_ALIKE = 0.7;
/** A Ref of ours on the row is strong evidence: the wording needs only to be possible. */
const LIKELY_WITH_REF = 0.25;

interface Candidate {
  readonly index: number;
  readonly action: Action;
  readonly code: string;
  readonly wording: string;
  readonly words: ReadonlyMap<string, number>;
}

/**
 * Gives every action its Ref: the one it had, or a new one (docs/rules.md#refs).
 * One to one and best first: by our own Ref on the row with likely wording, by wording, by likeness within the
 * directorate. A Ref counts only when it is one we issued and is held as text: a directorate's own numbering
 * may be computed from the row, and moves with it.
 * Rule: docs/rules.md#same-action.
 *
 * @param codeOf short code of a directorate's name; `null` names none.
 * @param judgements what the user said of earlier doubts; goes before likeness and after the same words.
 */
export function identify(
  actions: readonly Action[],
  known: readonly KnownAction[],
  counters: Readonly<Record<string, number>>,
  codeOf: (directorate: string | null) => string,
  judgements: readonly Judgement[] = [],
): Identity {
  const candidates = actions.map((action, index): Candidate => {
    return {
      index,
      action,
      code: codeOf(action.directorate),
      wording: plainWording(action.commitment),
      words: wordCounts(action.commitment),
    };
  });
  const matching = new Matching(candidates, known);
  matching.byRef();
  matching.byWording();
  matching.byJudgement(judgements);
  matching.byLikeness();
  const issued: Record<string, number> = { ...counters };
  for (const { ref, code } of known) issued[code] = Math.max(issued[code] ?? 0, numberOf(ref));
  const identified = candidates.map(({ action, index, code }): Identified => {
    const match = matching.matchOf(index);
    if (match !== undefined) return { action, ref: match.known.ref, by: match.by };
    issued[code] = (issued[code] ?? 0) + 1;
    return { action, ref: refOf(code, issued[code]), by: 'new' };
  });
  return { identified, gone: matching.unmatched(), counters: issued, doubts: matching.doubts() };
}

/** "ASC-11"; two digits at least, so that a short list sorts as it counts. */
function refOf(code: string, number: number): string {
  return `${code}-${String(number).padStart(2, '0')}`;
}

function numberOf(ref: string): number {
  return Number(/-(\d+)$/.exec(ref)?.[1] ?? 0);
}

const pairOf = ({ index }: Candidate, { ref }: KnownAction): string => `${String(index)} ${ref}`;

class Matching {
  private readonly doubted: { readonly doubt: Doubt; readonly index: number }[] = [];
  /** Pairs that the user said are two actions, by `pairOf`. */
  private readonly apart = new Set<string>();
  private readonly matches = new Map<number, { known: KnownAction; by: MatchedBy }>();
  private readonly taken = new Set<string>();
  private readonly wordsOfKnown = new Map<string, ReadonlyMap<string, number>>();

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly known: readonly KnownAction[],
  ) {
    for (const one of known) this.wordsOfKnown.set(one.ref, wordCounts(one.commitment));
  }

  matchOf(index: number): { known: KnownAction; by: MatchedBy } | undefined {
    return this.matches.get(index);
  }

  /** In the order of the actions, so that an answer moves none of them. */
  doubts(): Doubt[] {
    return [...this.doubted].sort((a, b) => a.index - b.index).map(({ doubt }) => doubt);
  }

  unmatched(): KnownAction[] {
    return this.known.filter(({ ref }) => !this.taken.has(ref));
  }

  /** Of several rows that carry one Ref (it was copied), the one worded most like it keeps it. */
  byRef(): void {
    const byRef = new Map(this.known.map((one) => [one.ref, one]));
    const pairs = this.candidates.flatMap((candidate) => {
      const cell = candidate.action.cells.ref?.cell;
      const known = byRef.get(candidate.action.theirRef ?? '');
      if (known === undefined || cell?.kind !== 'text' || cell.formula !== undefined) return [];
      return [{ candidate, known, score: this.score(candidate, known) }];
    });
    this.takeBest(
      pairs.filter(({ score }) => score >= LIKELY_WITH_REF),
      'ref',
    );
  }

  byWording(): void {
    const open = new Map<string, KnownAction[]>();
    // An action still sent comes before one that went, so a sentence that returns does not take the Ref of its living twin.
    for (const one of [...this.open()].sort((a, b) => Number(a.gone) - Number(b.gone))) {
      const key = `${one.code}\n${plainWording(one.commitment)}`;
      open.set(key, [...(open.get(key) ?? []), one]);
    }
    for (const candidate of this.unmatchedCandidates()) {
      const known = open.get(`${candidate.code}\n${candidate.wording}`)?.shift();
      if (known !== undefined) this.take(candidate, known, 'wording');
    }
  }

  /** A judgement on words that are not there any more, or on a Ref that has found its row by them, changes nothing. */
  byJudgement(judgements: readonly Judgement[]): void {
    const open = new Map(this.open().map((one) => [one.ref, one]));
    for (const { ref, is, verdict } of judgements) {
      const known = open.get(ref);
      const wording = plainWording(is);
      const candidate = this.unmatchedCandidates().find((one) => one.code === known?.code && one.wording === wording);
      if (known === undefined || candidate === undefined) continue;
      if (verdict === 'new') this.apart.add(pairOf(candidate, known));
      else if (!this.taken.has(ref)) this.take(candidate, known, 'likeness');
      else continue;
      this.doubt(candidate, known, verdict);
    }
  }

  byLikeness(): void {
    const index = new Map<string, KnownAction[]>();
    for (const one of this.open()) {
      for (const word of this.wordsOfKnown.get(one.ref)?.keys() ?? []) index.set(word, [...(index.get(word) ?? []), one]);
    }
    const pairs = this.unmatchedCandidates().flatMap((candidate) => {
      const near = new Set([...candidate.words.keys()].flatMap((word) => index.get(word) ?? []));
      return [...near]
        .filter((known) => known.code === candidate.code && !this.apart.has(pairOf(candidate, known)))
        .map((known) => ({ candidate, known, score: this.score(candidate, known) }));
    });
    this.takeBest(
      pairs.filter(({ score }) => score >= ALIKE),
      'likeness',
    );
  }

  private takeBest(pairs: { candidate: Candidate; known: KnownAction; score: number }[], by: MatchedBy): void {
    for (const { candidate, known, score } of pairs.sort((a, b) => b.score - a.score || a.candidate.index - b.candidate.index)) {
      if (this.matches.has(candidate.index) || this.taken.has(known.ref)) continue;
      this.take(candidate, known, by);
      if (by === 'likeness' && score < SURELY_ALIKE) this.doubt(candidate, known, null);
    }
  }

  private doubt({ index, action }: Candidate, { ref, commitment }: KnownAction, verdict: Doubt['verdict']): void {
    this.doubted.push({ index, doubt: { ref, was: commitment, is: action.commitment, verdict } });
  }

  private take(candidate: Candidate, known: KnownAction, by: MatchedBy): void {
    this.matches.set(candidate.index, { known, by });
    this.taken.add(known.ref);
  }

  /** Likeness of the wording, nudged by the same measure and lead: a reworded row usually keeps them. */
  private score(candidate: Candidate, known: KnownAction): number {
    const wording = likeness(candidate.words, this.wordsOfKnown.get(known.ref) ?? new Map<string, number>());
    const same = (a: string, b: string): boolean => a !== '' && plainWording(a) === plainWording(b);
    const kept =
      (same(candidate.action.measure.text, known.measure) ? 0.12 : 0) + (same(candidate.action.ledBy.text, known.ledBy) ? 0.03 : 0);
    return wording === 0 ? 0 : Math.min(1, wording + kept);
  }

  private open(): KnownAction[] {
    return this.known.filter(({ ref }) => !this.taken.has(ref));
  }

  private unmatchedCandidates(): Candidate[] {
    return this.candidates.filter(({ index }) => !this.matches.has(index));
  }
}
