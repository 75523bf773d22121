import { dateAt } from './date-at';
import { isExplained } from './explained-figures';
import { type Years, durationAt, frequencyAt } from './duration-at';
import { phraseAt } from './phrase-at';
import type { Meaning } from './phrases';
import { type Span, spanAt } from './span-at';
import type { Dated, Statement, Statements } from './statement';
import type { TokenStream } from './token-stream';

/** Words that may stand between a preposition and its date without coming between them. */
const FILLERS = new Set([
  'the',
  'about',
  'around',
  'roughly',
  'approximately',
  'approx',
  'circa',
  'c',
  'in',
  'on',
  'at',
  'of',
  'during',
  'a',
]);
/** What a plan calls itself and its beginning: a length that runs from it is one from the plan date. */
const PLAN_WORDS = ['plan', 'strategy', 'framework', 'now', 'today'];
/** What lasts a length of time: "12 month pilot from April 2025". */
const LASTING_WORDS = [
  'pilot',
  'programme',
  'project',
  'contract',
  'scheme',
  'trial',
  'period',
  'commission',
  'campaign',
  'funding',
  'extension',
];
/** How far, in tokens, a verb reaches to a date after it in its line. */
const REACH = 14;

/** Walks the tokens once, left to right, and writes down what they say. */
class Walk {
  readonly found: Statement[] = [];
  readonly wordy = new Set<number>();
  readonly figuresLeft: string[] = [];
  /** "was", "slipped from": the date that follows no longer counts. */
  private superseded = false;
  /** "Slipped", "revised to Sept 2026": a date after "from" is the one before. */
  private moved = false;
  /** The line of the last event, from which a length in the same line runs. */
  private eventLine = -1;
  private line = 0;
  private clause = 0;
  private direct: 'start' | 'end' | null = null;
  private verb: { role: 'start' | 'end'; at: number } | null = null;
  private previous: Dated | null = null;
  private eachBefore = -1;

  constructor(private readonly stream: TokenStream) {}

  run(): Statements {
    let at = 0;
    while (at < this.stream.length) at = this.step(at);
    return { found: this.found, wordy: this.wordy, figuresLeft: this.figuresLeft };
  }

  /** Takes the statement or token at `at`; gives the place after it. */
  private step(at: number): number {
    return this.separator(at) ?? this.frequency(at) ?? this.relative(at) ?? this.dated(at) ?? this.phrase(at) ?? this.other(at);
  }

  private separator(at: number): number | null {
    const { stream } = this;
    const isLineEnd = stream.at(at).kind === 'break' || stream.isMark(at, ';', '|') || this.isFullStop(at);
    if (!isLineEnd && !stream.isMark(at, ',', '/', '+') && !stream.isWord(at, 'and', 'with', 'then', 'plus')) return null;
    if (stream.isMark(at, '/') && stream.isWord(at - 1, 'n', 'w')) return null;
    this.clause += 1;
    if (isLineEnd) {
      this.line += 1;
      this.moved = false;
      this.verb = null;
      this.direct = null;
    }
    return at + 1;
  }

  /** A full stop with space after it; one after a shortening or between figures is none. */
  private isFullStop(at: number): boolean {
    if (!this.stream.isMark(at, '.')) return false;
    const next = this.stream.at(at + 1);
    return next.gap && next.kind !== 'end' && !this.stream.isWord(at - 1, 'approx', 'est', 'c', 'no');
  }

  private frequency(at: number): number | null {
    const next = frequencyAt(this.stream, at);
    if (next === null) {
      if (this.stream.isWord(at, 'every', 'each')) this.eachBefore = at + 1;
      return null;
    }
    this.found.push({ kind: 'ongoing', word: 'frequency', line: this.line, clause: this.clause });
    return next;
  }

  private relative(at: number): number | null {
    const duration = durationAt(this.stream, at);
    if (duration === null) return null;
    return (
      this.anchored(duration.value, duration.next) ??
      this.counted(duration.value, duration.next) ??
      this.unanchored(duration.value, duration.next)
    );
  }

  /**
   * "within 6 months of contract award", "3 months from go-live", "6 months once in post": the length runs from what happens some time, so it
   * gives no date.
   */
  private counted([least]: Years, at: number): number | null {
    const { stream } = this;
    const joint = stream.skip(at, ',', '-', '(');
    if (phraseAt(stream, joint)?.value === 'event') return joint;
    // "6 months post launch"; "a 12 month post" is a job.
    const isPost = stream.isWord(joint, 'post') && stream.at(at - 1).text.endsWith('s');
    // "Within 2 years of approval" runs from it; "2 years of funding" is how long it lasts.
    if (!isPost && !stream.isWord(joint, 'from', 'after', 'following') && !(least === 0 && stream.isWord(at, 'of'))) return null;
    const place = stream.skip(joint + 1, '-', 'the', 'this', 'our');
    if (stream.at(place).kind !== 'word' || this.isOwnBeginning(place)) return null;
    this.sayEvent();
    this.direct = null;
    return joint + 1;
  }

  /** The plan's own beginning is known: "of the plan", "from the start", "from the start of the strategy". */
  private isOwnBeginning(at: number): boolean {
    const { stream } = this;
    if (stream.isWord(at, ...PLAN_WORDS)) return true;
    const start = phraseAt(stream, at);
    if (start?.value !== 'starts') return false;
    return !stream.isWord(start.next, 'of') || stream.isWord(stream.skip(start.next + 1, 'the', 'this', 'our'), ...PLAN_WORDS);
  }

  private sayEvent(): void {
    this.found.push({ kind: 'event', line: this.line, clause: this.clause });
    this.eventLine = this.line;
  }

  private unanchored(years: Years, next: number): number {
    this.direct = null;
    // "Once in post, 6 months" runs from the event; "immediate then annually" has no end.
    const onwards = this.onwards(next);
    if (onwards !== null && !this.stream.isMark(next, '+')) {
      this.found.push({ kind: 'ongoing', word: 'ongoing', line: this.line, clause: this.clause });
      return onwards;
    }
    if (this.eventLine !== this.line && !this.goesOn(next)) {
      this.found.push({ kind: 'relative', years, line: this.line, clause: this.clause });
    }
    return next;
  }

  private goesOn(at: number): boolean {
    const { stream } = this;
    const place = stream.skip(at, ')', ',', '-', 'and', 'then', 'to');
    return place > at && this.lastingAt(place) !== null;
  }

  /** The place after "ongoing", "annually", "every 6 months". */
  private lastingAt(at: number): number | null {
    const phrase = phraseAt(this.stream, at);
    return frequencyAt(this.stream, at) ?? (phrase?.value === 'ongoing' || phrase?.value === 'frequency' ? phrase.next : null);
  }

  /** "12 months from April 2025", "within 6 months of April 2025": the length runs from a date. */
  private anchored(years: Years, at: number): number | null {
    const { stream } = this;
    // "12 month pilot from April 2025".
    const place = stream.isWord(at, ...LASTING_WORDS) ? at + 1 : at;
    if (!stream.isWord(place, 'from', 'of', 'after', 'following', 'starting', 'commencing', 'beginning')) return null;
    const date = dateAt(stream, stream.skip(place + 1, 'in', 'the'));
    if (date === null) return null;
    const how = stream.isWord(place, 'of', 'after', 'following') ? 'after' : 'for';
    const span: Span = { first: date.value, second: null, open: null, at, next: date.next };
    this.push({ role: how === 'for' ? 'start' : 'end', span, recurring: false, length: { years: years[1], how } });
    return date.next;
  }

  private dated(at: number): number | null {
    const span = spanAt(this.stream, at);
    if (span === null) return null;
    if (this.superseded) return this.pastSuperseded(span);
    const isEach = this.eachBefore === at || (this.previous?.recurring === true && this.joins(at));
    const recurring = isEach && !span.first.dated;
    if (recurring && this.eachBefore === at) this.found.push({ kind: 'ongoing', word: 'frequency', line: this.line, clause: this.clause });
    const after = this.afterDate(span.next);
    const role = span.open !== null || after.isStart ? 'start' : this.roleBefore(at);
    this.push({ role, span, recurring, length: after.years === null ? null : { years: after.years, how: 'for' } });
    if (span.open === 'ongoing' || after.isOpen)
      this.found.push({ kind: 'ongoing', word: 'ongoing', line: this.line, clause: this.clause });
    return after.next;
  }

  /** "was 03/26" names no date of the plan; of "brought forward from Dec 2026 to Sept 2026" the second is one (docs/rules.md#timescale-moved). */
  private pastSuperseded(span: Span): number {
    this.superseded = false;
    this.direct = null;
    if (span.second !== null)
      this.push({ role: 'end', span: { ...span, first: span.second, second: null }, recurring: false, length: null });
    return span.next;
  }

  private push(part: Pick<Dated, 'role' | 'span' | 'recurring' | 'length'>): void {
    const { role, span, recurring, length } = part;
    const dated: Dated = { kind: 'dated', role, span, recurring, length, line: this.line, clause: this.clause };
    this.found.push(dated);
    this.previous = dated;
    this.direct = null;
    this.verb = null;
  }

  /** Whether only "and" stands between the last date and this one, which then share their role. */
  private joins(at: number): boolean {
    return this.previous !== null && this.previous.span.next === at - 1 && this.stream.isWord(at - 1, 'and');
  }

  private roleBefore(at: number): 'start' | 'end' {
    if (this.direct !== null) return this.direct;
    if (this.verb !== null && at - this.verb.at <= REACH) return this.verb.role;
    return this.joins(at) && this.previous !== null && this.previous.span.open === null ? this.previous.role : 'end';
  }

  /** "onwards", "and beyond", "+", "(start)", "for 12 months" after a date. */
  private afterDate(at: number): { next: number; isStart: boolean; isOpen: boolean; years: number | null } {
    const { stream } = this;
    const none = { next: at, isStart: false, isOpen: false, years: null };
    const open = this.onwards(at);
    if (open !== null) return { ...none, next: open, isStart: true, isOpen: true };
    const lasting = this.lastingFor(at);
    if (lasting !== null) return { ...none, next: lasting.next, isStart: true, years: lasting.years };
    const verb = stream.skip(at, ')', '-', '(');
    const phrase = phraseAt(stream, verb);
    if (phrase === null || (phrase.value !== 'starts' && phrase.value !== 'started') || this.verb !== null) return none;
    const isLast = stream.at(stream.skip(phrase.next, ')')).kind !== 'word' && dateAt(stream, phrase.next) === null;
    return isLast ? { ...none, next: phrase.next, isStart: true } : none;
  }

  private onwards(at: number): number | null {
    const { stream } = this;
    const place = stream.skip(at, ')', ',', '-', 'and', '(', 'then');
    if (stream.isWord(place, 'onwards', 'onward', 'beyond', 'thereafter')) return place + 1;
    // "March 2025 and ongoing thereafter", "March 2025, then annually".
    const going = this.lastingAt(place);
    if (going !== null && stream.isWord(going, 'thereafter', 'afterwards')) return going + 1;
    if (going !== null && stream.isWord(place - 1, 'then')) return going;
    if (stream.isWord(at, 'forward', 'forwards') || stream.isMark(at, '+')) return at + 1;
    return stream.isWord(at, 'on') && ['end', 'mark', 'break'].includes(stream.at(at + 1).kind) && !stream.isMark(at + 1, '-')
      ? at + 1
      : null;
  }

  private lastingFor(at: number): { next: number; years: number } | null {
    const place = this.stream.skip(at, ',', '(');
    if (!this.stream.isWord(place, 'for')) return null;
    const duration = durationAt(this.stream, this.stream.skip(place + 1, 'a', 'period', 'of'));
    return duration === null ? null : { next: duration.next, years: duration.value[1] };
  }

  private phrase(at: number): number | null {
    const phrase = phraseAt(this.stream, at);
    if (phrase === null) return null;
    this.say(phrase.value, at, phrase.next);
    return phrase.next;
  }

  private say(meaning: Meaning, at: number, next: number): void {
    switch (meaning) {
      case 'ongoing':
      case 'frequency':
        this.found.push({ kind: 'ongoing', word: meaning, line: this.line, clause: this.clause });
        return;
      case 'provisional':
      case 'condition':
        this.found.push({ kind: meaning, line: this.line, clause: this.clause });
        return;
      case 'event':
        this.sayEvent();
        return;
      case 'vague':
        return;
      case 'moved':
        this.moved = true;
        return;
      case 'was':
        this.superseded = this.isBeforeDate(next);
        return;
      case 'immediate':
        if (!this.goesOn(next)) this.found.push({ kind: 'relative', years: [0, 0], line: this.line, clause: this.clause });
        return;
      case 'started':
      case 'starts':
      case 'ends':
        this.sayVerb(meaning, at, next);
        return;
      case 'from':
      case 'until':
      case 'after':
        this.sayPreposition(meaning, next);
    }
  }

  private sayVerb(meaning: 'started' | 'starts' | 'ends', at: number, next: number): void {
    this.wordy.add(this.clause);
    if (meaning === 'starts' && this.stream.isWord(at, 'start') && !this.isStartVerb(at, next)) return;
    const role = meaning === 'ends' || (meaning === 'started' && this.isYetToBe(at)) ? 'end' : 'start';
    this.verb = { role, at };
    this.direct = null;
  }

  /** "to be launched", "will be started", "not yet started" ("to be ..." makes an end: docs/rules.md#timescale-start-and-end). */
  private isYetToBe(at: number): boolean {
    return [1, 2, 3].some((back) => this.stream.isWord(at - back, 'be', 'being', 'not', 'never'));
  }

  /** "start" as a verb or the name of the date, not as part of a title ("Best Start", "Start for Life"). */
  private isStartVerb(at: number, next: number): boolean {
    const { stream } = this;
    if (stream.isWord(next, 'for') || this.isOfYear(next)) return false;
    const before = stream.at(at - 1);
    const opens = before.kind !== 'word' && before.kind !== 'number';
    return (
      opens ||
      stream.isWord(at - 1, 'to', 'will', 'should', 'and', 'pilot', 'project') ||
      dateAt(stream, stream.skip(next, ':', '-', 'in')) !== null
    );
  }

  /** "Start of the new school year (Sept 2026)" is a time and no verb. */
  private isOfYear(at: number): boolean {
    const { stream } = this;
    if (!stream.isWord(at, 'of')) return false;
    const place = stream.skip(at + 1, 'the', 'new', 'next', 'school', 'academic', 'financial', 'municipal');
    return stream.isWord(place, 'year', 'yr', 'term', 'quarter', 'autumn', 'spring', 'summer');
  }

  private sayPreposition(meaning: 'from' | 'until' | 'after', next: number): void {
    const isDirect = dateAt(this.stream, this.pastFillers(next)) !== null;
    if (isDirect && meaning === 'from' && this.moved) {
      this.superseded = true;
      return;
    }
    if (isDirect) this.direct = meaning === 'until' ? 'end' : 'start';
    // "Once in post" is no "after": a post without a date is a job.
    else if (meaning === 'after' && !this.stream.isWord(next - 1, 'post')) this.sayEvent();
    else this.wordy.add(this.clause);
  }

  /** "was due March 2026", "original deadline: March 2026". */
  private isBeforeDate(at: number): boolean {
    const { stream } = this;
    const place = stream.skip(this.pastFillers(at), 'target', 'due', 'planned', 'deadline', 'date', 'for', 'by', ':', '-');
    return dateAt(stream, this.pastFillers(place)) !== null;
  }

  private pastFillers(at: number): number {
    let place = at;
    while (place < at + 3 && (this.isFiller(place) || this.stream.isMark(place, ':', '-', '(', '.'))) place += 1;
    return place;
  }

  private isFiller(at: number): boolean {
    const token = this.stream.at(at);
    return token.kind === 'word' && FILLERS.has(token.text);
  }

  private other(at: number): number {
    const token = this.stream.at(at);
    if (this.stream.isMark(at, '?') && this.previous !== null && this.previous.span.next === at) {
      this.found.push({ kind: 'provisional', line: this.line, clause: this.clause });
    }
    if (token.kind === 'number' && !isExplained(this.stream, at)) this.figuresLeft.push(token.text);
    if (token.kind === 'word' && !this.isFiller(at)) {
      this.direct = null;
      this.moved = false;
      this.wordy.add(this.clause);
    }
    return at + 1;
  }
}

/** Everything that the tokens of a timescale say, in order. */
export function statementsOf(stream: TokenStream): Statements {
  return new Walk(stream).run();
}
