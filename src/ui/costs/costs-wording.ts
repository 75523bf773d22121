import type { CostRow } from '../../application';
import type { Evidence } from '../../domain/finance';
import { capital, counted, listed, longDateOfIso } from '../../domain/wording';

/** Every word of Check costs; the rest of the pane's words are in shared/wording.ts. */

const quoted = (words: string): string => `“${words.replace(/\s+/g, ' ').trim()}”`;
const distinct = (evidence: readonly Evidence[], words: (one: Evidence) => string): string => listed([...new Set(evidence.map(words))]);

const kindInWords = (kind: Evidence['kind']): string => kind.replaceAll('-', ' ');

/** "JT, 28 November 2026"; "" where the sheet says neither. */
const given = (by: string | null, date: string | null): string =>
  [by, date === null ? null : longDateOfIso(date)].filter((part) => part !== null).join(', ');

const CHANGED = 'The row says something else since then, so please judge it again.';

export const COSTS = {
  title: 'Check costs',
  judged: (judged: number, all: number) => `Check costs: ${String(judged)} of ${String(all)} judged`,
  listing: 'Listing the costs',
  show: 'Show',
  filters: { open: 'not agreed yet', all: 'all costs', contradicted: 'row says otherwise' },
  showOption: (words: string, count: number) => `${words}: ${String(count)}`,
  list: 'Costs, by directorate',
  previous: 'Previous',
  next: 'Next',
  position: (at: number, count: number) => `${String(at)} of ${String(count)}`,
  noVerdict: 'no verdict',
  lookAgain: 'look again',
  contradicted: 'contradicted',
  officer: 'Officer:',
  /** What the officer wrote, and how it is read. */
  flag: ({ cost, text, unread }: CostRow['action']['cost'], hasColumn: boolean) => {
    if (text === '') return hasColumn ? 'nothing is written' : 'the table has no column for the cost';
    if (unread === true) return `${quoted(text)}, which is not understood`;
    return text.trim().toLowerCase() === cost ? cost : `${quoted(text)}, read as ${cost}`;
  },
  contradictedByRow: 'the row says otherwise',
  proposed: ({ cost, reasons }: NonNullable<CostRow['proposed']>) =>
    `Proposed: ${cost}, for its ${distinct(reasons, ({ kind }) => kindInWords(kind))}`,
  speaksOf: (evidence: readonly Evidence[]) =>
    evidence.length === 0 ? 'Nothing in the row speaks of money.' : `Marked: ${distinct(evidence, ({ kind }) => kindInWords(kind))}`,
  said: ({ verdict, note, by, date, settled }: NonNullable<CostRow['verdict']>) => {
    const who = given(by, date);
    return [`Finance said: ${verdict}${who === '' ? '' : ` (${who})`}${note === '' ? '' : `, ${quoted(note)}`}.`, settled ? '' : CHANGED]
      .filter((part) => part !== '')
      .join(' ');
  },
  history: (count: number) => `What finance said before: ${String(count)}`,
  historyLine: ({ verdict, note, by, date }: CostRow['history'][number]) => {
    const who = given(by, date);
    return `${capital(verdict)}${who === '' ? '' : ` (${who})`}${note === '' ? '' : `: ${note}`}`;
  },
  inFull: 'The whole row',
  fields: {
    commitment: 'Commitment',
    ledBy: 'Led by',
    timescale: 'Timescale',
    measure: 'Measure',
    cost: 'Low/no cost',
    progress: 'Progress',
  },
  nothing: '(empty)',
  verdictOn: (name: string) => `Verdict on ${name}`,
  verdict: capital,
  note: 'Note',
  noteHint: 'Shift and Enter for a new line',
  noteNeeded: 'Say what is to be answered.',
  toAsk: 'To ask:',
  useQuestion: 'Use the question',
  initials: 'Your initials',
  initialsHint: 'Written beside the verdict with today’s date',
  initialsNeeded: 'Give your initials once. They are remembered.',
  verdictNeeded: 'Choose a verdict first.',
  record: 'Record and next',
  recorded: (name: string, verdict: string | null) => (verdict === null ? `${name}: verdict taken out.` : `${name}: ${verdict}, recorded.`),
  nextRow: (name: string, flag: string, question: string) => `Next, ${name}: ${flag}. ${question}`,
  lastRow: 'No other cost in this list is open.',
  takeOut: 'Take the verdict out',
  undo: (name: string) => `Undo ${name}`,
  putBack: (name: string) => `Put ${name} back`,
  copyForOfficer: 'Copy for the officer',
  copiedForOfficer: 'Copied. Paste it into a message to the officer.',
  copyByHand: 'Select and copy this text',
  forOfficer: (name: string, { action, verdict, question, texts }: CostRow) => {
    const { verdict: said = '', note = '', by = null, date = null } = verdict ?? {};
    const who = given(by, date);
    return [
      `${name}: ${texts.commitment}`,
      `Low/no cost, as written: ${action.cost.text === '' ? 'nothing' : action.cost.text}`,
      `Finance: ${said}${who === '' ? '' : ` (${who})`}`,
      ...(note === '' ? [] : [note]),
      question,
    ].join('\n');
  },
  undoLabel: (label: string, verdict: string) => `${label}: ${verdict}`,
  undone: (name: string) => `${name}: as it was before.`,
  listedAgain: 'The costs have been listed again. What you chose and typed is still here.',
  notListed: 'This list has no costs. Choose another list above.',
  allAgreed: 'Every cost is agreed. Nothing is open.',
  verdicts: (counts: readonly { readonly verdict: string; readonly count: number }[], none: number) =>
    `Verdicts: ${[...counts.map(({ verdict, count }) => `${String(count)} ${verdict}`), `${String(none)} none yet`].join(' · ')}`,
  saved: 'Verdicts are in the workbook: save it when you stop.',
  totals: 'As officers wrote it:',
  withoutAmount: (names: readonly string[]) => `Without an amount: ${listed([...names])}`,
  allDirectorates: 'All directorates',
  columns: {
    title: 'First, columns for your verdicts',
    why: 'Verdict, note, initials and date are written in new columns beside each table. Nothing that is there is changed.',
    what: (tables: number) => `What is added to ${counted(tables, 'table')}`,
    table: (sheet: string, address: string, headings: readonly string[]) => `${sheet}, from ${address}: ${listed([...headings])}`,
    leftTitle: (sheet: string) => `No verdict can be given on “${sheet}” yet`,
    add: (tables: number) => `Add the columns to ${counted(tables, 'table')}`,
    added: (tables: number) => `Columns added to ${counted(tables, 'table')}. Now each cost can be given its verdict.`,
    undo: 'Undo columns',
    undone: 'The columns were taken away again.',
  },
} as const;
