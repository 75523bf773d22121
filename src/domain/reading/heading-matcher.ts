import { FILLER_WORDS, HEADING_WORDS, NO_HEADING, ONLY_ALONE } from './heading-words';
import { searchBySpelling } from './spelling';
import type { HeadingKey } from './heading-keys';
import { MONTH, SEASON } from './words-of-time';
import { isAscii } from '../wording';

/** One thing that a heading's words may mean; from `CERTAIN` there is no doubt. */
export interface Meaning {
  readonly key: HeadingKey;
  readonly strength: number;
}

export const CERTAIN = 0.9;
/** From here on a meaning is beyond reasonable doubt, though it may be misspelt. */
export const FIRM = 0.8;

/** A heading longer than this, in characters or words, is a sentence about something else. */
const LONGEST = 120;
const MOST_WORDS = 14;

/** Texts whose meaning is remembered, a few large workbooks' worth; then all are forgotten. */
const MOST_REMEMBERED = 20_000;

export interface HeadingMatcher {
  /** Whether a cell is almost certainly a heading: all of its words together are a known heading. Fast, since it is called for every short cell of a workbook. */
  readonly isHeading: (text: string) => boolean;
  /** What a cell's words may mean as a heading, the likeliest first; empty for ordinary text. */
  readonly match: (text: string) => readonly Meaning[];
  /** The same, also trying the whole phrase by spelling distance; for cells beside others that are headings. */
  readonly matchClosely: (text: string) => readonly Meaning[];
}

interface Phrase {
  readonly squashed: string;
  readonly meanings: readonly Meaning[];
}

const singular = (word: string): string => {
  if (word === 'kpis' || word === 'ovis') return word.slice(0, 3);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
};

function wordsOf(text: string): string[] {
  return splitWords(text)
    .filter((word) => word !== '')
    .map(singular);
}

function splitWords(text: string): string[] {
  if (isAscii(text))
    return text
      .replace(/([a-z]{2})(?=[A-Z][a-z]{2})/g, '$1 ')
      .toLowerCase()
      .replace(/\bno\./g, 'no ')
      .replace(/['`]/g, '')
      .replace(/\((?:e?s|ies)\)/g, 's')
      .split(/[^a-z0-9]+/);
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/gu, '$1 ')
    .toLowerCase()
    .replace(/\bn[o°º]\.|№/g, 'no ')
    .replace(/['’‘`]/g, '')
    .replace(/\((?:e?s|ies)\)/g, 's')
    .split(/[^\p{L}\p{N}]+/u);
}

function buildPhrases(): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const { key, strength, phrases: listed } of HEADING_WORDS) {
    for (const phrase of listed) {
      const squashed = wordsOf(phrase).join('');
      const meanings = [...(phrases.get(squashed)?.meanings ?? []), { key, strength }].sort((a, b) => b.strength - a.strength);
      phrases.set(squashed, { squashed, meanings });
    }
  }
  return phrases;
}

const PHRASES = buildPhrases();
const VOCABULARY = new Set(HEADING_WORDS.flatMap(({ phrases }) => phrases.flatMap(wordsOf)));
const VOCABULARY_LIST = [...VOCABULARY].filter((word) => word.length >= 5);
const PHRASE_LIST = [...PHRASES.values()].filter(({ squashed }) => squashed.length >= 5);

/** Slips allowed: none in a short word, where a slip makes another word. */
const slipsIn = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3);

const wordsSpeltLike = searchBySpelling(VOCABULARY_LIST, slipsIn);
const phrasesSpeltLike = searchBySpelling(
  PHRASE_LIST.map(({ squashed }) => squashed),
  slipsIn,
);

const weaker = (meanings: readonly Meaning[], by: number): Meaning[] =>
  meanings.map(({ key, strength }) => ({ key, strength: strength * by }));

function strongestFirst(meanings: readonly Meaning[]): Meaning[] {
  const best = new Map<HeadingKey, number>();
  for (const { key, strength } of meanings) best.set(key, Math.max(best.get(key) ?? 0, strength));
  // "Start / end", "Timescale (start)": a column that says both is the timescale, which has room for a start.
  if (best.has('timescale')) best.delete('start');
  return [...best].map(([key, strength]) => ({ key, strength })).sort((a, b) => b.strength - a.strength);
}

/** The words with what stands in brackets, leading numbering ("1.", "b)") and footnote marks taken away. */
function bare(text: string): string {
  return text
    .replace(/\((?:e?s|ies)\)/gi, 's')
    .replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ')
    .replace(/^\s*(?:\d{1,2}|[a-z])[.):]\s+/i, '')
    .replace(/[*†‡]/g, ' ');
}

/** The parts of "Action / Commitment", "Timescale: month and year", and of a heading with its hint on a second line. */
function partsOf(text: string): string[] {
  return text
    .split(/[/|\n\r:;–—?]+|\s-\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What stands in brackets: "Key Milestones (Timescales)". It is a hint more often than the heading, so it counts where the rest means nothing. */
const bracketsOf = (text: string): string[] => [...text.matchAll(/[([]([^()[\]]+)[)\]]/g)].map((match) => match[1] ?? '');

const BRACKETS = 0.9;

/** The first part of a heading says most; a later one that is a small share of it says little. */
const partWeight = (index: number, share: number): number => (index === 0 ? 0.98 : share >= 1 / 3 ? 0.93 : 0.6);

/** So many words are a noun with what describes it. */
const SHORT = 4;
const BY_NOUN = 0.83;

/** Words after which a heading says more of its noun: "Update on the action" is an update. */
const OF_THE_NOUN = new Set('of for to on in by with from at about against'.split(' '));

/** The end of the words that hold the noun, exclusive: English puts it last, or before "of". */
function nounEnd(words: readonly string[]): number {
  const at = words.findIndex((word, index) => index > 0 && OF_THE_NOUN.has(word));
  let end = at < 0 ? words.length : at;
  // "Programme update, spring 2026".
  while (end > 1 && OF_TIME.test(words[end - 1] ?? '')) end -= 1;
  return end;
}

const OF_TIME = new RegExp(String.raw`^(?:20\d{2}|\d{2}|q[1-4]|term|quarter|year|month|${SEASON}|${MONTH})$`);

/**
 * The known phrase among the words of a longer heading: the one that ends with its noun ("Action update" is an update, "Priority outcome" an
 * outcome), else the longest ("Name of the lead officer").
 */
function phraseWithin(words: readonly string[]): Meaning[] {
  let best: Phrase | null = null;
  let share = 0;
  let endsWithNoun = false;
  const noun = nounEnd(words);
  for (let from = 0; from < words.length; from += 1) {
    for (let to = words.length; to > from; to -= 1) {
      const squashed = words.slice(from, to).join('');
      const isNoun = to === noun;
      // "Step due" says when the step is; "due" before other words is no noun.
      const isDue = squashed === 'due' && isNoun && to === words.length && words.length <= SHORT;
      if (squashed.length < 3 || (ONLY_ALONE.has(squashed) && !isDue)) continue;
      if (isNoun === endsWithNoun ? squashed.length <= (best?.squashed.length ?? 2) : endsWithNoun) continue;
      const phrase = PHRASES.get(squashed);
      if (!phrase || (phrase.meanings[0]?.strength ?? 0) < 0.7) continue;
      best = phrase;
      share = (to - from) / words.length;
      endsWithNoun = isNoun;
    }
  }
  if (best === null) return [];
  // "Executive lead" and "Revised completion date" say by their noun what they are.
  const [meant] = best.meanings;
  const isPlain = endsWithNoun && noun <= SHORT && meant !== undefined && meant.strength >= CERTAIN && meant.key !== 'indicator';
  return weaker(best.meanings, isPlain ? Math.max(BY_NOUN, 0.55 + 0.3 * share) : 0.55 + 0.3 * share);
}

/** Questions over a column, whatever words follow: who, when, how one will know, what is to be done. Singular words, one space between. */
const QUESTIONS: readonly { readonly key: HeadingKey; readonly words: RegExp }[] = [
  { key: 'ledBy', words: /^(?:by )?who(?:m|s)?\b(?!.*\b(?:benefit|affected|help|for|else|with|involved|consulted|informed)\b)/ },
  { key: 'timescale', words: /^(?:by )?when\b|^by what date\b|^how long\b/ },
  {
    key: 'measure',
    words:
      /^how (?:will|do|can|would|could|should|are|shall) (?:we|you|i|it|this|success|progress|impact)\b.*\b(?:know|measure|tell|see|judge|evidence|show|succeed|success|work|worked|assess|assessed|evaluate|evaluated|monitor|monitored|measured|judged|shown|evidenced)|^how (?:we|you|it|this|success|progress|impact) (?:will|can|is|are)?\b.*\b(?:know|measure|tell|see|judge|evidence|evidenced|measured|judged|shown)|^what (?:difference|[a-z ]+ will (?:notice|see|feel)$|(?:will|does|would|do)?\s?(?:good|success) look|will be different|will success)/,
  },
  {
    key: 'commitment',
    words:
      /^what (?:we|you|i) (?:plan|intend|aim|propose|want|need|have|are going|promise|pledge) to\b|^what (?:are|do|will|must|should|shall|can|have|needs?|else) (?:we|you|i|to|be|being)\b.*\b(?:do|doing|done|deliver|delivering|take|achieve|commit|committed)\b|^what (?:well|weve|were) (?:do|doing|going)\b/,
  },
  {
    key: 'progress',
    words:
      /^where (?:are|have) we\b|^how (?:are|is) (?:we|it) (?:doing|going)|^what (?:have we|has been|weve) (?:done|achieved)|^how far\b/,
  },
];

/** What shows that it worked, in other words than a measure's: "Expected result", "Signs of success", "Impact and evidence". */
const OF_RESULTS =
  /^(?:(?:expected|intended|desired|planned|anticipated|projected|key|main|measurable) (?:result|output|impact|benefit|deliverable|change)|(?:result|output|outcome|impact|benefit)(?: to be)? (?:expected|intended|anticipated|sought|achieved)|benefit (?:or |and )?(?:metric|measure|indicator|kpi)|success looks? like|success look like|(?:sign|evidence|test|definition|proof|marker|outcome|measure) of (?:success|progress|impact|delivery|completion|achievement)|(?:impact|output|outcome|result) (?:and|or) (?:evidence|impact|outcome|output|measure)|evidence (?:sent|provided|supplied|submitted|seen|needed|gathered|held)(?: to \w+)?|(?:closure|completion|success|supporting|assurance) evidence|evidence (?:we|you|they) (?:will )?(?:collect|gather|provide|use|have|need)|evidence (?:and|or) (?:impact|outcome|measure)|(?:output|outcome) (?:and )?(?:outcome|output)|difference (?:made|it will make)|benefit to (?:resident|people|patient|customer|user))$/;
const BY_RESULT = 0.7;

/** "Measure No." and "Recommendation ref" number the rows. */
const OF_A_NUMBER =
  /^(?:measure|recommendation|rec|requirement|project|objective|task|activity|commitment|priority|row|line|workstream|theme|plan|our|unique) (?:no|number|ref|reference|id)$/;

/** A post or body by what it is to the action: "Lead commissioner", "Co-ordinating body". */
const OF_WHO_LEADS =
  /^(?:lead (?:commissioner|authority|body|agency|department|professional|clinician|nurse|provider|individual|council|team|group)|(?:co ?ordinating|accountable|responsible|delivering|nominated|named|managing|owning) (?:body|organisation|agency|officer|service|team|lead|authority|partner|department|manager|person|individual|director))$/;

/** As sure as a question is of its column. */
const BY_QUESTION = 0.93;

function byQuestion(words: readonly string[]): Meaning[] {
  const text = words.join(' ');
  const found = QUESTIONS.find((question) => question.words.test(text));
  return found === undefined || words.length > MOST_WORDS ? [] : [{ key: found.key, strength: BY_QUESTION }];
}

export function createHeadingMatcher(): HeadingMatcher {
  const corrections = new Map<string, string>();

  const corrected = (word: string): string => {
    if (word.length < 5 || VOCABULARY.has(word)) return word;
    const known = corrections.get(word);
    if (known !== undefined) return known;
    const found = VOCABULARY_LIST[wordsSpeltLike(word)[0] ?? -1] ?? word;
    if (corrections.size >= MOST_REMEMBERED) corrections.clear();
    corrections.set(word, found);
    return found;
  };

  const exactly = (words: readonly string[]): readonly Meaning[] => {
    const whole = PHRASES.get(words.join(''));
    if (whole) return whole.meanings;
    const telling = words.filter((word) => !FILLER_WORDS.has(word));
    const trimmed = telling.length === words.length ? undefined : PHRASES.get(telling.join(''));
    return trimmed ? weaker(trimmed.meanings, 0.93) : [];
  };

  const readWhole = (words: readonly string[], text: string): readonly Meaning[] => {
    if (words.length === 0 || words.length > MOST_WORDS || NO_HEADING.has(words.join(' '))) return [];
    const exact = exactly(words);
    if (exact.length > 0) return exact;
    const parts = partsOf(bare(text)).map(wordsOf);
    const byPart =
      parts.length > 1 ? parts.flatMap((part, index) => weaker(exactly(part), partWeight(index, part.length / words.length))) : [];
    const inBrackets = byPart.length > 0 ? [] : bracketsOf(text).flatMap((part) => weaker(exactly(wordsOf(part)), BRACKETS));
    const correctedWords = words.map(corrected);
    const asked = byPart.length > 0 && (byPart[0]?.strength ?? 0) >= FIRM ? [] : byQuestion(words);
    const spelt = correctedWords.some((word, index) => word !== words[index]) ? weaker(exactly(correctedWords), 0.88) : [];
    const ofLeads = OF_WHO_LEADS.test(words.join(' ')) ? [{ key: 'ledBy' as const, strength: BY_QUESTION }] : [];
    const ofNumber = OF_A_NUMBER.test(words.join(' ')) ? [{ key: 'ref' as const, strength: BY_NOUN }] : [];
    const ofResults = OF_RESULTS.test(words.join(' ')) ? [{ key: 'measure' as const, strength: BY_RESULT }] : [];
    return strongestFirst([...byPart, ...inBrackets, ...asked, ...ofLeads, ...ofResults, ...ofNumber, ...spelt]);
  };

  const readAlone = (text: string): readonly Meaning[] => {
    if (/^\s*#\s*$/.test(text)) return [{ key: 'ref', strength: 1 }];
    return readWhole(wordsOf(bare(text)), text);
  };

  const read = (text: string): readonly Meaning[] => {
    const whole = matchWhole(text);
    const words = wordsOf(bare(text));
    const isClear = (whole[0]?.strength ?? 0) >= FIRM;
    if (isClear || words.length < 2 || words.length > MOST_WORDS || NO_HEADING.has(words.join(' '))) return whole;
    return strongestFirst([...whole, ...phraseWithin(words.map(corrected))]);
  };

  const readClosely = (text: string): readonly Meaning[] => {
    const found = match(text);
    if ((found[0]?.strength ?? 0) >= FIRM) return found;
    const squashed = wordsOf(bare(text)).join('');
    const near = phrasesSpeltLike(squashed).flatMap((place) => PHRASE_LIST[place]?.meanings ?? []);
    return strongestFirst([...found, ...weaker(near, 0.85)]);
  };

  const remembered = (memory: Map<string, readonly Meaning[]>, reader: (text: string) => readonly Meaning[]) => {
    return (text: string): readonly Meaning[] => {
      if (text.length > LONGEST) return [];
      const known = memory.get(text);
      if (known) return known;
      const meanings = reader(text);
      if (memory.size >= MOST_REMEMBERED) memory.clear();
      memory.set(text, meanings);
      return meanings;
    };
  };
  const matchWhole = remembered(new Map(), readAlone);
  const match = remembered(new Map(), read);
  return {
    match,
    matchClosely: remembered(new Map(), readClosely),
    isHeading: (text) => (matchWhole(text)[0]?.strength ?? 0) >= FIRM,
  };
}
