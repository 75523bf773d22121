import { editDistance } from '../framework';
import { ZERO_TO_TWENTY } from '../wording';
import { joinedTitles, nearTitle } from './near-title';
import { BETWEEN, type OutcomeWords, numberedCode, plainWords, type WholeCode } from './outcome-words';

/** What stands in the cell, from left to right. `written` is as it stands there. */
export type OutcomeToken =
  /** `bare digit`: a digit, or a short code of letters, with nothing that says it is an outcome. */
  | {
      readonly kind: 'code';
      readonly code: string;
      readonly written: string;
      readonly mistyped: boolean;
      readonly from: 'code' | 'title' | 'bare digit';
      /** With its sub-number, which no outcome of the framework has: "SO2.1"; null for the outcome itself. */
      readonly part: string | null;
    }
  | { readonly kind: 'all'; readonly written: string }
  | { readonly kind: 'except' }
  | { readonly kind: 'unknown'; readonly written: string }
  | { readonly kind: 'remark'; readonly written: string }
  | { readonly kind: 'joiner'; readonly joiner: 'comma' | 'range' | 'other' };

const NUMBER_WORDS = ZERO_TO_TWENTY.slice(0, 13);
const LABEL_NAME = String.raw`(?:(?:shared|strategic|strategy|ics|icp|key|priority)[\s-]+)?outcomes?`;
const LABEL = new RegExp(
  String.raw`${LABEL_NAME}(?:\s*(?:no|nos|number|numbers)\b\.?)?${BETWEEN}(\d+|${NUMBER_WORDS.join('|')})(?![\p{L}\p{N}]|\.\d)`,
  'uy',
);
/** What a council whose codes are numbers alone may call its outcomes before them. */
const LABEL_OF_NUMBERS = new RegExp(
  String.raw`(?:(?:strategic|shared|key|our)[\s-]+)?(?:outcome|goal|priorit(?:y|ie)|objective|aim|ambition|theme|pillar|mission)s?(?:\s*(?:no|number)\b\.?)?${BETWEEN}(\d+(?:\.\d+)*)(?![\p{L}\p{N}]|\.\d)`,
  'uy',
);
const LABEL_ALONE = new RegExp(String.raw`${LABEL_NAME}(?![\p{L}\p{N}])[\s:]*`, 'uy');
const BARE = /\d+(?:\.\d+)*(?![\p{L}\p{N}])/uy;
const BARE_WORD = new RegExp(String.raw`(?:${NUMBER_WORDS.join('|')}|[il|])(?![\p{L}\p{N}])`, 'uy');
const OUTCOMES = String.raw`(?:outcomes?|goals?|priorit(?:y|ies)|objectives?|aims?|ambitions?|themes?|pillars?|missions?|so'?s?)`;
const COUNT = String.raw`(${NUMBER_WORDS.join('|')}|\d+)`;
const END = String.raw`(?![\p{L}\p{N}])`;
/** Group 1 or 2 is how many there are said to be. */
const ALL = new RegExp(
  String.raw`(?:all|every|each)${END}(?:\s+(?:of|the|above|them|these|those|our|shared|strategic|key|${OUTCOMES}|${COUNT})${END})*|(?:the\s+)?${COUNT}\s+(?:(?:shared|strategic|key)\s+)?${OUTCOMES}${END}`,
  'uy',
);
/** The number of an entry of a list: "2. SO3", "b) SO3"; group 1. What follows begins with a letter, or with a code of digits. */
const LIST_NUMBER = /(\d{1,2}|[a-h]|i{1,3}|iv|v)(?:\)\s*|\.\s+)(?=\p{L}|(\d+(?:\.\d+)*)(?!\d|[.)]))/uy;
const LIST_ORDER: readonly (readonly string[])[] = [
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
  ['i', 'ii', 'iii', 'iv', 'v'],
];
const SUB_LETTER = /\(?[a-h]\)?(?![\p{L}\p{N}])/uy;
const EXCEPT = /(?:except(?:ing)?|excluding|excl\.?|but|bar|apart\s+from|other\s+than)(?:\s+for)?(?:\s+not)?(?![\p{L}\p{N}])/uy;
const RANGE = /(?:-|\.{2,}|(?:up\s+)?to(?![\p{L}\p{N}])|through(?![\p{L}\p{N}])|thru(?![\p{L}\p{N}]))/uy;
const OTHER = /(?:[;/&+|\\.\n*•·▪]|and\s*\/\s*or(?![\p{L}\p{N}])|(?:and|plus|also|with|as\s+well\s+as|then)(?![\p{L}\p{N}]))/uy;
/** Marks with which nothing but a joiner begins. */
const JOINING_MARK = /[,;/&+|\\*•·▪-]/u;
const NOT_APPLICABLE = /n\s*[/.\\]\s*a(?![\p{L}\p{N}])\.?/uy;
const IGNORED = /[^\S\n]+|["'()[\]{}<>:=]+/uy;
const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|./suy;
const REMARK =
  /^(?:all|apply|applies|applicable|applied|to|across|cross|cutting|crosscutting|inclusive|relevant|relates?|related|contributing|contribution|overall|delivers?|primary|primarily|secondary|main|mainly|lead|leading|supporting|supports?|especially|particularly|partly|links?|linked|key|both|contributes?|see|mostly|directly|indirectly)$/;

/** Letters typed for one another, dashes and spaces of every kind, made plain, so that the patterns need not know them. */
export function plainCell(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\uff0c\u3001]/g, ',');
}

const isRemark = (chunk: string): boolean =>
  plainWords(chunk)
    .split(' ')
    .every((word) => REMARK.test(word));

/** The number after one of a list: "2" after "1", "ii" after "i"; "" for none. */
function nextOf(number: string): string {
  if (/^\d/.test(number)) return String(Number(number) + 1);
  const order = LIST_ORDER.find((each) => each.includes(number)) ?? [];
  return order[order.indexOf(number) + 1] ?? '';
}

/** Reads tokens from left to right; one scan a cell. */
export class OutcomeScan {
  private at = 0;
  private carried: string | null = null;
  private saidAll = false;
  /** The number of the list's last entry. */
  private listed: string | null = null;
  private readonly lower: string;
  readonly tokens: OutcomeToken[] = [];

  constructor(
    private readonly text: string,
    private readonly words: OutcomeWords,
  ) {
    // A letter whose lower case is longer (İ) would shift every place after it; such text is left as it is.
    const lower = text.toLowerCase();
    this.lower = lower.length === text.length ? lower : text;
  }

  run(): readonly OutcomeToken[] {
    while (this.at < this.text.length) {
      if (this.skip(IGNORED) !== null) continue;
      if (!this.known()) this.chunk();
    }
    return this.tokens;
  }

  private match(pattern: RegExp, at = this.at): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.lower);
  }

  private skip(pattern: RegExp): RegExpExecArray | null {
    const found = this.match(pattern);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  private written(found: RegExpExecArray): string {
    return this.text.slice(found.index, found.index + found[0].length).trim();
  }

  private push(token: OutcomeToken): true {
    this.tokens.push(token);
    return true;
  }

  /** Anything but free words; false when the place holds none of it. */
  private known(): boolean {
    if (JOINING_MARK.test(this.lower.charAt(this.at))) return this.joiner();
    const notApplicable = this.skip(NOT_APPLICABLE);
    if (notApplicable !== null) return this.push({ kind: 'unknown', written: this.written(notApplicable) });
    return this.listNumber() || this.title() || this.coded() || this.everything() || this.bare() || this.joiner();
  }

  /**
   * "2. SO3": the number of an entry is no outcome. It begins the cell or a line, or is the next of its list. Where codes are numbers, one
   * before mere words is the code of what the words say (docs/rules.md#outcome-list-numbers).
   */
  private listNumber(): boolean {
    const found = this.match(LIST_NUMBER);
    const number = found?.[1] ?? '';
    if (found === null || (this.listed !== null ? number !== nextOf(this.listed) && !this.beginsLine() : !this.beginsLine())) return false;
    const after = this.at + found[0].length;
    const isDigit = /^\d/.test(number);
    if (!isDigit && this.text.slice(this.at, this.at + number.length) !== number) return false;
    if (found[2] !== undefined && !(this.words.areNumbers && this.words.codeOf('', found[2]) !== null && isDigit)) return false;
    if (this.words.areNumbers && isDigit && this.words.codeOf('', number) !== null && !this.startsOutcome(after) && found[2] === undefined)
      return false;
    this.at = after;
    this.listed = number;
    return this.push({ kind: 'joiner', joiner: 'other' });
  }

  private beginsLine(): boolean {
    for (let before = this.at - 1; before >= 0; before -= 1) {
      const sign = this.lower[before] ?? '';
      if (sign === '\n') return true;
      if (!/[\s(]/u.test(sign)) return false;
    }
    return true;
  }

  private title(): boolean {
    const there = this.titleAt(this.at);
    if (there === null) return false;
    const { found, code } = there;
    this.at += found[0].length;
    return this.push({ kind: 'code', code, written: this.written(found), mistyped: false, from: 'title', part: null });
  }

  private titleAt(at: number): { readonly found: RegExpExecArray; readonly code: string } | null {
    for (const { pattern, begins, code } of this.words.titles) {
      const found = this.lower.startsWith(begins, at) ? this.match(pattern, at) : null;
      if (found !== null) return { found, code };
    }
    return null;
  }

  private number(prefix: string, digits: string, written: string, mistyped: boolean, from: 'code' | 'bare digit' = 'code'): true {
    const { code, sub } = this.outcomeOf(prefix, digits, from);
    if (code === null) return this.push({ kind: 'unknown', written });
    const padded = /^0\d/.test(digits) && !code.endsWith(digits) && sub === '';
    const isAlone = from === 'bare digit' && numberedCode(code)?.prefix === '';
    const letter = from === 'code' && /\d$/.test(written) ? (this.skip(SUB_LETTER)?.[0].replace(/[()]/g, '') ?? '') : '';
    const part = sub === '' && letter === '' ? null : `${code}${sub}${letter}`;
    return this.push({ kind: 'code', code, written, mistyped: (mistyped && !isAlone) || padded, from, part });
  }

  /** The outcome of a number, else the one that it is a part of: "2.1" behind "SO" is SO2. A number by itself is no part of anything. */
  private outcomeOf(prefix: string, digits: string, from: 'code' | 'bare digit'): { readonly code: string | null; readonly sub: string } {
    const code = this.words.codeOf(prefix, digits);
    if (code !== null || from === 'bare digit' || !digits.includes('.')) return { code, sub: '' };
    const [, whole = '', last = ''] = /^(.*)(\.\d+)$/.exec(digits) ?? [];
    const above = this.outcomeOf(prefix, whole, from);
    return { code: above.code, sub: above.sub + last };
  }

  /** A code that is no letters with a number behind: "A", "EF", "1a". */
  private wholeAt(at: number): { readonly found: RegExpExecArray; readonly one: WholeCode } | null {
    for (const one of this.words.whole) {
      const found = this.match(one.pattern, at);
      if (found === null) continue;
      const end = at + found[0].length;
      const asWritten = this.text.slice(at, end) === one.code;
      // "a" of a sentence is no outcome A; a cell with "a, b" is a list of two.
      if (!one.isShortWord || asWritten || /^\s*(?:$|[,;/&+|\n)\].:-])/.test(this.lower.slice(end))) return { found, one };
    }
    return null;
  }

  private whole(): boolean {
    const there = this.wholeAt(this.at);
    if (there === null) return false;
    const { found, one } = there;
    this.at += found[0].length;
    const from = one.isShortWord ? 'bare digit' : 'code';
    return this.push({ kind: 'code', code: one.code, written: this.written(found), mistyped: false, from, part: null });
  }

  private coded(): boolean {
    if (this.whole()) return true;
    for (const pattern of this.words.prefixes) {
      const exact = this.skip(pattern.exact);
      if (exact !== null) {
        this.carried = pattern.prefix;
        return this.number(pattern.prefix, exact[1] ?? '', this.written(exact), false);
      }
      if (this.repaired(pattern.mistyped, pattern.prefix)) return true;
    }
    const ofNumbers = this.words.areNumbers ? this.match(LABEL_OF_NUMBERS) : null;
    if (ofNumbers !== null) {
      this.at += ofNumbers[0].length;
      this.carried = '';
      return this.number('', ofNumbers[1] ?? '', this.written(ofNumbers), false);
    }
    const label = this.skip(LABEL);
    if (label !== null) {
      const word = NUMBER_WORDS.indexOf(label[1] ?? '');
      this.carried = this.onlyPrefix();
      return this.number(this.carried, word < 0 ? (label[1] ?? '') : String(word), this.written(label), word >= 0);
    }
    return this.label();
  }

  /** With one prefix in the framework the number alone tells the code; with several, or codes without one, it does only where it is unique. */
  private onlyPrefix(): string {
    return this.words.prefixes.length === 1 && !this.words.areNumbers ? (this.words.prefixes[0]?.prefix ?? '') : '';
  }

  private repaired(pattern: RegExp, prefix: string): boolean {
    const found = this.match(pattern);
    if (found === null) return false;
    const after = this.lower.slice(this.at + found[0].length, this.at + found[0].length + 1);
    const asPrefix = found[1] ?? '';
    // "50 1" is two numbers and "01" is one: digits stand for a prefix only when they are joined to the number.
    if (/^\d+$/.test(asPrefix) && (prefix.length < 2 || found[0] !== asPrefix + (found[2] ?? ''))) return false;
    const digits = (found[2] ?? '').replace(/[il|]/g, '1').replaceAll('o', '0').replaceAll('s', '5');
    const code = this.words.codeOf(prefix, digits);
    const startsNext = this.startsCode(this.at + found[0].length);
    if (code === null || (/[\p{L}\p{N}]/u.test(after) && !startsNext)) return false;
    this.at += found[0].length;
    this.carried = prefix;
    return this.push({ kind: 'code', code, written: this.written(found), mistyped: true, from: 'code', part: null });
  }

  /** "Shared outcomes:" before its codes says nothing by itself, but lends them its prefix. */
  private label(): boolean {
    const patterns = [LABEL_ALONE, ...this.words.prefixes.map(({ alone }) => alone)];
    const found = patterns.map((pattern) => this.match(pattern)).find((each) => each !== null) ?? null;
    if (found === null) return false;
    const next = this.lower.slice(this.at + found[0].length);
    if (!/^[\s:(.-]*(?:\d|(?:all|every|each)(?![\p{L}\p{N}])|\p{L}[\s./]?\p{L}{0,3}'?s?[\s.:-]{0,3}\d)/u.test(next)) return false;
    this.at += found[0].length;
    this.carried = this.onlyPrefix();
    return true;
  }

  private everything(): boolean {
    if (this.saidAll && this.skip(EXCEPT) !== null) return this.push({ kind: 'except' });
    const found = this.match(ALL);
    if (found === null || !this.isWholeNumber(found[1] ?? found[2])) return false;
    this.at += found[0].length;
    this.saidAll = true;
    return this.push({ kind: 'all', written: this.written(found) });
  }

  /** "All six" of six; "all five" may mean any of them. */
  private isWholeNumber(count: string | undefined): boolean {
    if (count === undefined) return true;
    const word = NUMBER_WORDS.indexOf(count);
    return (word < 0 ? Number(count) : word) === this.words.codes.length;
  }

  private bare(): boolean {
    const number = this.skip(BARE);
    if (number !== null) {
      const bare = this.carried === null;
      return this.number(this.carried ?? this.onlyPrefix(), number[0], this.written(number), bare, bare ? 'bare digit' : 'code');
    }
    const word = this.carried === null ? null : this.skip(BARE_WORD);
    if (word === null) return false;
    const value = Math.max(NUMBER_WORDS.indexOf(word[0]), word[0].length === 1 ? 1 : -1);
    return this.number(this.carried ?? '', String(value), this.written(word), true);
  }

  private joiner(): boolean {
    if (this.skip(/,/y) !== null) return this.push({ kind: 'joiner', joiner: 'comma' });
    if (this.skip(RANGE) !== null) return this.push({ kind: 'joiner', joiner: 'range' });
    // "SO1andSO2": the word runs into the code after it.
    const glued = this.match(/and|to/y)?.[0] ?? '';
    if (glued !== '' && this.startsOutcome(this.at + glued.length)) {
      this.at += glued.length;
      return this.push({ kind: 'joiner', joiner: glued === 'to' ? 'range' : 'other' });
    }
    return this.skip(OTHER) !== null && this.push({ kind: 'joiner', joiner: 'other' });
  }

  /** Free words, up to a mark that sets parts apart or to the next outcome. */
  private chunk(): void {
    const from = this.at;
    do {
      this.skip(WORD);
      const gap = this.match(/[^\S\n]+/y);
      const next = this.at + (gap?.[0].length ?? 0);
      if (next >= this.text.length || /[,;/\n()[\]+|:]/.test(this.lower[next] ?? '') || this.startsOutcome(next)) break;
      // "Contributes to all outcomes", "Cross-cutting - all"; "healthy living for all" goes on.
      if (this.match(ALL, next) !== null && isRemark(this.text.slice(from, this.at))) break;
      this.at = next;
    } while (this.at < this.text.length);
    this.judge(this.text.slice(from, this.at).replace(/\s(?:and|&|to|-)$/i, ''));
  }

  private startsCode(at: number): boolean {
    // A short code of letters begins one only in its own capitals, else every "a" would end the words before it.
    const whole = this.wholeAt(at);
    if (whole !== null && (!whole.one.isShortWord || this.text.startsWith(whole.one.code, at))) return true;
    return this.words.prefixes.some(({ exact, mistyped }) => this.match(exact, at) !== null || this.match(mistyped, at) !== null);
  }

  private startsOutcome(at: number): boolean {
    return this.startsCode(at) || this.match(LABEL, at) !== null || this.titleAt(at) !== null;
  }

  private judge(chunk: string): void {
    const previous = this.tokens.at(-1);
    const code = nearTitle(this.words, chunk);
    const titles = code !== null ? [{ written: chunk, code }] : joinedTitles(this.words, chunk);
    const follows = previous?.kind === 'code' && previous.code === titles?.[0]?.code;
    if (titles !== null) {
      for (const [index, title] of titles.entries()) {
        if (index > 0) this.push({ kind: 'joiner', joiner: 'other' });
        this.push({ kind: 'code', ...title, mistyped: index > 0 || !follows, from: 'title', part: null });
      }
    } else if (this.isLabelMistyped(chunk)) return;
    else if (editDistance(plainWords(chunk), 'shared', 2) <= 2 && this.labelled()) return;
    else if (isRemark(chunk)) this.push({ kind: 'remark', written: chunk });
    else this.push({ kind: 'unknown', written: chunk });
  }

  /** "Shred outcome 2". */
  private labelled(): boolean {
    this.skip(/[^\S\n]+/y);
    const label = this.skip(LABEL);
    return label !== null && this.number(this.onlyPrefix(), label[1] ?? '', this.written(label), true);
  }

  /** "Outcme 2": the word is so near that the number after it is an outcome's, shown as mistyped. */
  private isLabelMistyped(chunk: string): boolean {
    const words = plainWords(chunk).split(' ');
    const number = /^\d+$/.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
    const last = words.at(-1) ?? '';
    const rest = words.slice(0, -1);
    if (number === '' || editDistance(last, 'outcome', 2) > 2 || rest.some((word) => editDistance(word, 'shared', 2) > 2)) return false;
    return this.number(this.onlyPrefix(), number, chunk, true);
  }
}
