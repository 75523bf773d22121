/** One word of a text: its stem, itself in small letters, and its place (`end` exclusive). */
export interface Word {
  readonly stem: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** Words that carry nothing even inside a phrase; "in", "to" and "out" do ("out of work"), so they stay. */
const SILENT = new Set(['a', 'an', 'the', 'of', 'and', 'or', 's']);

/** A word, a number with its decimals ("4,556", "1.5"), or two letters that "&" makes one word (A&E, L&D). */
const WORD = /\p{Lu}&\p{Lu}(?!\p{L})|(?<!\d)\d+(?:[.,]\d+)*(?![\p{L}\d])|[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

const VOWEL = /[aeiouy]/;

/** Takes off plural, -ing and -ed, with care: "smoking", "smoke" and "smokes" give one stem; "caring" does not become "car". */
function stemmed(word: string): string {
  let stem = word.replace(/iz(?=ation|e|ing)/, 'is');
  if (stem.length > 3 && stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) {
    stem =
      stem.length > 4 && stem.endsWith('ies')
        ? `${stem.slice(0, -3)}y`
        : /(?:x|ch|sh|ss)es$/.test(stem)
          ? stem.slice(0, -2)
          : stem.slice(0, -1);
  }
  const ending = /(?:ing|ed)$/.exec(stem)?.[0];
  if (ending !== undefined && stem.length - ending.length >= 4 && VOWEL.test(stem.slice(0, -ending.length))) {
    stem = stem.slice(0, -ending.length).replace(/([bdgmnprt])\1$/, '$1');
  }
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/** Words met before. A council's words are few, so they are bounded only against a file of noise. */
const MOST_KNOWN = 50_000;
const knownStems = new Map<string, string>();
const knownForms = new Map<string, Form | null>();

/** A word as it counts, the same for every text that has it in these letters. */
type Form = Pick<Word, 'stem' | 'raw'>;

function remembered<Value>(known: Map<string, Value>, word: string, make: (word: string) => Value): Value {
  const before = known.get(word);
  if (before !== undefined) return before;
  const made = make(word);
  if (known.size < MOST_KNOWN) known.set(word, made);
  return made;
}

/** The stem of one word written in small letters. */
export function stemOf(word: string): string {
  return remembered(knownStems, word, stemmed);
}

/** Null for a word that carries no meaning. */
function formOf(written: string): Form | null {
  return remembered(knownForms, written, (word) => {
    const raw = withoutApostrophe(word.toLowerCase());
    return SILENT.has(raw) ? null : { stem: stemOf(raw), raw };
  });
}

/** "people's" is "people", "don't" is "dont". */
function withoutApostrophe(word: string): string {
  return word.includes("'") || word.includes('’') ? word.replace(/['’]s?$/, '').replace(/['’]/, '') : word;
}

/** The words of a text in order, without those that carry no meaning ("the", "of"); "well being" and "well-being" are "wellbeing". */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const form = formOf(match[0]);
    if (form === null) continue;
    const { stem, raw } = form;
    const start = match.index;
    const end = start + match[0].length;
    const last = words.at(-1);
    if (raw === 'being' && last?.raw === 'well' && start - last.end === 1) {
      words[words.length - 1] = { stem: stemOf('wellbeing'), raw: 'wellbeing', start: last.start, end };
    } else {
      words.push({ stem, raw, start, end });
    }
  }
  return words;
}
