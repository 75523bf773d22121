/** A text, a name of a sheet with its reference, a structured reference: left as they are; then a reference on the formula's own sheet. */
const PART =
  /"(?:[^"]|"")*"|(?<!')'(?:[^']|'')*'!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|(?<![\p{L}\d_.])[\p{L}_][\p{L}\d_.]*!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\[(?:[^[\]]|\[[^[\]]*\])*\]|(?<![\p{L}\d_.$])(\$?[A-Z]{1,3})(\d+)(?::(\$?[A-Z]{1,3})(\d+))?(?![\p{L}\d_.($:])/gu;

/**
 * A formula that goes with its row to another one: references to cells of its own row follow it, as when Excel sorts rows. Others, and
 * those with a "$" before the row, stay as they are. @param from zero-based row, like `to`.
 */
export function formulaOnRow(formula: string, from: number, to: number): string {
  const own = String(from + 1);
  return formula.replace(PART, (whole: string, left?: string, row?: string, right?: string, lastRow?: string) => {
    if (left === undefined || row !== own || (lastRow !== undefined && lastRow !== own)) return whole;
    return `${left}${String(to + 1)}${right === undefined ? '' : `:${right}${String(to + 1)}`}`;
  });
}
