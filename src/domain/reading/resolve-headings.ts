import { type Framework, outcomeNames } from '../framework';
import { type Cell, textCell } from '../grid';
import { writtenIndicators } from '../indicators';
import { numberedCode, readOutcomes } from '../outcomes';
import { readTimescale } from '../timescale';
import { type AssignedCell, assignMeanings, meaningsOf } from './assign-headings';
import { saysWhen } from './column-evidence';
import type { Header } from './find-headers';
import { isOtherDate, roleOf } from './column-role';
import type { HeadingKey } from './heading-keys';
import { FIRM, type HeadingMatcher } from './heading-matcher';
import { type SheetView, shownText } from './sheet-view';
import { coreIn, rulesOf } from './table-kinds';
import { sampleBelow } from './table-sample';

/**
 * Whether a cell begins with an outcome's code, also mistyped with a zero for the letter O, or is a list of codes. Numbers alone and single
 * letters are ranks and counts as well, so they tell nothing under a heading that is not known.
 */
function codeTest({ outcomes }: Framework, isHeadingKnown: boolean): (text: string) => boolean {
  const prefixes = new Set(outcomes.flatMap(({ code }) => numberedCode(code)?.prefix ?? []).filter((prefix) => prefix !== ''));
  const letters = [...prefixes].map((prefix) => prefix.replace(/[^\p{L}]+/gu, '.?').replace(/o/g, '[o0]'));
  const pattern = letters.length === 0 ? null : new RegExp(`^\\s*(?:${letters.join('|')})[\\s.-]?\\d`, 'iu');
  const codes = new Set(outcomes.map(({ code }) => code.toLowerCase()));
  const isTelling = (code: string): boolean => isHeadingKnown || (code.length > 1 && !/^\d+$/.test(code));
  return (text) => {
    const parts = text
      .toLowerCase()
      .split(/(?:(?<!\s)\s+)?[,;&/\n]\s*|(?<!\s)\s+and\s+/)
      .filter((part) => part !== '');
    return pattern?.test(text) === true || (parts.every((part) => codes.has(part)) && parts.some(isTelling));
  };
}

/** Words over a column of codes that are the council's for an outcome; over other cells they mean something else. */
const MAY_BE_OUTCOMES =
  /^\s*(?:link(?:s|ed)? to )?(?:our |strategic |key |council )*(?:outcome|goal|priorit(?:y|ie)|objective|aim|ambition|theme|pillar|mission)s?(?: (?:code|no|number|ref))?\W*$/i;
const MOST = 0.8;
/** As sure as the words of the program's own. */
const OWN_WORD = 0.98;

/** Whether a heading is what the council's framework calls an outcome. */
function ownWordTest({ words }: Framework): (text: string) => boolean {
  if (words.outcome === undefined) return () => false;
  const { one, many } = outcomeNames({ words });
  const own = new Set(
    [one, many].flatMap((word) => ['', 'link to ', 'links to ', 'which '].map((before) => `${before}${word}`.toLowerCase())),
  );
  return (text) =>
    own.has(
      text
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/(?<![.:*])[.:*]+$/, '')
        .replace(/ ?(?:code|no|number|ref)?$/i, '')
        .toLowerCase(),
    );
}

const lowestWords = ({ texts }: AssignedCell): string => texts.at(-1) ?? '';

const shareOf = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

/**
 * Where two columns could have the same heading by their words, the cells below decide: the outcome column is the one with outcome codes, and a
 * "Priority" column of High, Medium and Low is no theme. A column of outcome codes under unknown words is likely the outcome.
 */
export function resolveHeadings(view: SheetView, header: Header, framework: Framework, matcher: HeadingMatcher): Header {
  if (!rulesOf(header.kind).hasOutcomeColumn) return header;
  const sampleOf = (cell: AssignedCell | undefined): string[] =>
    cell === undefined ? [] : sampleBelow(view, header, cell, matcher.isHeading).map(shownText);
  const isByCells = header.cells.some(({ byCells }) => byCells === true);
  const [tells, mayBe] = [codeTest(framework, false), codeTest(framework, true)];
  const isOwnWord = ownWordTest(framework);
  const meanings = header.cells.map((cell) => {
    const all = meaningsOf(cell, header.cells, matcher, true);
    const list = isByCells && cell.byCells !== true ? all.filter(({ key }) => key !== 'commitment') : all;
    if (cell.setByUser !== true && isOwnWord(lowestWords(cell))) {
      // "Priority" may be the council's outcome and, over sentences, the commitment.
      const sample = sampleOf(cell);
      const holdsCodes = sample.length === 0 || shareOf(sample, mayBe) > 0.5;
      if (holdsCodes || !list.some(({ key }) => key === 'commitment')) return [{ key: 'sharedOutcome' as const, strength: OWN_WORD }];
    }
    return cell.strength > 0 && list.length === 0 && cell.key !== null ? [{ key: cell.key, strength: cell.strength }] : list;
  });
  const wanting = meanings.flatMap((list, index) => (list.some(({ key }) => key === 'sharedOutcome') ? [index] : []));
  const taken = header.cells.some((cell) => cell.key === 'sharedOutcome');
  const resolved = header.cells.map((cell, index) => {
    const list = meanings[index] ?? [];
    const competes = wanting.length > 1 && wanting.includes(index);
    const couldBeGoals = !taken && MAY_BE_OUTCOMES.test(lowestWords(cell));
    if (!competes && !couldBeGoals && (taken || list.length > 0)) return list;
    const codes = shareOf(sampleOf(cell), competes ? mayBe : tells);
    if (competes)
      return list.map((meaning) =>
        meaning.key === 'sharedOutcome' ? { ...meaning, strength: meaning.strength * (0.3 + 0.7 * codes) } : meaning,
      );
    if (couldBeGoals && list.length > 0 && codes < MOST) return list;
    return codes > 0.5 ? [{ key: 'sharedOutcome' as const, strength: 0.7 }] : list;
  });
  const cellsOf = (cell: AssignedCell): Cell[] => sampleBelow(view, header, cell, matcher.isHeading);
  const dated = resolved.map((list, index) => asTime(list, header.cells[index], cellsOf));
  const measured = dated.map((list, index) => asMeasure(list, dated, () => sampleOf(header.cells[index]), framework));
  // Steps in words are no timescale, though the table has no other.
  const mayBeTime = (cell: AssignedCell): boolean => {
    const sample = cellsOf(cell);
    return sample.length === 0 || sample.filter((one) => readTimescale(one).items > 0).length * 2 >= sample.length;
  };
  const main = measured.map((list, index) => withoutFurther(header.cells, measured, list, index));
  const filled = withFilledFirst(header, main, (cell) => sampleOf(cell).length > 0);
  const cells = wordsAsMeasure(assignMeanings(header.cells, filled), sampleOf, framework)
    .map((cell, index) => restored(header.cells[index], cell))
    .map((cell) => {
      if (cell.key !== 'theme' || cell.strength >= 0.8) return cell;
      const ranks = shareOf(sampleOf(cell), (text) => /^(?:high|medium|med|low|urgent|critical|[hml]|p?\d)$/i.test(text));
      return ranks > 0.5 ? { ...cell, key: null, strength: 0 } : cell;
    })
    .map((cell, _, all): AssignedCell => {
      const has = (key: HeadingKey): boolean => all.some((one) => one.key === key);
      if (cell.key === 'milestone' && !has('timescale') && mayBeTime(cell)) return { ...cell, key: 'timescale', strength: LIKELY };
      return isComment(cell) && has('status') && !has('progress') ? { ...cell, key: 'progress', strength: LIKELY } : cell;
    });
  const core = coreIn((key) => cells.some((cell) => cell.key === key)).length;
  const whole = cells.some((cell) => cell.key === 'commitment') && core >= 1;
  return whole ? { ...header, cells } : header;
}

/** "Target" over dates is the timescale, over anything else the measure. */
function asTime(list: Meanings, cell: AssignedCell | undefined, cellsOf: (cell: AssignedCell) => readonly Cell[]): Meanings {
  const [measure, timescale] = (['measure', 'timescale'] as const).map((key) => list.find((meaning) => meaning.key === key));
  if (cell === undefined || measure === undefined || timescale === undefined || timescale.strength > measure.strength) return list;
  const sample = cellsOf(cell);
  const isTime = sample.length > 0 && sample.filter((one) => saysWhen(one, 0)).length * 2 > sample.length;
  return isTime ? [{ ...timescale, strength: measure.strength }, ...list.filter(({ key }) => key !== 'timescale')] : list;
}

/** A column of indicators in words, none of them the logframe's, is the measure where no other column is beyond doubt. */
function asMeasure(list: Meanings, all: readonly Meanings[], sample: () => readonly string[], framework: Framework): Meanings {
  if (list[0]?.key !== 'indicator' || all.some((other) => other.some(({ key, strength }) => key === 'measure' && strength >= FIRM)))
    return list;
  const texts = sample();
  const isNamed = texts.some((text) => writtenIndicators(text, framework).length > 0);
  return texts.length === 0 || isNamed ? list : [{ key: 'measure', strength: FIRM }];
}

/** A beginning, a helper, a baseline gives way to the column that the field itself has; a date of something else is no timescale. */
function withoutFurther(cells: readonly AssignedCell[], all: readonly Meanings[], list: Meanings, index: number): Meanings {
  const cell = cells[index];
  if (cell === undefined) return list;
  if (roleOf(cell)?.key === 'start') return [{ key: 'start', strength: FIRM }];
  const isOther = isOtherDate(cell) || roleOf(cell)?.role === 'done';
  const own = isOther ? ('timescale' as const) : roleOf(cell)?.key;
  if (own === undefined) return list;
  const isWanted = (other: AssignedCell, at: number): boolean =>
    at !== index && roleOf(other)?.key !== own && !isOtherDate(other) && all[at]?.some(({ key }) => key === own) === true;
  const isElse = (key: HeadingKey): boolean => key === own || (own === 'measure' && key === 'timescale');
  return isOther || cells.some(isWanted) ? list.filter(({ key }) => !isElse(key)) : list;
}

/** Comments beside a status say how an action goes, where no other column does. */
const isComment = ({ key, texts }: AssignedCell): boolean => key === 'notes' && /\b(?:comment|remark)/i.test(texts.at(-1) ?? '');

/** As sure as one can be of a heading that another could have. */
const LIKELY = 0.6;

type Meanings = ReturnType<typeof meaningsOf>;

/** Of two columns whose words both mean one heading beyond doubt, one without any cell filled gives way to the other. */
function withFilledFirst(header: Header, meanings: readonly Meanings[], isFilled: (cell: AssignedCell) => boolean): Meanings[] {
  return meanings.map((list, index) =>
    list.map((meaning) => {
      const rivals = header.cells.filter(
        (_, other) => other !== index && meanings[other]?.some(({ key, strength }) => key === meaning.key && strength >= FIRM) === true,
      );
      const cell = header.cells[index];
      const givesWay = cell !== undefined && rivals.length > 0 && !isFilled(cell) && rivals.some(isFilled);
      return givesWay ? { ...meaning, strength: meaning.strength * 0.3 } : meaning;
    }),
  );
}

/** Words of this many are a sentence rather than the title of an outcome. */
const SENTENCE = 3;
/** As sure as "expected outcome" is of the measure. */
const AS_MEASURE = 0.5;

/** A column headed as the outcome that holds sentences and not one outcome is what will be different: the measure, or said with it. */
function wordsAsMeasure(
  cells: readonly AssignedCell[],
  sampleOf: (cell: AssignedCell) => readonly string[],
  framework: Framework,
): AssignedCell[] {
  return cells.map((cell) => {
    if (cell.key !== 'sharedOutcome' || cell.setByUser === true) return cell;
    const texts = sampleOf(cell);
    const isOutcome = (text: string): boolean => readOutcomes(textCell(text), framework.outcomes).codes.length > 0;
    const isSentence = (text: string): boolean => text.split(/\s+/).length >= SENTENCE;
    if (texts.length < 2 || shareOf(texts, isSentence) <= 0.5 || texts.some(isOutcome)) return cell;
    if (!cells.some(({ key }) => key === 'measure')) return { ...cell, key: 'measure', strength: AS_MEASURE };
    return {
      ...cell,
      key: null,
      strength: 0,
      further: { key: 'measure', role: 'figure', words: (cell.texts.at(-1) ?? '').replace(/\s+/g, ' ') },
    };
  });
}

/** A strength lowered only to choose between two columns is not shown as doubt when the heading stays with its column. */
function restored(before: AssignedCell | undefined, now: AssignedCell): AssignedCell {
  return before?.key === now.key ? before : now;
}
