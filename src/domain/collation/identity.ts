import type { Action } from '../reading';
import { type WordCounts, fewestShared, likeness, likenessByTotals, plainWording, wordCounts, wordTotal } from './likeness';
import { type Partner, matchBestFirst } from './match-best-first';
import { WordingIndex } from './wording-index';

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

/** The code in the Refs of actions whose directorate is not known; no framework has it as a short code. */
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
 * Two wordings that the user should look at; they count as one action unless the user said that it is a new one.
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
/** From `ALIKE` up to this, the match is made and the user is asked about it. */
const SURELY_ALIKE = 0.7;
/** A Ref that this program issued, on the row, is strong evidence: the wording needs only to be possible. */
const LIKELY_WITH_REF = 0.25;

/** What the same measure and the same lead add to the likeness of the wording: a reworded row usually keeps them. */
const SAME_MEASURE = 0.12;
const SAME_LEAD = 0.03;
/** The least likeness of wording with which a pair can reach `ALIKE`; a little lower, so that rounding leaves no pair out. */
const POSSIBLY_ALIKE = ALIKE - SAME_MEASURE - SAME_LEAD - 1e-9;

interface Candidate {
  readonly index: number;
  readonly action: Action;
  readonly code: string;
  readonly wording: string;
  readonly words: WordCounts;
}

/**
 * Gives every action its Ref: the one it had, or a new one (docs/rules.md#refs).
 * One to one and best first: by a Ref of this program on the row with likely wording, by wording, by likeness within
 * the directorate. A Ref counts only when this program issued it and the cell holds it as text: a directorate's own
 * numbers may be computed from the row, and change when the row moves.
 * Rule: docs/rules.md#same-action.
 *
 * @param codeOf short code of a directorate's name; `null` names none.
 * @param judgements the user's answers to earlier doubts; they go before likeness and after the same words.
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

const keyOf = (code: string, wording: string): string => `${code}\n${wording}`;

/** Items by a key worked out for each, in their order. */
function grouped<Item>(items: readonly Item[], keyOfItem: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The unmatched known actions of one directorate, with an index of their wordings. */
interface OpenActions {
  readonly known: readonly KnownAction[];
  readonly index: WordingIndex;
}

class Matching {
  private readonly doubted: { readonly doubt: Doubt; readonly index: number }[] = [];
  /** Refs of the known actions that the user said a candidate is not, by the candidate's index. */
  private readonly ruledOut = new Map<number, Set<string>>();
  private readonly matches = new Map<number, { known: KnownAction; by: MatchedBy }>();
  private readonly taken = new Set<string>();
  private readonly wordsOfKnown: ReadonlyMap<string, WordCounts>;
  /** Plain wordings worked out so far, by the text: measures and leads are compared many times over. */
  private readonly plain = new Map<string, string>();

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly known: readonly KnownAction[],
  ) {
    this.wordsOfKnown = new Map(known.map(({ ref, commitment }) => [ref, wordCounts(commitment)]));
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
    this.matchBest('ref', (candidate) => {
      const cell = candidate.action.cells.ref?.cell;
      const known = byRef.get(candidate.action.theirRef ?? '');
      if (known === undefined || this.taken.has(known.ref) || cell?.kind !== 'text' || cell.formula !== undefined) return null;
      const score = this.score(candidate, known, likeness(candidate.words, this.wordsOf(known)));
      return score >= LIKELY_WITH_REF ? { known, score } : null;
    });
  }

  byWording(): void {
    // An action still sent comes before one no longer sent, so that a sentence that returns does not take the Ref of an action with the same words.
    const inOrder = [...this.unmatched()].sort((a, b) => Number(a.gone) - Number(b.gone));
    const open = grouped(inOrder, ({ code, commitment }) => keyOf(code, plainWording(commitment)));
    for (const candidate of this.unmatchedCandidates()) {
      const known = open.get(keyOf(candidate.code, candidate.wording))?.shift();
      if (known !== undefined) this.take(candidate, known, 'wording');
    }
  }

  /** A judgement on words that are no longer there, or on a Ref that has found its row by them, changes nothing. */
  byJudgement(judgements: readonly Judgement[]): void {
    const open = new Map(this.unmatched().map((one) => [one.ref, one]));
    const candidates = grouped(this.unmatchedCandidates(), ({ code, wording }) => keyOf(code, wording));
    for (const { ref, is, verdict } of judgements) {
      const known = open.get(ref);
      if (known === undefined) continue;
      const worded = candidates.get(keyOf(known.code, plainWording(is))) ?? [];
      const candidate = worded.find(({ index }) => !this.matches.has(index));
      if (candidate === undefined) continue;
      if (verdict === 'new') this.ruleOut(candidate, known);
      else if (!this.taken.has(ref)) this.take(candidate, known, 'likeness');
      else continue;
      this.doubt(candidate, known, verdict);
    }
  }

  byLikeness(): void {
    const open = new Map<string, OpenActions>();
    for (const [code, known] of grouped(this.unmatched(), (one) => one.code)) {
      open.set(code, { known, index: new WordingIndex(known.map((one) => this.wordsOf(one))) });
    }
    this.matchBest('likeness', (candidate) => this.mostAlike(candidate, open.get(candidate.code)));
  }

  /** Of equal scores the one first reached by the candidate's words, in their order. */
  private mostAlike(candidate: Candidate, open: OpenActions | undefined): Partner<KnownAction> | null {
    const candidateTotal = wordTotal(candidate.words);
    const needed = fewestShared(candidateTotal, POSSIBLY_ALIKE);
    const ruledOut = this.ruledOut.get(candidate.index);
    let best: KnownAction | undefined;
    let highest = 0;
    open?.index.overlaps(candidate.words, (position, shared, total) => {
      const known = open.known[position];
      if (shared < needed(total) || known === undefined) return;
      const score = this.score(candidate, known, likenessByTotals(shared, candidateTotal, total));
      if (score < ALIKE || score <= highest || this.taken.has(known.ref) || ruledOut?.has(known.ref) === true) return;
      best = known;
      highest = score;
    });
    return best === undefined ? null : { known: best, score: highest };
  }

  private matchBest(by: 'ref' | 'likeness', bestPartner: (candidate: Candidate) => Partner<KnownAction> | null): void {
    matchBestFirst(
      this.unmatchedCandidates(),
      bestPartner,
      ({ ref }) => !this.taken.has(ref),
      (candidate, { known, score }) => {
        this.take(candidate, known, by);
        if (by === 'likeness' && score < SURELY_ALIKE) this.doubt(candidate, known, null);
      },
    );
  }

  private ruleOut({ index }: Candidate, { ref }: KnownAction): void {
    const refs = this.ruledOut.get(index) ?? new Set();
    this.ruledOut.set(index, refs.add(ref));
  }

  private doubt({ index, action }: Candidate, { ref, commitment }: KnownAction, verdict: Doubt['verdict']): void {
    this.doubted.push({ index, doubt: { ref, was: commitment, is: action.commitment, verdict } });
  }

  private take(candidate: Candidate, known: KnownAction, by: MatchedBy): void {
    this.matches.set(candidate.index, { known, by });
    this.taken.add(known.ref);
  }

  /** @param wording the likeness of the two commitments. */
  private score({ action }: Candidate, known: KnownAction, wording: number): number {
    if (wording === 0) return 0;
    const measure = this.isSame(action.measure.text, known.measure) ? SAME_MEASURE : 0;
    const lead = this.isSame(action.ledBy.text, known.ledBy) ? SAME_LEAD : 0;
    return Math.min(1, wording + (measure + lead));
  }

  /** An empty cell is the same as no other. */
  private isSame(now: string, before: string): boolean {
    return now !== '' && this.plainWording(now) === this.plainWording(before);
  }

  private plainWording(text: string): string {
    const plain = this.plain.get(text) ?? plainWording(text);
    this.plain.set(text, plain);
    return plain;
  }

  private wordsOf({ ref }: KnownAction): WordCounts {
    return this.wordsOfKnown.get(ref) ?? new Map<string, number>();
  }

  private unmatchedCandidates(): Candidate[] {
    return this.candidates.filter(({ index }) => !this.matches.has(index));
  }
}
