import type { Token } from './clauses';
import { AGAINST, markOver, type MarkRule } from './mark';
import { CAPITAL_MONEY, CAPITAL_WORKS, DETERMINERS, isFirm, PHRASE_ENDS } from './money-nouns';
import { phraseFrom } from './phrase';
import { isDenied, isHistory, standingInClause } from './standing';

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
const AWARDING = /^(?:re-?)?(?:award|let|sign|extend|renew|tender|place|vary|mobilise)(?:ing|ting)?$/;
const AWARDED = /^(?:re-?)?(?:awarded|award|let|signed|procured|extended|renewed|starts?|commences?|mobilised|mobilisation)$/;
const FRESH = new Set(['new', 'replacement', 'additional', 'renewed', 'revised', 'second', 'further']);
const BUYING = /^(?:re-?)?(?:procurement|purchase|purchasing|commissioning|acquisition|hire|lease|outsourcing)$/;
const BRINGING = /^(?:engag|us|appoint|employ|hir|instruct|contract)(?:e|ing)?$|^bring(?:ing)?$/;

type Found = readonly [from: number, to: number];

function contractAt(tokens: readonly Token[], at: number): Found | null {
  for (let place = at - 1; place >= Math.max(0, at - 3); place -= 1) {
    const word = lowerAt(tokens, place);
    if (PHRASE_ENDS.has(word) || word === 'and') break;
    if (FRESH.has(word) || AWARDING.test(word)) return [place, placeEnd(tokens, at)];
  }
  const isAwarded = AWARDED.test(lowerAt(tokens, at + 1));
  return isAwarded || placeEnd(tokens, at) > at ? [at, isAwarded ? at + 1 : placeEnd(tokens, at)] : null;
}

/** "contracts in place" ends with "place". */
const placeEnd = (tokens: readonly Token[], at: number): number =>
  lowerAt(tokens, at + 1) === 'in' && lowerAt(tokens, at + 2) === 'place' ? at + 2 : at;

function tenderAt(tokens: readonly Token[], at: number): Found | null {
  if (lowerAt(tokens, at - 1) === 'to' && ['out', 'invitation', 'go', 'going'].includes(lowerAt(tokens, at - 2))) return [at - 2, at];
  if (
    /^(?:issu|publish|launch|advertis|run|open|evaluat)/.test(lowerAt(tokens, at - 1)) ||
    /^(?:issu|publish|launch)/.test(lowerAt(tokens, at - 2))
  )
    return [at - 1, at];
  return /^(?:issued|published|awarded|launched|process|exercise|closes|returned)$/.test(lowerAt(tokens, at + 1)) ? [at, at + 1] : null;
}

function boughtAt(tokens: readonly Token[], at: number): Found | null {
  if (lowerAt(tokens, at + 1) !== 'of') return null;
  const object = phraseFrom(tokens, at + 2);
  const isCommissioning = lowerAt(tokens, at).endsWith('commissioning');
  const next = tokens[at + 2];
  if (object === null || (isCommissioning && !(next !== undefined && (DETERMINERS.has(next.lower) || next.isNumber)))) return null;
  return [at, object.to];
}

const CONTRACT_ONLY = /^(?:managers?|management|monitoring|officers?|team|law)$/;

function buyingAt(tokens: readonly Token[], at: number): Found | null {
  const word = lowerAt(tokens, at);
  if (/^contracts?$/.test(word)) {
    const found = CONTRACT_ONLY.test(lowerAt(tokens, at + 1)) ? null : contractAt(tokens, at);
    if (found !== null) return found;
  }
  if (/^tenders?$/.test(word)) return tenderAt(tokens, at);
  if (BUYING.test(word)) return boughtAt(tokens, at);
  if (BRINGING.test(word)) {
    const object = phraseFrom(tokens, lowerAt(tokens, at + 1) === 'in' ? at + 2 : at + 1);
    return object !== null && isFirm(lowerAt(tokens, object.to)) ? [at, object.to] : null;
  }
  return null;
}

const SUPPLIED = /^(?:provided|delivered|supplied|run|operated)$/;
const SERVICE = /^(?:service|services|offer|contract|platform|system|scheme|programme|line|helpline)$/;
const PUBLIC =
  /^(?:council|kcc|nhs|icb|icbs|public|government|district|districts|borough|county|health|kent|medway|officers|staff|volunteers|school|schools|police|university|dwp|gps?)$/;

/** "Service provided by Argenti": a firm is paid already, so it contradicts nothing. */
function suppliedAt(tokens: readonly Token[], at: number): Found | null {
  if (!SUPPLIED.test(lowerAt(tokens, at)) || !SERVICE.test(lowerAt(tokens, at - 1)) || lowerAt(tokens, at + 1) !== 'by') return null;
  const firm = tokens[at + 2];
  if (firm?.isCapital !== true || PUBLIC.test(firm.lower)) return null;
  let from = at - 1;
  while (from > 0 && at - from < 4 && tokens[from - 1]?.isCapital === true) from -= 1;
  return [from, at + 2];
}

/** Contracts, tenders and purchases told without a verb of buying. */
export const buyingMarks: MarkRule = {
  beginsAt: (lower) => /^(?:contracts?|tenders?)$/.test(lower) || [SUPPLIED, BUYING, BRINGING].some((words) => words.test(lower)),
  marksAt(clause, at, { field, planYear }) {
    const { tokens } = clause;
    if (field === 'ledBy') return [];
    const supplied = suppliedAt(tokens, at);
    if (supplied !== null) return markOver(clause, [...supplied], 'procurement', AGAINST.nothing);
    const found = buyingAt(tokens, at);
    if (found === null || isDenied(tokens, found[0]) || isHistory(tokens, at, planYear)) return [];
    const standing = standingInClause(tokens, found[0]);
    return standing === null ? [] : markOver(clause, [...found], 'procurement', AGAINST.lowCost, { standing });
  },
};

/** "capital works", "capital funding"; capital cities, social capital and capital letters are none. */
export const capitalMarks: MarkRule = {
  beginsAt: (lower) => lower === 'capital',
  marksAt(clause, at, { field }) {
    const { tokens } = clause;
    const next = lowerAt(tokens, at + 1);
    if (field === 'ledBy' || (!CAPITAL_WORKS.has(next) && !CAPITAL_MONEY.has(next)) || isDenied(tokens, at)) return [];
    if (/^(?:social|human|cultural|natural|working)$/.test(lowerAt(tokens, at - 1))) return [];
    const standing = standingInClause(tokens, at);
    if (standing === null) return [];
    return markOver(clause, [at, at + 1], 'capital', CAPITAL_WORKS.has(next) ? AGAINST.lowCost : AGAINST.noCost, { standing });
  },
};
