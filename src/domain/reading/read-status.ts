import type { Framework } from '../framework';
import { saysCompleted } from '../timescale';

export interface StatusReading {
  /** A status of the framework's vocabulary, or null when none is given. */
  readonly status: string | null;
  /** What the progress cell says beside the status; words of a status column that mean no status stand in front. */
  readonly progress: string;
}

/**
 * Other words for the six usual statuses. RAG: green is on track; amber is at risk, for the date still stands; red is delayed, for it
 * does not, which is also the status a reader of red must act on. Blue is the usual colour of complete, grey of not started.
 */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  'on track': [
    'green',
    'g',
    'on-track',
    'on target',
    'on schedule',
    'on course',
    'on plan',
    'in progress',
    'progressing',
    'underway',
    'under way',
    'ongoing',
    'started',
  ],
  'at risk': ['amber', 'a', 'amber green', 'amber red', 'at-risk', 'some risk', 'some slippage', 'needs attention'],
  delayed: [
    'red',
    'r',
    'delay',
    'late',
    'overdue',
    'behind',
    'behind schedule',
    'slipped',
    'slipping',
    'off track',
    'off-track',
    'off target',
    'missed',
  ],
  complete: [
    'blue',
    'b',
    'completed',
    'done',
    'finished',
    'delivered',
    'achieved',
    'closed',
    'implemented',
    'fully implemented',
    'actioned',
    '100%',
    '100% complete',
  ],
  'not started': [
    'grey',
    'gray',
    'not yet started',
    'yet to start',
    'to start',
    'not begun',
    'not commenced',
    'not due',
    'not yet due',
    'pending',
  ],
  stopped: [
    'black',
    'cancelled',
    'canceled',
    'withdrawn',
    'ceased',
    'paused',
    'on hold',
    'abandoned',
    'no longer required',
    'discontinued',
  ],
};

/** Colours and letters: a status in a status column, but in running text only when they stand apart ("Green: ..."). */
const ONLY_APART = new Set(
  'green amber red blue grey gray black g a r b started pending ongoing done closed delivered achieved implemented actioned missed late behind pending paused'.split(
    ' ',
  ),
);

interface StatusWord {
  readonly words: string;
  readonly status: string;
  readonly isOwn: boolean;
}

const known = new WeakMap<Framework, readonly StatusWord[]>();

function statusWords(framework: Framework): readonly StatusWord[] {
  const cached = known.get(framework);
  if (cached) return cached;
  const { statuses } = framework.vocabularies;
  const own = statuses.map((status) => ({ words: status.toLowerCase(), status, isOwn: true }));
  const others = own.flatMap(({ words, status }) => (OTHER_WORDS[words] ?? []).map((other) => ({ words: other, status, isOwn: false })));
  const taken = new Set(own.map(({ words }) => words));
  const all = [...own, ...others.filter(({ words }) => !taken.has(words))].sort((a, b) => b.words.length - a.words.length);
  known.set(framework, all);
  return all;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}%])[^\p{L}\p{N}%]+$/gu, '');

/** The words that a status may be followed by with no mark between: "Delayed by two months", but not "Complete review of ...". */
const LEADS_ON =
  /^(?:in|by|on|at|as|to|for|from|with|due|since|until|because|and|but|following|after|pending|subject|owing|this|last|yet|so)\b/i;

function splitProgress(text: string, framework: Framework): { status: string; rest: string; isOwn: boolean } | null {
  if (text === '') return null;
  const lower = text.toLowerCase().replace(/\s/g, ' ');
  const lead = /^(?:(?:brag|rag|status)\s*[:–—-]?\s*)?[^\p{L}\p{N}]*/iu.exec(lower)?.[0].length ?? 0;
  for (const { words, status, isOwn } of statusWords(framework)) {
    if (!lower.startsWith(words, lead)) continue;
    const after = text.slice(lead + words.length);
    if (/^[\p{L}\p{N}]/u.test(after)) continue;
    const rest = after.replace(/^[\s\p{P}\p{S}]*/u, (marks) => /(?<![("'“‘£#•[])[("'“‘£#•[]+$/u.exec(marks)?.[0] ?? '').trim();
    const isApart = /^\s*(?:[-–—:;,.|/(\n\r•]|$)/u.test(after) || /^\s*[\n\r]/.test(after);
    if (isApart) return { status, rest: tidied(rest), isOwn };
    if (!ONLY_APART.has(words) && LEADS_ON.test(rest)) return { status, rest: isOwn ? rest : text, isOwn };
  }
  const complete = saysCompleted(text) ? statusWords(framework).find(({ words }) => words === 'completed') : undefined;
  return complete === undefined ? null : { status: complete.status, rest: text, isOwn: false };
}

/** "On track (first schools done)" leaves its brackets behind. */
const tidied = (rest: string): string => (/^\([^()]*\)$/.test(rest) ? rest.slice(1, -1).trim() : rest);

/** A letter of a colour counts by itself and in front of a mark: "G", "A: late"; "n/a" is no amber. */
const isLetter = (words: string): boolean => words.length === 1;

function statusOf(text: string, framework: Framework): string | null {
  const words = plain(text);
  // What is asked is not said: "Complete?"
  if (words === '' || /\?\s*$/.test(text)) return null;
  // A hyphen within a word sets nothing apart: "un-started", "part-complete".
  const parts = words.split(/[/(:–—]|(?<= )-|-(?= )/).map(plain);
  const [first = '', ...others] = parts;
  for (const part of [words, first, ...others.filter((other) => !isLetter(other))]) {
    const found = statusWords(framework).find((entry) => entry.words === part);
    if (found) return found.status;
  }
  return splitProgress(text, framework)?.status ?? null;
}

/**
 * The status and the progress of a row (docs/rules.md#status). The status column says the status; without one, a
 * progress cell that begins with a status word does, and the rest is the progress. No words are lost.
 */
export function readStatus(statusText: string, progressText: string, framework: Framework): StatusReading {
  const written = statusText.trim();
  const progress = progressText.trim();
  const status = statusOf(written, framework);
  const split = splitProgress(progress, framework);
  if (written === '') return split === null ? { status: null, progress } : { status: split.status, progress: split.rest };
  if (status === null) {
    const kept = [written, split === null ? progress : split.rest].filter((text) => text !== '').join('\n');
    return { status: split?.status ?? null, progress: kept };
  }
  const own = split?.status === status ? split.rest : progress;
  // "Done in May" and "Completed, bar one" say more than the status.
  const rest = splitProgress(written, framework)?.rest ?? '';
  const saysMore = rest !== '' && (rest === written || statusOf(rest, framework) === null);
  return { status, progress: saysMore ? [written, own].filter((text) => text !== '').join('\n') : own };
}

/** Words that end so tell what is done or going on: "Awaiting data", "Contract signed", "Report written"; "Gren" is a mistyped colour. */
const TELLS_PROGRESS = /(?<=\p{L}{2})(?:ed|ing|[dklstv]en)$/iu;
/** A status is no longer than this; more words are a statement of progress. */
const MOST_WORDS = 3;

/**
 * Whether the words of a status cell are no status and no statement of progress either: "Purple", "Fine".
 * Rule: docs/rules.md#status.
 */
export function isStatusUnread(text: string, framework: Framework): boolean {
  const words = plain(text)
    .split(' ')
    .filter((word) => /[\p{L}]/u.test(word));
  if (words.length === 0 || words.length > MOST_WORDS || /\d/.test(text) || statusOf(text.trim(), framework) !== null) return false;
  return !words.some((word) => TELLS_PROGRESS.test(word) || word === 'not');
}
