import type { Framework } from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import { readLogframe, withLogframe } from '../../domain/logframe';

/**
 * A framework without indicators takes the levels and indicators of the logframe that a workbook prints: the first workbook's that prints
 * one. A framework that has indicators keeps them.
 */
export function withPrintedIndicators(framework: Framework, books: readonly BookGrid[]): Framework {
  if (framework.indicators.length > 0) return framework;
  const [printed] = books.flatMap((book) => readLogframe(book, framework) ?? []);
  return printed === undefined ? framework : withLogframe(framework, printed);
}
