import { addressInWords } from '../grid';
import { inOwnWords } from '../framework';
import { HEADING_LABELS, type HeadingKey, type HeadingsNearest, type PartMarked } from '../reading';
import { agreeing, counted, eitherOf, grouped, listed } from '../wording';
import type { Finding, FindingCode, Repair } from './finding';
import { HELP } from './help-wording';
import type { MissingCode, Problem } from './problem';

/**
 * The findings' sentences, with `help-wording.ts` their explanations, and with `severity-words.ts` their severities: nowhere else are findings
 * put into words.
 * Rule: docs/rules.md#finding-wording.
 */

/** A finding's name in plain words, since no code is shown on screen. */
export function codeLabel(code: FindingCode): string {
  return HELP[code].name;
}

/** "GET.xlsx · GET · A5", "PH.docx · Table 3 · row 7": the parts that a finding has; the open workbook has no name. */
export function findingPlace({ file, sheet, cell }: Pick<Finding, 'file' | 'sheet' | 'cell'>): string {
  return [file, sheet ?? '', addressInWords(file, cell ?? '')].filter((part) => part !== '').join(' · ');
}

/** What a repair would do, in one sentence. */
export function repairInWords(repair: Repair): string {
  return repair.kind === 'write' ? `Can be repaired to "${repair.after}".` : `A column "${repair.heading}" can be added at ${repair.cell}.`;
}

const quoted = (text: string): string => `"${text.replace(/\s+/g, ' ').trim()}"`;

const MISSING: Readonly<Record<MissingCode, { readonly one: string; readonly many: string; readonly of: string }>> = {
  'missing-lead': { one: 'Nobody is named as leading this action yet.', many: 'for who leads', of: 'say who leads' },
  'missing-timescale': { one: 'This action does not say yet when it will be done.', many: 'for the timescale', of: 'say when' },
  'missing-measure': {
    one: 'This action does not say yet how its success will be measured.',
    many: 'for the measure',
    of: 'say how success will be measured',
  },
  'missing-outcome': {
    one: 'This row does not name a shared outcome yet.',
    many: 'for the shared outcome',
    of: 'name the outcome they serve',
  },
};

/** What a column says, within a sentence. */
const SAYS: Partial<Record<HeadingKey, string>> = {
  commitment: 'what is committed to',
  ledBy: 'who leads',
  timescale: 'by when it will be done',
  start: 'when it begins',
  status: 'how it stands',
};

function missing(problem: Extract<Problem, { code: MissingCode }>): string {
  const { code, rows, startColumn } = problem;
  if (startColumn !== undefined) {
    if (rows === null) return `${quoted(startColumn)} says when this action begins, but nothing says by when it will be done.`;
    const begin = agreeing(rows, 'its one action begins', `its ${grouped(rows)} actions begin`);
    return `This table has no deadline: ${quoted(startColumn)} says when ${begin}, but no column says by when.`;
  }
  const { one, many, of } = MISSING[code];
  const sentence = `This table has no column ${many}, so ${agreeing(rows ?? 0, 'its one row does', `its ${grouped(rows ?? 0)} rows do`)} not ${of}.`;
  return inOwnWords(rows === null ? one : sentence, problem);
}

function refInDoubt({ carries, instead, given }: Extract<Problem, { code: 'ref-in-doubt' }>): string {
  if (given === null)
    return `The Ref ${carries} stands in this row and in ${instead}. That one is kept up to date, and this one is left as it is. Delete this row, or empty its Ref if it is your own.`;
  return `This row came back with the Ref ${carries}, which belongs to ${instead}. By what it says it is ${given}. Please check which of the two is meant.`;
}

/** How a repaired code came to be mistyped, where the letters tell. */
function slip(written: string, code: string): string {
  const letters = /^\p{L}+(?=\d+$)/u.exec(code)?.[0] ?? '';
  if (letters === '') return '';
  const typed = written.replace(/[\s.:_-]/g, '');
  if (/^\d+$/.test(typed) && typed.length < code.length) return `, without the ${letters}`;
  const prefix = typed.slice(0, letters.length).toUpperCase();
  if (letters.includes('O') && prefix.includes('0') && !prefix.includes('5')) return ', typed with a zero';
  if (letters.includes('S') && prefix.includes('5')) return ', typed with a five';
  return /^[A-Z]+[il|]$/i.test(typed) && code.endsWith('1') ? ', typed with a letter for the one' : '';
}

function mistyped(repaired: readonly { readonly written: string; readonly code: string }[], own: (text: string) => string): string {
  const [first] = repaired;
  const written = new Set(repaired.map((one) => one.written));
  if (first === undefined) return '';
  if (written.size === 1 && repaired.length > 1)
    return `${quoted(first.written)} is read as ${listed(repaired.map((one) => one.code))}. Please name them.`;
  if (repaired.length === 1)
    return `${quoted(first.written)} is ${own('not an outcome')}. It looks like ${first.code}${slip(first.written, first.code)}.`;
  return `${own('These are not outcomes as written')}: ${listed(repaired.map((one) => `${quoted(one.written)} looks like ${one.code}`))}.`;
}

const ERRORS: Readonly<Record<string, string>> = {
  '#REF!': 'its formula points at a cell that is no longer there',
  '#N/A': 'its formula looks for something it does not find',
  '#NAME?': 'its formula uses a name Excel does not know',
  '#VALUE!': 'its formula works with the wrong kind of value',
  '#DIV/0!': 'its formula divides by nothing',
  '#NUM!': 'its formula gives a number Excel cannot hold',
  '#NULL!': 'its formula names ranges that do not meet',
  '#SPILL!': 'its formula needs the cells beside it to be empty',
};

function contradicted(cost: string, words: readonly string[]): string {
  return `The row says ${cost}, but it also says ${listed(words.map(quoted))}.`;
}

function leads(notPeople: readonly string[], open: readonly string[]): string {
  if (open.length > 0) return `${listed(open.map(quoted))} does not say who will lead. Please name an officer or a post.`;
  const are = agreeing(notPeople.length, 'is a team, not an officer', 'are teams, not officers');
  return `${listed(notPeople.map(quoted))} ${are}. Please name the person or post who answers for it.`;
}

function disagree(problem: Extract<Problem, { code: 'dates-disagree' }>): string {
  if ('start' in problem) {
    const { start, timescale, side } = problem;
    return side === 'two starts'
      ? `This action begins in ${start} here, but in ${timescale} by its timescale.`
      : `This action begins in ${start} here, but by its timescale it is done in ${timescale}.`;
  }
  const { words, side, month } = problem;
  return side === 'after end'
    ? `The measure says ${quoted(words)}, but the timescale ends in ${month}.`
    : `The measure says ${quoted(words)}, but the timescale only begins in ${month}.`;
}

function directorate(text: string, known: readonly string[]): string {
  return text === ''
    ? `Nothing on this sheet says which directorate the table belongs to. Put its name in the title above the table.`
    : `${quoted(text)} is not one of the directorates: ${listed(known)}.`;
}

function pastDue({ due, ...of }: Extract<Problem, { code: 'past-without-status' }>): string {
  if ('statuses' in of) return `This was due by ${due} and has no status. Please say how it went: ${eitherOf(of.statuses)}.`;
  if (of.rows === 1)
    return `One action of this table was due by ${due}, and the table has no column for the status. Please add one and say how it went.`;
  return `${grouped(of.rows)} actions of this table are past their dates, the first since ${due}, and the table has no column for the status. Please add one and say how they went.`;
}

function unknownIndicator({ words, perhaps }: Extract<Problem, { code: 'unknown-indicator' }>): string {
  if (perhaps === null)
    return `${listed(words.map(quoted))} ${agreeing(words.length, 'is not an indicator', 'are not indicators')} of the logframe. Please give the number of one that is.`;
  const shown = words[0] ?? '';
  const read = perhaps.isKnown ? `It is read as ${shown}.` : `There is no indicator ${shown}.`;
  return `Was ${perhaps.id} typed here? Excel keeps it as the number ${shown}. ${read} If ${perhaps.id} is meant, type it with an apostrophe in front: '${perhaps.id}.`;
}

/** "No table of priorities on it" within a sentence. */
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Sheets of one reason that are named in the sentence; of more, the number. */
const SHEETS_NAMED = 3;

/** "4 cells in F3:F9 are filled with red and green and hold no words". */
export function markedInWords({ how, cells, address, colours }: PartMarked): string {
  const are = `${counted(cells, 'cell')} in ${address} ${agreeing(cells, 'is', 'are')}`;
  switch (how) {
    case 'filled without words':
      return `${are} filled with ${colours} and ${agreeing(cells, 'holds', 'hold')} no words`;
    case 'struck through':
      return `${are} struck through, in whole or in part`;
    case 'row filled':
      return `${are} in rows that are filled with a colour, as others are not`;
    case 'letters in colour':
      return `${are} in letters of another colour than the rest`;
  }
}

const MARKED_NEXT: Readonly<Record<PartMarked['how'], string>> = {
  'filled without words': 'A colour is not read. Please write in words what it means.',
  'struck through': 'What is struck through is read like any other words. Please delete what no longer counts.',
  'row filled': 'A colour is not read.',
  'letters in colour': 'A colour is not read.',
};

function embeddedInWords(names: readonly string[]): string {
  const are = `${counted(names.length, 'file')} within the document ${agreeing(names.length, 'is', 'are')} not read: ${listed(names.map(quoted))}.`;
  return `${are} Please open ${agreeing(names.length, 'it', 'them')}, and send what belongs in the plan as a file or a table of its own.`;
}

/** What was inserted is read and what was deleted is not, as Word shows it when all is accepted. */
function trackedChanges({ insertions, deletions }: Extract<Problem, { code: 'tracked-changes' }>): string {
  const read = insertions === 0 ? [] : [`${counted(insertions, 'insertion')} ${agreeing(insertions, 'was', 'were')} read`];
  const out = deletions === 0 ? [] : [`${counted(deletions, 'deletion')} ${agreeing(deletions, 'was', 'were')} left out`];
  return `This table has tracked changes: ${listed([...read, ...out])}. Please accept or reject them in Word, so that the document says only what is agreed.`;
}

/** Of a file that is named already, and whose sheets are listed below. */
export const NOTHING_READ = 'No table was found in it, so nothing of it is in the plan.';

function noTable({ file, sheets, nearest }: Extract<Problem, { code: 'no-table' }>): string {
  const namesBy = new Map<string, string[]>();
  for (const { name, why } of sheets) namesBy.set(why, [...(namesBy.get(why) ?? []), quoted(name)]);
  const groups = [...namesBy].map(([why, names]) => {
    const more = names.length - SHEETS_NAMED;
    const named = more > 1 ? [...names.slice(0, SHEETS_NAMED), `${grouped(more)} more`] : names;
    return `${listed(named)} (${lower(why)})`;
  });
  const near = nearest === null ? 'No row has the headings of a table.' : `${nearestInWords(nearest, nearest.sheet)}.`;
  return `No table was found in ${file}, so nothing of it is in the plan. ${agreeing(sheets.length, 'Its sheet', 'Its sheets')}: ${groups.join('; ')}. ${near}`;
}

/**
 * "Nearest to headings: row 4 of "GET", with "Action" but no "Timescale"".
 * @param sheet null where it is said already.
 */
export function nearestInWords({ row, headings, lacking }: HeadingsNearest, sheet: string | null): string {
  const place = sheet === null ? `row ${String(row + 1)}` : `row ${String(row + 1)} of ${quoted(sheet)}`;
  const but = lacking.length === 0 ? '' : ` but no ${listed(lacking.map(quoted))}`;
  return `Nearest to headings: ${place}, with ${listed(headings.map(quoted))}${but}`;
}

/** One or two plain sentences: what was found, and why or what next. */
export function sentenceFor(problem: Problem): string {
  switch (problem.code) {
    case 'missing-lead':
    case 'missing-timescale':
    case 'missing-measure':
    case 'missing-outcome':
      return missing(problem);
    case 'unknown-outcome':
      if (problem.typed !== undefined)
        return `Excel has made the date ${listed(problem.parts.map(quoted))} of what was typed. It was likely ${problem.typed.typed}, which is ${listed(problem.typed.codes)}. Please type the codes.`;
      return `${listed(problem.parts.map(quoted))} ${agreeing(problem.parts.length, 'is', 'are')} ${inOwnWords('not among the outcomes', problem)}. They are ${listed(problem.codes)}.`;
    case 'mistyped-outcome':
      return mistyped(problem.repaired, (text) => inOwnWords(text, problem));
    case 'duplicate-outcome':
      return `${listed(problem.codes)} ${agreeing(problem.codes.length, 'is', 'are')} given more than once.`;
    case 'untidy-outcome':
      return inOwnWords('The outcomes are clear, but should be in rising order with one comma between them.', problem);
    case 'unreadable-timescale':
      return `${quoted(problem.text)} does not say when. A month and year, such as "March 2026", or "Ongoing" can be followed up.`;
    case 'timescale-without-year':
      return `${quoted(problem.text)} does not say which year.`;
    case 'timescale-far-off':
      return problem.completed
        ? `${quoted(problem.text)} says that this is done, but ${problem.month} is still to come. Please say which of the two is right.`
        : `${quoted(problem.text)} is read as ${problem.month}, which is far from this plan. Please check the year.`;
    case 'timescale-partly-read':
      return `Not all of ${quoted(problem.text)} was understood: ${listed(problem.figures.map(quoted))} ${agreeing(problem.figures.length, 'is', 'are')} read as no date. Please say the date alone.`;
    case 'excel-changed-date':
      if (!('meant' in problem))
        return `Excel has taken this for a day: the cell holds ${problem.holds}, shown as ${quoted(problem.shown)}. If ${quoted(problem.typed)} was typed, please type it again with an apostrophe before it.`;
      if (problem.meant === null)
        return `Excel has made the date ${problem.holds}, shown as ${quoted(problem.shown)}, of what was typed. It was likely ${eitherOf(problem.typed.map(quoted))}, so no date is read. Please type it in words, such as "3 to 4 months" or "April 2027".`;
      return `Excel has taken this for a day: the cell holds ${problem.holds}, shown as ${quoted(problem.shown)}. It is read as ${problem.meant}, the month that was most likely typed.`;
    case 'provisional-timescale':
      return `${quoted(problem.text)} is still provisional. Please confirm it when you can.`;
    case 'vague-measure':
      return `${quoted(problem.text)} puts the measure off. Please say what will show that this is done.`;
    case 'measure-not-observable':
      return 'This measure has no number, rate, date or thing that can be seen delivered, so nobody can tell when it is met.';
    case 'lead-not-a-person':
      return leads(problem.leads, problem.open);
    case 'duplicate-commitment':
      return `The same commitment is in ${problem.where}. Keep one of the two, or say how they differ.`;
    case 'duplicate-across-directorates':
      return `${problem.directorate} has the same commitment in ${problem.where}. You may want to agree who leads on it.`;
    case 'cost-contradicted':
      return contradicted(problem.cost, problem.words);
    case 'cost-ambiguous':
      return `${quoted(problem.text)} under ${quoted(problem.heading)} could mean either. It is read as ${problem.taken}.`;
    case 'error-in-cell':
      return `This cell shows ${problem.shown}: ${ERRORS[problem.shown.toUpperCase()] ?? 'its formula does not work'}. ${HEADING_LABELS[problem.key]} cannot be read here.`;
    case 'dates-disagree':
      return disagree(problem);
    case 'unknown-directorate':
      return directorate(problem.text, problem.known);
    case 'past-without-status':
      return pastDue(problem);
    case 'column-in-doubt':
      return `No heading says ${SAYS[problem.key] ?? 'this'}, so ${quoted(problem.heading)} is read as it. Please check that it is.`;
    case 'continued-row':
      if (problem.beginsSmall)
        return `What this row says (${quoted(problem.words)}) is read as going on with the action in row ${String(problem.row)}, since it begins with a small letter and says less. If it is another action, please begin it with a capital letter.`;
      return `This row has no commitment, so what it says (${quoted(problem.words)}) is read as part of the action in row ${String(problem.row)}. If it is another action, please give it its commitment.`;
    case 'unreadable-status':
      return `${quoted(problem.text)} is none of the statuses, so the row counts as one without. They are ${listed(problem.statuses)}.`;
    case 'unreadable-cost':
      return `No cost can be understood from ${quoted(problem.text)}, so it counts as to be confirmed. "No cost", "low cost", "funded" or a sum can be counted.`;
    case 'unknown-indicator':
      return unknownIndicator(problem);
    case 'missing-commitment':
      return `This row has no commitment, so it is not in the plan. It says: ${quoted(problem.words)}.`;
    case 'part-not-read':
      if ('marked' in problem) return `${markedInWords(problem.marked)}. ${MARKED_NEXT[problem.marked.how]}`;
      if ('embedded' in problem) return embeddedInWords(problem.embedded);
      return `${counted(problem.cells, 'cell')} in ${problem.address} ${agreeing(problem.cells, 'is', 'are')} not in the plan. ${problem.reason}.`;
    case 'tracked-changes':
      return trackedChanges(problem);
    case 'no-table':
      return noTable(problem);
    case 'ref-in-doubt':
      return refInDoubt(problem);
    case 'verdict-differs':
      return `Finance’s verdict here is ${problem.sent}, and the plan has ${problem.inPlan}. That one stays, since nothing says that the one here is later. Please make the two the same.`;
    case 'figures-differ-from-logframe':
      return `This is an indicator of the logframe, worded differently: ${problem.differences.join('; ')}.`;
    case 'measure-in-doubt':
      return `Is this measure indicator ${eitherOf(problem.maybe)} of the logframe? It is worded so differently that it counts as the directorate’s own. If it is, please use the indicator’s words.`;
  }
}
