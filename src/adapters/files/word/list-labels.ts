import { type Markup, childNamed, childrenNamed, prefixedAttribute } from '../package/markup';
import { numberOf, switchOf, valueOf } from './word-attributes';

interface Level {
  readonly start: number;
  /** "decimal", "lowerLetter", "bullet", "none" … */
  readonly format: string;
  /** "%1.%2)": each "%n" is the number of that level. */
  readonly text: string;
  /** All numbers in digits, whatever their own levels say. */
  readonly isLegal: boolean;
}

interface List {
  /** Lists of one definition count on together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** By level, where the list begins anew. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** The label of a list without numbers, whatever sign the list has. */
export const BULLET = '• ';

/** Levels of a list, numbered from 0 (ISO/IEC 29500-1, 17.9.3). */
const LEVELS = 9;

/** The bullets and numbers that Word puts before the paragraphs of lists and that are in no text (ISO/IEC 29500-1, 17.9). */
export class ListLabels {
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  /** @param part the root of the numbering part; null where the document has none. */
  constructor(part: Markup | null) {
    if (part === null) return;
    const definitions = new Map(childrenNamed(part, 'abstractNum').map((one) => [prefixedAttribute(one, 'abstractNumId') ?? '', one]));
    const styled = new Map([...definitions.values()].map((one) => [valueOf(childNamed(one, 'styleLink')) ?? '', one]));
    for (const list of childrenNamed(part, 'num')) {
      const definition = valueOf(childNamed(list, 'abstractNumId')) ?? '';
      const own = definitions.get(definition);
      const link = own === undefined ? undefined : valueOf(childNamed(own, 'numStyleLink'));
      const levels = levelsOf((link === undefined ? own : styled.get(link)) ?? own);
      const restarts = new Map<number, number>();
      for (const override of childrenNamed(list, 'lvlOverride')) {
        const level = Number(prefixedAttribute(override, 'ilvl') ?? 0);
        const start = childNamed(override, 'startOverride');
        if (start !== undefined) restarts.set(level, numberOf(start, 1));
        for (const [at, changed] of levelsOf(override)) levels.set(at, changed);
      }
      this.lists.set(prefixedAttribute(list, 'numId') ?? '', { definition, levels, restarts });
    }
  }

  /**
   * The label of the next paragraph of a list, with a space after it; "" for a list that is not known or has no labels.
   * @param level from 0.
   */
  next(listId: string, level: number): string {
    const list = this.lists.get(listId);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined || level < 0 || level >= LEVELS) return '';
    const numbers = this.counted(listId, list, level);
    if (own.format === 'bullet') return BULLET;
    const label = own.text.replace(/%([1-9])/g, (_whole, digit: string) => {
      const at = Number(digit) - 1;
      const format = own.isLegal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
      return inFormat(numbers[at] ?? startOf(list, at), format);
    });
    return label.trim() === '' ? '' : `${label} `;
  }

  /** Counts one more paragraph at a level; the levels below begin again. */
  private counted(listId: string, list: List, level: number): (number | undefined)[] {
    const numbers = this.counts.get(list.definition) ?? [];
    if (!this.begun.has(listId)) {
      this.begun.add(listId);
      for (const [at] of list.restarts) numbers[at] = undefined;
    }
    for (let above = 0; above < level; above += 1) numbers[above] ??= startOf(list, above);
    const before = numbers[level];
    numbers[level] = before === undefined ? startOf(list, level) : before + 1;
    numbers.length = level + 1;
    this.counts.set(list.definition, numbers);
    return numbers;
  }
}

function startOf({ restarts, levels }: List, level: number): number {
  return restarts.get(level) ?? levels.get(level)?.start ?? 1;
}

function levelsOf(parent: Markup | undefined): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of parent === undefined ? [] : childrenNamed(parent, 'lvl')) {
    levels.set(Number(prefixedAttribute(level, 'ilvl') ?? 0), {
      start: numberOf(childNamed(level, 'start'), 1),
      format: valueOf(childNamed(level, 'numFmt')) ?? 'decimal',
      text: valueOf(childNamed(level, 'lvlText')) ?? '',
      isLegal: switchOf(level, 'isLgl') === true,
    });
  }
  return levels;
}

function inFormat(number: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'lowerLetter':
      return inLetters(number);
    case 'upperLetter':
      return inLetters(number).toUpperCase();
    case 'lowerRoman':
      return inRoman(number);
    case 'upperRoman':
      return inRoman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** As Word counts in letters: after "z" comes "aa", then "bb". */
function inLetters(number: number): string {
  if (number < 1) return '';
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 30));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function inRoman(number: number): string {
  if (number < 1 || number > 5000) return String(number);
  let text = '';
  let rest = number;
  for (const [value, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
