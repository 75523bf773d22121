import type { Framework } from '../framework';
import type { Cell } from '../grid';
import { idFinder } from './id-finder';
import { numberRoles } from './number-roles';
import { restatedIn } from './restated-indicators';
import { eachToken, plainCharacters, type Token, tokensOf } from './text-tokens';
import { writtenIndicators } from './written-indicators';

/** "1.10" and "9.9" have one shape: digits count as such, other characters as themselves. */
const shapeOf = (id: string): string => id.replace(/\d+/g, '0');

const shapes = new WeakMap<Framework, ReadonlySet<string>>();

function shapesOf(framework: Framework): ReadonlySet<string> {
  let known = shapes.get(framework);
  if (known === undefined) shapes.set(framework, (known = new Set(framework.indicators.map(({ id }) => shapeOf(id)))));
  return known;
}

const isJoint = (token: Token | undefined): boolean => token !== undefined && !token.spaced && /^[./:-]$/.test(token.text);

/** Numbers of an id's shape that are called one, or stand by themselves, and are none of the framework's. */
function idsUnknown(text: string, framework: Framework): string[] {
  const { candidatesIn, isOutcomeWord, whole } = idFinder(framework);
  const tokens = tokensOf(text);
  return numberRoles({ framework, tokens, isOutcomeWord }, candidatesIn(tokens)).flatMap(({ indicator, role, start, end }) => {
    if (indicator !== null) return [];
    const id = tokens[start]?.text ?? '';
    // A whole number among other words counts something, unless it is called an id.
    const isBare = tokens.length === 1 || /\D/.test(id);
    if (role !== 'named' && role !== 'pointed' && !(role === 'plain' && isBare)) return [];
    if (!shapesOf(framework).has(shapeOf(id)) || whole(id) !== null) return [];
    // Part of a longer word, a date or a version: "x9.9", "9.9/25".
    const before = tokens[start - 1];
    const goesOn =
      role === 'plain' && before !== undefined && tokens[start]?.spaced === false && (before.kind === 'word' || isJoint(before));
    return goesOn || isGoingOn(tokens, end) ? [] : [id];
  });
}

function isGoingOn(tokens: readonly Token[], end: number): boolean {
  const [next, after] = [tokens[end], tokens[end + 1]];
  if (next === undefined || next.spaced) return false;
  return next.kind !== 'mark' ? next.kind !== 'line end' : isJoint(next) && after?.kind === 'number' && !after.spaced;
}

/** "7", "P9", "3,7", "3·7": what stands where an id is expected and can be nothing else. No share, sum, year or date. */
const LIKE_AN_ID = /^\p{L}{0,3}[ .-]?\d{1,2}(?:[.,·:]\d{1,2})?$/u;
/** What parts ids in a cell; a comma without a space may be a decimal one. */
const BETWEEN_IDS = /[;\n]|,\s|\s(?:and|or|&|\/)\s/u;

/** Parts of a text that are like an id and give none. */
function codesUnknown(text: string, framework: Framework): string[] {
  const { isOutcomeWord } = idFinder(framework);
  // What is written many times in one cell is looked up once.
  return [...new Set(text.split(BETWEEN_IDS).map((part) => part.trim()))].filter((part) => {
    const letters = /^\p{L}*/u.exec(part)?.[0].toLowerCase() ?? '';
    return LIKE_AN_ID.test(part) && !isOutcomeWord(letters) && writtenIndicators(part, framework).length === 0;
  });
}

/** A name of an indicator in other words is short; longer texts are remarks. */
const MOST_WORDS = 3;

/** Words that can be meant as the name of an indicator, and of no outcome. */
function isName(text: string, framework: Framework): boolean {
  const { isOutcomeWord } = idFinder(framework);
  let words = 0;
  for (const { kind, lower } of eachToken(plainCharacters(text))) {
    if (kind === 'mark') continue;
    words += 1;
    if (kind !== 'word' || isOutcomeWord(lower) || words > MOST_WORDS) return false;
  }
  return words > 0;
}

/**
 * What the text of a cell kept for indicators gives as one that the framework does not have: an id ("9.9", "P9"), or a name of a few words in
 * a cell that names none otherwise ("loneliness"). Whether such words are a mere note is for the caller to say.
 * Rule: docs/rules.md#unreadable-cells.
 */
export function unknownIndicators(text: string, framework: Framework): string[] {
  if (framework.indicators.length === 0) return [];
  const passages = restatedIn(plainCharacters(text), framework).filter(({ isRestated }) => !isRestated);
  const ids = passages.flatMap(({ passage }) => {
    const named = idsUnknown(passage, framework);
    return [...named, ...codesUnknown(passage, framework).filter((code) => !named.some((id) => code.endsWith(id)))];
  });
  if (ids.length > 0) return [...new Set(ids)];
  return isName(text, framework) && writtenIndicators(text, framework).length === 0 ? [text.trim()] : [];
}

/**
 * The ids that a number cell may have been typed as beside the one that it shows: Excel keeps 1.10 as 1.1. None where the cell shows the
 * zero, and none where the framework has no such id.
 */
export function idsWithZero(cell: Cell, framework: Framework): string[] {
  if (cell.kind !== 'number' || cell.text.trim() !== String(cell.value) || !cell.text.includes('.')) return [];
  const longer = `${cell.text.trim()}0`;
  return framework.indicators.flatMap(({ id }) => (id === longer ? [id] : []));
}
