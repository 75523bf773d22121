import type { Framework } from '../framework';
import { textCell } from '../grid';
import { readOutcomes } from '../outcomes';
import { type AssignedCell, assignMeanings, meaningsOf } from './assign-headings';
import { sampleBelow } from './column-evidence';
import type { Header } from './find-headers';
import { FIRM, type HeadingMatcher } from './heading-matcher';
import { type SheetView, shownText } from './sheet-view';
import { coreIn, rulesOf } from './table-kinds';

const sampleOf = (view: SheetView, header: Header, cell: AssignedCell): string[] => sampleBelow(view, header.bottom, cell).map(shownText);

/** Matches a cell that begins with an outcome's code, also mistyped with a zero for the letter O. */
function codePattern(framework: Framework): RegExp {
  const prefixes = [...new Set(framework.outcomes.map((outcome) => outcome.code.replace(/\d+$/, '')))];
  return new RegExp(`^\\s*(?:${prefixes.map((prefix) => prefix.replace(/O/g, '[O0]')).join('|')})[\\s.-]?\\d`, 'i');
}

const shareOf = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

/**
 * Where two columns could have the same heading by their words, the cells below decide: the outcome column is the one with outcome codes, and a
 * "Priority" column of High, Medium and Low is no theme. A column of outcome codes under unknown words is likely the outcome.
 */
export function resolveHeadings(view: SheetView, header: Header, framework: Framework, matcher: HeadingMatcher): Header {
  if (!rulesOf(header.kind).hasOutcomeColumn) return header;
  const pattern = codePattern(framework);
  const meanings = header.cells.map((cell) => {
    const list = meaningsOf(cell, matcher, true);
    return cell.strength > 0 && list.length === 0 && cell.key !== null ? [{ key: cell.key, strength: cell.strength }] : list;
  });
  const wanting = meanings.flatMap((list, index) => (list.some(({ key }) => key === 'sharedOutcome') ? [index] : []));
  const taken = header.cells.some((cell) => cell.key === 'sharedOutcome');
  const resolved = header.cells.map((cell, index) => {
    const list = meanings[index] ?? [];
    const competes = wanting.length > 1 && wanting.includes(index);
    if (!competes && (taken || list.length > 0)) return list;
    const codes = shareOf(sampleOf(view, header, cell), (text) => pattern.test(text));
    if (competes)
      return list.map((meaning) =>
        meaning.key === 'sharedOutcome' ? { ...meaning, strength: meaning.strength * (0.3 + 0.7 * codes) } : meaning,
      );
    return codes > 0.5 ? [{ key: 'sharedOutcome' as const, strength: 0.7 }] : list;
  });
  const filled = withFilledFirst(header, resolved, (cell) => sampleOf(view, header, cell).length > 0);
  const cells = wordsAsMeasure(assignMeanings(header.cells, filled), (cell) => sampleOf(view, header, cell), framework)
    .map((cell, index) => restored(header.cells[index], cell))
    .map((cell) => {
      if (cell.key !== 'theme' || cell.strength >= 0.8) return cell;
      const ranks = shareOf(sampleOf(view, header, cell), (text) => /^(?:high|medium|med|low|urgent|critical|[hml]|p?\d)$/i.test(text));
      return ranks > 0.5 ? { ...cell, key: null, strength: 0 } : cell;
    });
  const core = coreIn((key) => cells.some((cell) => cell.key === key)).length;
  const whole = cells.some((cell) => cell.key === 'commitment') && core >= 2;
  return whole ? { ...header, cells } : header;
}

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

/** A column headed as the outcome that holds sentences and not one outcome is what will be different: the measure, where the table has no other. */
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
    if (texts.length < 2 || texts.some(isOutcome) || shareOf(texts, isSentence) <= 0.5) return cell;
    return cells.some(({ key }) => key === 'measure') ? cell : { ...cell, key: 'measure', strength: AS_MEASURE };
  });
}

/** A strength lowered only to choose between two columns is not shown as doubt when the heading stays with its column. */
function restored(before: AssignedCell | undefined, now: AssignedCell): AssignedCell {
  return before?.key === now.key ? before : now;
}
