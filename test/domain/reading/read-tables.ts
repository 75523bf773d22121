import type { Framework } from '../../../src/domain/framework';
import type { BookGrid } from '../../../src/domain/grid';
import { type BookRead, type ReadingMemory, type ReadOptions, readTablesInSteps } from '../../../src/domain/reading';
import { finished } from '../../../src/domain/steps';

/** The tables of a workbook, all steps in one go. */
export const readTables = (book: BookGrid, framework: Framework, options: ReadOptions, memory?: ReadingMemory): BookRead =>
  finished(readTablesInSteps(book, framework, options, memory));
