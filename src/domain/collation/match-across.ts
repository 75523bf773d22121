import { counted } from '../wording';
import type { Candidate } from './candidate';
import type { Judgement } from './doubt';
import { grouped } from './grouped';
import type { KnownAction } from './known-action';
import { plainWording } from './likeness';
import type { Partner } from './match-best-first';

/** "GET is now EGT: 14 actions are found again there and keep their Refs." */
export function renamedInWords({ from, to, actions }: Renamed): string {
  return `${from} is now ${to}: ${counted(actions, 'action')} ${actions === 1 ? 'is' : 'are'} found again there and ${actions === 1 ? 'keeps its Ref' : 'keep their Refs'}.`;
}

/** A directorate whose actions are found again under another: the framework calls it otherwise, or its tables do. */
export interface Renamed {
  /** Short codes. */
  readonly from: string;
  readonly to: string;
  /** Actions found again; they keep their Refs. */
  readonly actions: number;
}

interface Move {
  readonly candidate: Candidate;
  readonly known: KnownAction;
  /** With its whole directorate. An action that moved alone is asked about. */
  readonly isSure: boolean;
  readonly verdict: Judgement['verdict'] | null;
}

interface Across {
  readonly moves: readonly Move[];
  readonly renamed: Renamed[];
  /** About a whole directorate; `index` is the first action's. `from` is a short code, `to` a name. */
  readonly questions: readonly { readonly from: string; readonly to: string; readonly index: number; readonly verdict: Move['verdict'] }[];
}

export interface AcrossGiven {
  /** Known actions that nothing matched, and actions that matched none. */
  readonly known: readonly KnownAction[];
  readonly candidates: readonly Candidate[];
  /** Whether the framework has no directorate of this code: its actions can only be found under another. */
  readonly isOpen: (code: string) => boolean;
  /** Whether nothing was sent under this code. */
  readonly isSilent: (code: string) => boolean;
  /** Codes under which the last run knew an action. */
  readonly codesKnown: ReadonlySet<string>;
  /** How many actions were sent under a code. */
  readonly sentUnder: (code: string) => number;
  readonly scoresOf: (candidate: Candidate) => readonly Partner<KnownAction>[];
  readonly judgements: readonly Judgement[];
}

/** Within a directorate that is another's by a new name, wordings are as like as within one directorate. */
const ALIKE = 0.7;
/** An action that moved alone must be worded nearly as before. */
const VERY_ALIKE = 0.85;

interface Pair {
  readonly candidate: Candidate;
  readonly known: KnownAction;
  readonly score: number;
}

/**
 * Finds actions under a directorate that they were not known under: one to one and best first (docs/rules.md#moved-actions).
 * - All of a directorate's, under another name: made without a question where the framework has the old one no more, or where all rows of a
 *   directorate that is new to the plan agree; asked once where only most do.
 * - One alone: gone from a directorate that sent its table, and new in another's. Made, and asked about.
 */
export function matchAcross(given: AcrossGiven): Across {
  const pairs = pairsOf(given);
  const isRename = ({ candidate, known }: Pair): boolean =>
    given.isOpen(known.code) || (given.isSilent(known.code) && !given.codesKnown.has(candidate.code));
  const taken = new Set<unknown>();
  const free = (list: readonly Pair[], least: number): Pair[] => {
    return list.filter((pair) => {
      if (pair.score < least || taken.has(pair.known) || taken.has(pair.candidate)) return false;
      taken.add(pair.known).add(pair.candidate);
      return true;
    });
  };
  const renames = grouped(free(pairs.filter(isRename), ALIKE), ({ known, candidate }) => `${known.code}\n${candidate.code}`);
  const moves: Move[] = [];
  const renamed: Renamed[] = [];
  const questions: Across['questions'][number][] = [];
  for (const found of renames.values()) {
    const [first] = found;
    if (first === undefined) continue;
    const from = first.known.code;
    const to = first.candidate.code;
    const share = found.length / given.sentUnder(to);
    const own = given.known.filter(({ code, gone }) => code === from && !gone).length;
    const isSure = given.isOpen(from) || (share === 1 && found.length >= 2 && found.length >= own / 2);
    if (!isSure && share < 0.5) continue;
    const name = first.candidate.action.directorate ?? to;
    const verdict = isSure ? null : (given.judgements.find(({ ref, is }) => ref === from && is === name)?.verdict ?? null);
    if (!isSure) questions.push({ from, to: name, index: Math.min(...found.map(({ candidate }) => candidate.index)), verdict });
    if (verdict === 'new') continue;
    renamed.push({ from, to, actions: found.length });
    moves.push(...found.map(({ candidate, known }): Move => ({ candidate, known, isSure: true, verdict: null })));
  }
  const alone = pairs.filter(({ known }) => !known.gone && !given.isOpen(known.code) && !given.isSilent(known.code));
  for (const { candidate, known } of free(alone, VERY_ALIKE)) {
    const said = given.judgements.find(({ ref, is }) => ref === known.ref && is !== null && plainWording(is) === candidate.wording);
    moves.push({ candidate, known, isSure: false, verdict: said?.verdict ?? null });
  }
  return { moves, renamed, questions };
}

/** The same words first, then the likest; of equal ones in the order of the actions. */
function pairsOf({ known, candidates, scoresOf }: AcrossGiven): Pair[] {
  if (known.length === 0) return [];
  const pairs = candidates.flatMap((candidate) =>
    scoresOf(candidate).flatMap((partner): Pair[] => {
      if (partner.known.code === candidate.code || partner.score < ALIKE) return [];
      const isSame = plainWording(partner.known.commitment) === candidate.wording;
      return [{ candidate, known: partner.known, score: isSame ? 2 : partner.score }];
    }),
  );
  return pairs.sort((a, b) => b.score - a.score || a.candidate.index - b.candidate.index);
}
