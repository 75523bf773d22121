import type { Cell } from '../grid';
import { wordsOfCell, wordsOfPlan } from './cell-content';
import type { PlanCell } from './sheet-plan';
import { isBlank, linkOfFirstVersion } from './typed-cell';

const MONTHS = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g;

/**
 * What the program may have written somewhere, told by what it writes there now: numbers and dates where it writes such, and texts made of the
 * same parts with other numbers ("1 file" and "2 files"), quotes and months ("GET · A5" and "GET · A17"; "3.7, 4.2" and "3.9").
 * Rule: docs/rules.md#lost-memory.
 */
export class WordsPlanned {
  private readonly parts = new Set<string>();
  private readonly hasNumbers: boolean;

  constructor(cells: readonly PlanCell[]) {
    for (const cell of cells) for (const part of partsOf(wordsOfPlan(cell))) this.parts.add(part);
    this.hasNumbers = cells.some(({ kind }) => kind === 'number' || kind === 'date');
  }

  /** Whether the program may have written what a cell holds; a cell that holds nothing is nobody's. */
  mayHold(cell: Cell): boolean {
    if (isBlank(cell)) return true;
    const link = linkOfFirstVersion(cell);
    if (cell.formula !== undefined && link === null) return false;
    if (cell.kind === 'number' && link === null) return this.hasNumbers;
    return partsOf(link ?? wordsOfCell(cell)).every((part) => this.parts.has(part));
  }
}

function partsOf(words: string): string[] {
  return words
    .replace(/“[^“”]*”/g, '“”')
    .replace(MONTHS, 'May')
    .replace(/\d+/g, '0')
    .replace(/\b0 (\p{L}+)s\b/gu, '0 $1')
    .split(/(?:(?<!\s)\s+)?[\n,;·]\s*|: /)
    .filter((part) => part.trim() !== '');
}
