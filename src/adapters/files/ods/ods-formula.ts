/**
 * A formula of an OpenDocument file as Excel writes it (OpenDocument 1.3, part 4, 5.8 and 5.13): "of:=SUM([.A1:.B2];1)" is "=SUM(A1:B2,1)". What
 * Excel has no way to write, such as a reference into another file, stays as it is.
 */
export function excelFormula(written: string): string {
  const formula = written.replace(/^[a-z][\w.-]{0,30}:(?==)/i, '');
  // Excel's own formulas, which some programs keep in these files, are of that form already.
  if (/^msoxl:/i.test(written)) return formula;
  let excel = '';
  let braces = 0;
  for (let at = 0; at < formula.length;) {
    const letter = formula.charAt(at);
    const end = letter === '"' || letter === "'" ? endOfQuote(formula, at) : letter === '[' ? endOfReference(formula, at) : at + 1;
    if (letter === '{') braces += 1;
    if (letter === '}') braces -= 1;
    excel += letter === '[' ? reference(formula.slice(at, end)) : end > at + 1 ? formula.slice(at, end) : separator(letter, braces > 0);
    at = end;
  }
  return excel.startsWith('=') ? excel : `=${excel}`;
}

/** Between arguments, and between the columns and rows of an array. */
function separator(letter: string, isInArray: boolean): string {
  if (letter === ';') return ',';
  return letter === '|' && isInArray ? ';' : letter;
}

/** Where the quoted text that begins here has ended; a quotation mark that is written twice goes on. */
function endOfQuote(text: string, from: number): number {
  const end = text.indexOf(text.charAt(from), from + 1);
  return end < 0 ? text.length : end + 1;
}

function endOfReference(text: string, from: number): number {
  for (let at = from + 1; at < text.length;) {
    if (text.charAt(at) === ']') return at + 1;
    at = text.charAt(at) === "'" ? endOfQuote(text, at) : at + 1;
  }
  return text.length;
}

/** "[.A1]", "[$Sheet1.A1:.B2]". */
function reference(whole: string): string {
  if (!whole.endsWith(']')) return whole;
  const inside = whole.slice(1, -1);
  const parts = inside.split(':').map(address);
  return inside.includes('#$') || parts.includes(null) || parts.length > 2 ? whole : parts.join(':');
}

/** "A1", "Sheet1!A1"; null for what is none. */
function address(part: string): string | null {
  const dot = part.lastIndexOf('.');
  const cell = part.slice(dot + 1);
  if (dot < 0 || !/^(?:\$?[a-z]{1,3}(?:\$?\d{1,7})?|\$?\d{1,7}|#REF!)$/i.test(cell)) return null;
  const sheet = part.slice(0, dot).replace(/^\$/, '');
  return sheet === '' || cell === '#REF!' ? cell : `${sheet}!${cell}`;
}
