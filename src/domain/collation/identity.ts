import type { Action } from '../reading';
import { Candidate } from './candidate';
import type { Doubt, Judgement } from './doubt';
import { grouped } from './grouped';
import type { KnownAction } from './known-action';
import { type WordCounts, fewestShared, likeness, likenessByTotals, plainWording, wordCounts, wordTotal } from './likeness';
import { matchAcross, type Renamed } from './match-across';
import { type Partner, matchBestFirst } from './match-best-first';
import { type MisplacedRef, misplacedRefs, refSent } from './misplaced-refs';
import { isSameRef, partsOfRef, refKey, refOf } from './ref-words';
import { WordingIndex } from './wording-index';

export type MatchedBy = 'ref' | 'wording' | 'likeness' | 'new';

export interface Identified {
  readonly action: Action;
  readonly ref: string;
  readonly by: MatchedBy;
}

export interface Identity {
  /** In the order of the actions given. */
  readonly identified: readonly Identified[];
  /** Known actions that nothing matched. */
  readonly gone: readonly KnownAction[];
  /** Highest number issued so far by short code; never lowered, so that no Ref is issued twice. */
  readonly counters: Readonly<Record<string, number>>;
  readonly doubts: readonly Doubt[];
  /** Directorates whose actions are found again under another. */
  readonly renamed: readonly Renamed[];
  /** Rows sent with a Ref of ours that they were not given. */
  readonly misplaced: readonly MisplacedRef[];
}

/** Below this two wordings are two actions. */
const ALIKE = 0.55;
/** From `ALIKE` up to this, the match is made and the user is asked about it. */
const SURELY_ALIKE = 0.7;
/**
 * Where the row holds words of the user's own: below this a match must be answered; up to the other one too, if the action was no longer
 * sent, or if neither its measure nor its lead is as before.
 */
const WEAKLY_ALIKE = 0.6;
const VERY_ALIKE = 0.85;
/** A Ref that this program issued, on the row, is strong evidence: the wording needs only to be possible. */
const LIKELY_WITH_REF = 0.25;

/** What the same measure and the same lead add to the likeness of the wording: a reworded row usually keeps them. */
const SAME_MEASURE = 0.12;
const SAME_LEAD = 0.03;
/** The least likeness of wording with which a pair can reach `ALIKE`; a little lower, so that rounding leaves no pair out. */
const POSSIBLY_ALIKE = ALIKE - SAME_MEASURE - SAME_LEAD - 1e-9;

/** What is known beside the actions; see `identify`. */
export interface IdentityGiven {
  /** The user's answers to earlier doubts; they go before likeness and after the same words. */
  readonly judgements?: readonly Judgement[];
  /** Short codes of the framework; without them no action is looked for under another directorate. */
  readonly codes?: ReadonlySet<string>;
  /** The plan's memory was lost and rebuilt from its sheets: what is doubtful must be answered. */
  readonly isRebuilt?: boolean;
  /** Refs of rows that hold words of the user's own, as a note or a verdict: they must not go to another action without a question. */
  readonly noted?: ReadonlySet<string>;
}

/**
 * Gives every action its Ref: the one it had, or a new one (docs/rules.md#refs).
 * One to one and best first: by a Ref of this program on the row with likely wording, by wording, by likeness within
 * the directorate, then under other directorates. A Ref counts only when this program issued it and the cell holds it as text: a
 * directorate's own numbers may be computed from the row, and change when the row moves.
 * Rule: docs/rules.md#same-action.
 *
 * @param codeOf short code of a directorate's name; `null` names none.
 */
export function identify(
  actions: readonly Action[],
  known: readonly KnownAction[],
  counters: Readonly<Record<string, number>>,
  codeOf: (directorate: string | null) => string,
  given: IdentityGiven = {},
): Identity {
  const first = identifyOnce({ actions, known, counters, codeOf }, given);
  // An answer on the command line names a Ref alone: it is said of the doubt that there is about it.
  const open = given.judgements?.filter(({ is }) => is === null) ?? [];
  const answered = first.doubts.flatMap(({ ref, is, about }): Judgement[] => {
    const answer = about === 'row of the plan' ? undefined : open.find((one) => isSameRef(one.ref, ref));
    return answer === undefined ? [] : [{ ref, is, verdict: answer.verdict }];
  });
  if (answered.length === 0) return first;
  return identifyOnce({ actions, known, counters, codeOf }, { ...given, judgements: [...(given.judgements ?? []), ...answered] });
}

interface ToIdentify {
  readonly actions: readonly Action[];
  readonly known: readonly KnownAction[];
  readonly counters: Readonly<Record<string, number>>;
  readonly codeOf: (directorate: string | null) => string;
}

function identifyOnce({ actions, known, counters, codeOf }: ToIdentify, given: IdentityGiven): Identity {
  const candidates = actions.map((action, index) => new Candidate(index, action, codeOf(action.directorate)));
  const matching = new Matching(candidates, known, given);
  matching.byRef();
  matching.byWording();
  matching.byJudgement();
  matching.byLikeness();
  const renamed = matching.acrossDirectorates();
  // By code: a workbook comes from others, and its memory may hold any word for one, "__proto__" too.
  const issued = new Map(Object.entries(counters));
  for (const { ref } of known) {
    const parts = partsOfRef(ref);
    if (parts !== null) issued.set(parts.code, Math.max(issued.get(parts.code) ?? 0, parts.number));
  }
  const identified = candidates.map(({ action, index, code }): Identified => {
    const match = matching.matchOf(index);
    if (match !== undefined) return { action, ref: match.known.ref, by: match.by };
    const number = (issued.get(code) ?? 0) + 1;
    issued.set(code, number);
    return { action, ref: refOf(code, number), by: 'new' };
  });
  return {
    identified,
    gone: matching.unmatched(),
    counters: Object.fromEntries(issued),
    doubts: matching.doubts(),
    renamed,
    misplaced: misplacedRefs(identified, known),
  };
}

const keyOf = (code: string, wording: string): string => `${code}\n${wording}`;

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
  /** Counted when first asked for, by Ref. */
  private readonly wordsOfKnown = new Map<string, WordCounts>();
  /** Plain wordings worked out so far, by the text: measures and leads are compared many times over. */
  private readonly plain = new Map<string, string>();

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly known: readonly KnownAction[],
    private readonly given: IdentityGiven,
  ) {}

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
    // A Ref that was typed anew counts as the one it means where the wording agrees (docs/rules.md#mistyped-refs).
    const byKey = new Map(this.known.map((one) => [refKey(one.ref) ?? '', one]));
    this.matchBest('ref', (candidate) => {
      const sent = refSent(candidate.action);
      if (sent === null) return null;
      const exact = byRef.get(sent);
      const known = exact ?? byKey.get(refKey(sent) ?? 'no Ref');
      if (known === undefined || this.taken.has(known.ref)) return null;
      const score = this.score(candidate, known, likeness(candidate.words, this.wordsOf(known)));
      return score >= (exact === undefined ? ALIKE : LIKELY_WITH_REF) ? { known, score } : null;
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
  byJudgement(): void {
    const open = new Map(this.unmatched().map((one) => [one.ref, one]));
    const candidates = grouped(this.unmatchedCandidates(), ({ code, wording }) => keyOf(code, wording));
    for (const { ref, is, verdict } of this.given.judgements ?? []) {
      const known = open.get(ref);
      if (known === undefined || is === null) continue;
      const worded = candidates.get(keyOf(known.code, plainWording(is))) ?? [];
      const candidate = worded.find(({ index }) => !this.matches.has(index));
      if (candidate === undefined) continue;
      if (verdict === 'new') this.ruleOut(candidate, known);
      else if (!this.taken.has(ref)) this.take(candidate, known, 'likeness');
      else continue;
      this.doubt(candidate, known, verdict, 'rewording');
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
        if (by === 'ref') return;
        const isWeak = this.isWeak(candidate, known, score);
        if (isWeak || score < SURELY_ALIKE) this.doubt(candidate, known, null, 'rewording', isWeak);
      },
    );
  }

  private ruleOut({ index }: Candidate, { ref }: KnownAction): void {
    const refs = this.ruledOut.get(index) ?? new Set();
    this.ruledOut.set(index, refs.add(ref));
  }

  /** Known actions that nothing matched, looked for under the directorates that they were not known under. */
  acrossDirectorates(): Renamed[] {
    const { codes, judgements = [] } = this.given;
    if (codes === undefined) return [];
    const sent = new Set(this.candidates.map(({ code }) => code));
    const { moves, renamed, questions } = matchAcross({
      known: this.unmatched(),
      isOpen: (code) => !codes.has(code),
      isSilent: (code) => !sent.has(code),
      codesKnown: new Set(this.known.map(({ code }) => code)),
      candidates: this.unmatchedCandidates(),
      sentUnder: (code) => this.candidates.filter((one) => one.code === code).length,
      scoresOf: this.scoresIn(this.unmatched()),
      judgements,
    });
    for (const { candidate, known, isSure, verdict } of moves) {
      if (verdict !== 'new') this.take(candidate, known, isSure ? 'wording' : 'likeness');
      if (!isSure || verdict !== null) this.doubt(candidate, known, verdict, 'moved');
    }
    for (const { from, to, index, verdict } of questions)
      this.doubted.push({
        index,
        doubt: { ref: from, was: from, is: to, verdict, about: 'directorate', mustBeAnswered: verdict === null },
      });
    return renamed;
  }

  /** The likeness of a candidate to each of these actions that is worded nearly enough like it to reach `ALIKE`. */
  private scoresIn(open: readonly KnownAction[]): (candidate: Candidate) => Partner<KnownAction>[] {
    const index = new WordingIndex(open.map((one) => this.wordsOf(one)));
    return (candidate) => {
      const partners: Partner<KnownAction>[] = [];
      const total = wordTotal(candidate.words);
      const needed = fewestShared(total, POSSIBLY_ALIKE);
      index.overlaps(candidate.words, (position, shared, others) => {
        const known = open[position];
        if (known !== undefined && shared >= needed(others))
          partners.push({ known, score: this.score(candidate, known, likenessByTotals(shared, total, others)) });
      });
      return partners;
    };
  }

  /** Whether too little speaks for a match to take words of the user's own along (docs/rules.md#doubtful-matches). */
  private isWeak({ action }: Candidate, known: KnownAction, score: number): boolean {
    if (this.given.noted?.has(known.ref) !== true || score >= VERY_ALIKE) return false;
    if (known.gone || score < WEAKLY_ALIKE) return true;
    return !this.isSame(action.measure.text, known.measure) && !this.isSame(action.ledBy.text, known.ledBy);
  }

  private doubt(
    { index, action }: Candidate,
    { ref, commitment }: KnownAction,
    verdict: Doubt['verdict'],
    about: Doubt['about'],
    isWeak = false,
  ): void {
    const mustBeAnswered = verdict === null && (about !== 'rewording' || this.given.isRebuilt === true || isWeak);
    this.doubted.push({ index, doubt: { ref, was: commitment, is: action.commitment, verdict, about, mustBeAnswered } });
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

  private wordsOf({ ref, commitment }: KnownAction): WordCounts {
    const words = this.wordsOfKnown.get(ref) ?? wordCounts(commitment);
    this.wordsOfKnown.set(ref, words);
    return words;
  }

  private unmatchedCandidates(): Candidate[] {
    return this.candidates.filter(({ index }) => !this.matches.has(index));
  }
}
