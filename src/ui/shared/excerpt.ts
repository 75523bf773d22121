/** Where words stand in a text, in UTF-16 offsets; `end` exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Excerpt {
  readonly text: string;
  /** The marks, in the text of the excerpt. */
  readonly marks: readonly Span[];
}

/** Characters shown before and after words that are marked, the most first, and of a text in which none are. */
const BESIDE = [32, 16, 8] as const;
const WITHOUT_MARKS = 90;

const isLetter = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Moved outwards to the beginning or the end of a word. */
function wordEdge(text: string, at: number, step: -1 | 1): number {
  let edge = Math.max(0, Math.min(at, text.length));
  while (edge > 0 && edge < text.length && isLetter(text, edge - 1) && isLetter(text, edge)) edge += step;
  return edge;
}

/** What is shown of the text: around each mark, or its beginning; parts that meet are one. */
function partsShown(text: string, marks: readonly Span[], beside: number): Span[] {
  const around = [...marks]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start: wordEdge(text, start - beside, -1), end: wordEdge(text, end + beside, 1) }));
  const wanted = around.length > 0 ? around : [{ start: 0, end: wordEdge(text, WITHOUT_MARKS, 1) }];
  return wanted.reduce<Span[]>((parts, part) => {
    const before = parts.at(-1);
    return before !== undefined && part.start <= before.end + 1
      ? [...parts.slice(0, -1), { start: before.start, end: Math.max(before.end, part.end) }]
      : [...parts, part];
  }, []);
}

/** A text with the marks that are to be in view. */
export interface MarkedWords {
  readonly text: string;
  readonly marks: readonly Span[];
}

/**
 * The words around the marks of some texts, in as much as there is room for; what is left out is "…". Where there is less, each mark has fewer
 * words beside it, then words that are marked twice are shown once, then the first mark of each text alone.
 * @param room characters for all of them together; a text has one mark at least, however little there is.
 */
export function excerptsWithin(texts: readonly MarkedWords[], room: number): Excerpt[] {
  const [, , least] = BESIDE;
  const ways: (() => Excerpt[])[] = [
    ...BESIDE.map((beside) => () => texts.map(({ text, marks }) => excerptOf(text, marks, beside))),
    () => texts.map(({ text, marks }) => excerptOf(text, withoutRepeats(text, marks), least)),
  ];
  for (const way of ways) {
    const made = way();
    if (made.reduce((sum, { text }) => sum + text.length, 0) <= room) return made;
  }
  return texts.map(({ text, marks }) => excerptOf(text, [...marks].sort((a, b) => a.start - b.start).slice(0, 1), least));
}

function withoutRepeats(text: string, marks: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return marks.filter(({ start, end }) => {
    const words = text.slice(start, end).toLowerCase();
    return !seen.has(words) && seen.add(words);
  });
}

function excerptOf(text: string, marks: readonly Span[], beside: number): Excerpt {
  let shown = '';
  const moved: Span[] = [];
  let at = 0;
  for (const part of partsShown(text, marks, beside)) {
    if (part.start > at) shown += shown === '' ? '…' : ' … ';
    const shift = shown.length - part.start;
    const within = marks.filter(({ start, end }) => start >= part.start && end <= part.end);
    moved.push(...within.map(({ start, end }) => ({ start: start + shift, end: end + shift })));
    shown += text.slice(part.start, part.end);
    at = part.end;
  }
  return { text: at < text.length ? `${shown}…` : shown, marks: moved };
}
