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

/** Characters shown before and after words that are marked, and of a text in which none are. */
const BESIDE = 32;
const WITHOUT_MARKS = 90;

const isLetter = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Moved outwards to the beginning or the end of a word. */
function wordEdge(text: string, at: number, step: -1 | 1): number {
  let edge = Math.max(0, Math.min(at, text.length));
  while (edge > 0 && edge < text.length && isLetter(text, edge - 1) && isLetter(text, edge)) edge += step;
  return edge;
}

/** What is shown of the text: around each mark, or its beginning; parts that meet are one. */
function partsShown(text: string, marks: readonly Span[]): Span[] {
  const around = [...marks]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start: wordEdge(text, start - BESIDE, -1), end: wordEdge(text, end + BESIDE, 1) }));
  const wanted = around.length > 0 ? around : [{ start: 0, end: wordEdge(text, WITHOUT_MARKS, 1) }];
  return wanted.reduce<Span[]>((parts, part) => {
    const before = parts.at(-1);
    return before !== undefined && part.start <= before.end + 1
      ? [...parts.slice(0, -1), { start: before.start, end: Math.max(before.end, part.end) }]
      : [...parts, part];
  }, []);
}

/** The words around the marks of a text, so that they are in view where the text is long; what is left out is "…". */
export function excerptOf(text: string, marks: readonly Span[]): Excerpt {
  let shown = '';
  const moved: Span[] = [];
  let at = 0;
  for (const part of partsShown(text, marks)) {
    if (part.start > at) shown += shown === '' ? '…' : ' … ';
    const shift = shown.length - part.start;
    const within = marks.filter(({ start, end }) => start >= part.start && end <= part.end);
    moved.push(...within.map(({ start, end }) => ({ start: start + shift, end: end + shift })));
    shown += text.slice(part.start, part.end);
    at = part.end;
  }
  return { text: at < text.length ? `${shown}…` : shown, marks: moved };
}
