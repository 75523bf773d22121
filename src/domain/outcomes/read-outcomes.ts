import type { Outcome } from '../framework';
import { type Cell, dateOfSerial, isDateFormat } from '../grid';
import type { OutcomeReading } from './outcome-reading';
import { type OutcomeToken, OutcomeScan, plainCell } from './outcome-scan';
import { type OutcomeWords, outcomeWords } from './outcome-words';

/** An outcome cell is a short list; what stands beyond this many characters is one unknown part, so that no cell costs more than a moment. */
const LONGEST = 1000;

/** One mention of an outcome or of something that is none, and what set it apart from the mention before. */
interface Mention {
  readonly token: Extract<OutcomeToken, { kind: 'code' | 'unknown' | 'all' }>;
  readonly joiners: readonly ('comma' | 'range' | 'other')[];
  readonly excepted: boolean;
}

interface Listed {
  readonly mentions: readonly Mention[];
  /** What stands after the last mention: a trailing comma. */
  readonly trailing: readonly ('comma' | 'range' | 'other')[];
}

function mentionsOf(tokens: readonly OutcomeToken[]): Listed {
  const mentions: Mention[] = [];
  let joiners: Mention['joiners'][number][] = [];
  let excepted = false;
  for (const token of tokens) {
    if (token.kind === 'joiner') joiners.push(token.joiner);
    else if (token.kind === 'except') excepted = true;
    else if (token.kind !== 'remark') {
      const previous = mentions.at(-1)?.token;
      // "SO2: Tackle the wider determinants" names one outcome once, by its code and its title.
      const again = token.kind === 'code' && previous?.kind === 'code' && previous.code === token.code && previous.from !== token.from;
      if (!again) mentions.push({ token, joiners, excepted });
      joiners = [];
    }
  }
  return { mentions: mentions.map(withoutChance), trailing: joiners };
}

/** "1 March", "3 of these": a digit that runs into words which are no outcome is part of them. */
function withoutChance(mention: Mention, index: number, all: readonly Mention[]): Mention {
  const { token } = mention;
  // "All children" names no outcome.
  const beside = all[index + 1];
  if (token.kind === 'all' && beside?.token.kind === 'unknown' && beside.joiners.length === 0)
    return { ...mention, token: { kind: 'unknown', written: token.written } };
  if (token.kind !== 'code' || token.from !== 'bare digit') return mention;
  const before = mention.joiners.includes('comma') || mention.joiners.includes('other') ? undefined : all[index - 1];
  const next = all[index + 1];
  const after = next?.joiners.includes('comma') === true || next?.joiners.includes('other') === true ? undefined : next;
  const runsOn = [before, after].some((beside) => beside?.token.kind === 'unknown');
  return runsOn ? { ...mention, token: { kind: 'unknown', written: token.written } } : mention;
}

const isRange = (mention: Mention | undefined): boolean => mention?.token.kind === 'code' && mention.joiners.join() === 'range';

/** Whether mention `index` ends a range that the one before begins; "SO1-SO2-SO3" is a list set apart by dashes, not two ranges. */
function endsRange(mentions: readonly Mention[], index: number): boolean {
  return (
    isRange(mentions[index]) && mentions[index - 1]?.token.kind === 'code' && !isRange(mentions[index - 1]) && !isRange(mentions[index + 1])
  );
}

/** The codes in the order written, ranges written out: those named, or those that stand after "all except". */
function sequence(mentions: readonly Mention[], words: OutcomeWords, ofExcepted: boolean): string[] {
  return mentions.flatMap(({ token, excepted }, index) => {
    if (token.kind !== 'code' || excepted !== ofExcepted) return [];
    const before = mentions[index - 1]?.token;
    if (!endsRange(mentions, index) || before?.kind !== 'code') return [token.code];
    const from = words.orderOf.get(before.code) ?? 0;
    const to = words.orderOf.get(token.code) ?? 0;
    const between = words.codes.slice(Math.min(from, to), Math.max(from, to) + 1);
    return from <= to ? between.slice(1) : between.reverse().slice(1);
  });
}

/** The order falls, or something other than one comma stands between two codes or at an end (docs/rules.md#outcome-untidy). */
function isUntidy({ mentions, trailing }: Listed, order: readonly number[]): boolean {
  const falls = order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0));
  const badlyJoined = mentions.some(({ token, joiners, excepted }, index) => {
    if (index === 0) return joiners.length > 0 && token.kind !== 'unknown';
    if (token.kind !== 'code' || mentions[index - 1]?.token.kind !== 'code' || excepted) return false;
    if (endsRange(mentions, index)) return false;
    return joiners.join() !== 'comma';
  });
  return mentions.length > 0 && (falls || badlyJoined || trailing.length > 0);
}

const NOTHING = { codes: [], mistyped: [], duplicates: [], untidy: false, unknown: [], parts: [], remarks: [] };

function readText(text: string, words: OutcomeWords): OutcomeReading {
  // A line break after a comma is only a line break.
  const plain = plainCell(text.slice(0, LONGEST))
    .trim()
    .replace(/,[^\S\n]*\n\s*/g, ', ');
  const tokens = new OutcomeScan(plain, words).run();
  const listed = mentionsOf(tokens);
  const { mentions } = listed;
  const written = sequence(mentions, words, false);
  const all = mentions.find(({ token }) => token.kind === 'all')?.token.written ?? null;
  const excepted = sequence(mentions, words, true);
  const everything = all === null ? [] : words.codes.filter((code) => !excepted.includes(code));
  // "SO1 to SO6 (all)" is a list with a remark: the word adds nothing to it.
  const mistyped = mentions.flatMap(({ token, excepted: out }) =>
    token.kind === 'code' && token.mistyped && !out ? [{ written: token.written, code: token.code }] : [],
  );
  const fromAll = everything.filter((code) => !written.includes(code)).map((code) => ({ written: all ?? '', code }));
  const present = new Set([...written, ...everything]);
  const seen = new Set<string>();
  // "SO2.1, SO2.3" are two parts of one outcome, which is not given twice.
  const partOf = new Set(mentions.flatMap(({ token }) => (token.kind === 'code' && token.part !== null ? [token.code] : [])));
  const twice = new Set(written.filter((code) => seen.size === seen.add(code).size && !partOf.has(code)));
  const rising = (codes: ReadonlySet<string>): string[] => words.codes.filter((code) => codes.has(code));
  return {
    text,
    codes: rising(present),
    mistyped: [...mistyped, ...fromAll],
    duplicates: rising(twice),
    untidy: isUntidy(
      listed,
      written.map((code) => words.orderOf.get(code) ?? 0),
    ),
    unknown: [
      ...mentions.flatMap(({ token }) => (token.kind === 'unknown' ? [token.written] : [])),
      ...(text.length > LONGEST ? [text.slice(LONGEST).trim()] : []),
    ],
    parts: [...new Set(mentions.flatMap(({ token }) => (token.kind === 'code' && token.part !== null ? [token.part] : [])))],
    remarks: tokens.flatMap((token) => (token.kind === 'remark' ? [token.written] : [])),
  };
}

/** What Excel took for a date where day and month are numbers of outcomes: "1-3" is held as 1 March, "2/5" as 2 May. Read as in Britain, day first. */
function typedAsDate(serial: number, words: OutcomeWords): OutcomeReading['changedByExcel'] | null {
  const date = dateOfSerial(serial);
  if (date === null) return null;
  const typed = `${String(date.day)}-${String(date.month)}`;
  const { codes, unknown } = readText(typed, words);
  return codes.length > 0 && unknown.length === 0 ? { typed, codes } : null;
}

/**
 * Reads a Shared Outcome cell against a framework's outcomes. Never throws and never guesses silently: what was
 * repaired is in `mistyped`, what was not understood in `unknown`. An empty cell, and one that holds an error
 * value, read as nothing. A number cell (2) is a bare digit.
 * Rule: docs/rules.md#outcome-codes.
 */
export function readOutcomes(cell: Cell, outcomes: readonly Outcome[]): OutcomeReading {
  const words = outcomeWords(outcomes);
  if (cell.kind === 'empty' || cell.kind === 'error') return { text: cell.text, ...NOTHING };
  const shown = readText(cell.text.trim(), words);
  // "1-2" typed into Excel becomes a date; its day and month are no outcomes, and the user is told what was likely typed.
  if (cell.kind === 'number' && isDateFormat(cell.format)) {
    const nothing = { ...shown, ...NOTHING, unknown: [shown.text] };
    // Excel gives what looks like day and month no year; a date with one was meant as a date.
    const changedByExcel = /y/i.test(cell.format) ? null : typedAsDate(cell.value, words);
    return changedByExcel === null ? nothing : { ...nothing, changedByExcel };
  }
  // A narrow column shows "###" and a format may show "2.00", or 2 for 2.1: then the number itself is read.
  const isRounded = cell.kind === 'number' && /^[\d.]+$/.test(cell.text) && Number(cell.text) !== cell.value;
  if (cell.kind !== 'number' || (shown.codes.length > 0 && !isRounded)) return shown;
  const held = readText(String(cell.value), words);
  return held.codes.length > 0 ? { ...held, text: shown.text } : shown;
}
