/** Functions that read cells and calculate, and do nothing else. */
const CALCULATING = new Set(
  'ABS AND AVERAGE AVERAGEIF AVERAGEIFS CEILING CHOOSE CONCAT CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DATEDIF DATEVALUE DAY DAYS EDATE EOMONTH EXACT FILTER FIND FLOOR HLOOKUP IF IFERROR IFNA IFS INDEX INT ISBLANK ISERROR ISNUMBER ISTEXT LARGE LEFT LEN LOOKUP LOWER MATCH MAX MEDIAN MID MIN MOD MONTH N NETWORKDAYS NOT NOW OR PROPER RANK REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS COLUMN COLUMNS SEARCH SMALL SORT SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SWITCH T TEXT TEXTJOIN TODAY TRIM TRUE FALSE UNIQUE UPPER VALUE VLOOKUP WEEKDAY WORKDAY XLOOKUP XMATCH YEAR'.split(
    ' ',
  ),
);

/** A link to a place in the same workbook, as version 0.1.0 wrote it. */
const OWN_LINK = /^=HYPERLINK\("#'(?:[^'"]|''|"")+'![A-Z]{1,3}\d+","(?:[^"]|"")*"\)$/;

/**
 * Whether a formula only calculates from cells of its own workbook, or is a link that this program wrote. One that asks the network, another
 * file or another program does more, and so may one with a function or a sign that is not known here.
 */
export function calculatesAlone(formula: string): boolean {
  if (OWN_LINK.test(formula)) return true;
  const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '""');
  // "[Book.xlsx]Sheet!A1" and "C:\" lead to another file, "program|topic!item" to another program.
  if (/["'][^"'[\]\\:]*[[\]\\:][^"']*'|\[[^[\].]*\.|\[\d+\]|[\\|]/.test(withoutTexts)) return false;
  return Array.from(withoutTexts.matchAll(/(?<![\p{L}\p{N}_.])([\p{L}\p{N}_.]+)\s*\(/gu)).every(([, written = '']) => {
    // A number before a bracket calls nothing.
    const called = written.replace(/^[\p{N}.]+/u, '');
    return called === '' || CALCULATING.has(called.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, ''));
  });
}
