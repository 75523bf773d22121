import { withoutEnding } from './without-ending';
/**
 * What the words of a row tell about the row: whether it is a note, a total, a hint under the headings, a paragraph.
 * English as officers write it; nothing of any one council.
 * Rule: docs/rules.md#rows-left-out.
 */

const NOTE =
  /^(?:notes?\b(?!\s+(?:taking|that all))|n\.?b\.?\b|\*|†|‡|sources?:|key\b:?$|key (?:to|:)|legend\b|rag (?:key|rating|status)\b|guidance(?: notes?)?\s*:?$|footnotes?\b|please\b|for (?:more|further) (?:information|details)\b|contact\b.*@|(?:last )?updated\s*(?::|on\b|by\b|\d)|prepared by\b|completed by\b|submitted by\b|approved by\b|signed\b|agreed by\b|page \d+|continued(?: overleaf| on| from)?\b.{0,20}$|end of (?:table|document|plan)\b|version \d|draft\b.{0,12}$|outcomes? key\b|\(?continued\)?$)/i;

/** A line that stands below or between tables and says nothing about an action. */
export function isNote(text: string): boolean {
  return NOTE.test(text);
}

/** Marks and words that stand in the place of words still to come: "-", "n/a", "TBC", "to be agreed", "as above". */
const PLACEHOLDER =
  /^(?:[^\p{L}\p{N}]*|\(?(?:n\s?[/.]?\s?a\.?|t\.?b\.?[acd]\.?|none|nil|blank|x{2,}|ditto|as above|not applicable|to (?:follow|be (?:added|agreed|completed|confirmed|decided|determined)))\)?)$/iu;

/** A cell that says no more than that nothing is said. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** A mark that says yes in a column of marks: a tick, a cross, "Y", a bullet, also as the letters that symbol fonts have for them. */
export function isTick(text: string): boolean {
  return /^(?:y|yes|x|✓|✔|☑|☒|✗|✘|✕|×|•|●|■|▪|√|ü|û|p|1|true)$/iu.test(text.trim());
}

/** What stands in a column of marks where there is none. */
export function isUnticked(text: string): boolean {
  return /^(?:n|no|0|false|☐|○|□)$/iu.test(text.trim()) || (!isTick(text) && isPlaceholder(text));
}

/** A heading of a key, list or block of notes: what follows it below a table is not the table's. */
export function opensNotes(text: string): boolean {
  return /^(?:key|legend|notes?|guidance|rag (?:key|rating|status)|outcomes? key|shared outcomes?(?: key)?|ics (?:shared )?outcomes?|sign[- ]?off|glossary|abbreviations|version control|change log)\s*:?$|^appendix\b.*$/i.test(
    text,
  );
}

export function isTotal(text: string): boolean {
  return /^(?:(?:sub|grand|overall)[- ]?)?totals?\b|^(?:number|count|no\.?) of (?:actions|priorities|commitments|rows)\b/i.test(text);
}

/** A footer or header of a printed page typed into the sheet. */
export function isPageMark(text: string): boolean {
  return /^(?:page|p\.?)\s*\d+(?:\s*(?:of|\/)\s*\d+)?$/i.test(text);
}

/** "(month/year)", "e.g. Head of Service", "Select from list": guidance typed where an answer belongs. */
export function isHint(text: string): boolean {
  return (
    /^[([].*[)\]]\.?$/s.test(text) ||
    /^(?:e\.?g\.?(?=[\s:,])|for example\b|example\b\s*:|please\b|enter\b|insert\b|select\b|choose\b|type\b.*here|add\b.*here|pick\b|drop[- ]?down|free text|mm\/yy|dd\/mm|mmm[- ]yy|month\s*(?:\/|and)\s*year$|name (?:and|\/|or) (?:job )?(?:title|role|post)|xx+$|<.*>$)/i.test(
      text,
    )
  );
}

/** "1", "(b)", "iv": a row that numbers the columns. */
export function isColumnNumber(text: string): boolean {
  return /^\(?(?:\d{1,2}|[a-n]|[ivx]{1,4})[).]?$/i.test(text);
}

/** An action written as an example of how to fill in the table. */
export function isExample(text: string): boolean {
  return /^(?:e\.?g\.?[\s:,]|example\b\s*(?:\d+\s*)?[:–—-]|\(example\)|\[example\]|sample (?:row|action)\b|for example\b)/i.test(text);
}

/** More than a heading: long, several sentences, or one full sentence of some length. */
export function isParagraph(text: string): boolean {
  if (text.length > 250) return true;
  if (text.length > 100 && /[.!?]$/.test(text)) return true;
  return /[a-z)][.!?]\s+[A-Z]\w*(?:\s+\S+){3,}/.test(text) && text.length > 80;
}

/**
 * "Services involved in this activity include:" opens a list of services; a paragraph that ends so introduces what follows.
 * Rule: docs/rules.md#listed-services.
 */
export function opensServices(text: string): boolean {
  return text.length <= 250 && /\binclud(?:e|es|ing)\s*(?::|:\s*-|–|—)\s*$/i.test(text);
}

const CONTINUED =
  /(?:(?<![-–—:,([])[-–—:,([]+)?(?:(?<!\s)\s+)?(?<![\p{L}\p{N}])(?:cont(?:inue)?d|cont['’]?d|cont|continuation)\.?\s*[)\]]?$/iu;

/** A theme's words without "(continued)". */
export function withoutContinued(text: string): string {
  const bare = withoutEnding(text, CONTINUED);
  return bare === '' ? text : bare;
}

/** The same for two writings of one theme: case, spacing and punctuation are let go (docs/rules.md#themes). */
export function themeKey(text: string): string {
  return withoutContinued(text)
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The shape of a numbering: "PROC-04" is "A-9", "1.2" is "9.9". */
export function numberingShape(text: string): string {
  return text
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '9')
    .replace(/(?<![.):])[.):]+$/, '');
}

/** A line of a key below a table: an outcome's code, a colour, a status, standing where a commitment would. */
export function isKeyEntry(text: string): boolean {
  const bare = text.replace(/(?:(?<!\s)\s+)?(?<![:=–-])[:=–-]+$/, '');
  return (
    /^[A-Z&]{1,6}(?:\s?\d{1,2})?$/.test(bare) ||
    /^(?:red|amber|green|blue|gr[ea]y|black|white|on track|at risk|delayed|completed?|not started|stopped)$/i.test(bare)
  );
}

/** A title such as stands above a table: it names a directorate after "~" or says what kind of table follows. */
export function isTitle(text: string): boolean {
  return (
    text.includes('~') ||
    /^(?:table|appendix|annex|section|part)\s+\w{1,3}\b/i.test(text) ||
    /\b(?:proposed priorities|priorities (?:to|for)\b|measures within|action plan|delivery plan|improvement plan|current activity|shared outcome \d\s*:)/i.test(
      text,
    )
  );
}
