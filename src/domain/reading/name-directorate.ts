import { type Directorate, directorateNamed, directorateWithin, type Framework } from '../framework';
import type { Header } from './find-headers';
import { isParagraph, isTitle } from './row-words';
import { type SheetView, ownCell, shownText } from './sheet-view';
import { withoutEnding } from './without-ending';

/** Words that were meant to name a directorate, and the one they name, if any. */
export interface Naming {
  readonly text: string;
  readonly directorate: Directorate | null;
}

/** A title names a directorate this many lines above a header at most; what stands higher is about something else. */
export const LINES_ABOVE = 15;
const LABEL = /^(?:lead |owning |your |name of )?(?:directorate|division|department|service)(?: name)?\s*[:–—-]\s*(\S.*)$/is;
const LABEL_ALONE = /^(?:lead |owning |your |name of )?(?:directorate|division|department)(?: name)?\s*:?$/i;
/** Whether a heading asks for a directorate itself, where "Service" may ask for something smaller. */
export function namesDirectorates(heading: string): boolean {
  return /\b(?:directorates?|departments?)\b/i.test(heading);
}

/** What may follow the name after "~", several of them one after the other. */
const TRAIL = /(?:\binputs?|\bpriorities|\(?\bcont(?:inued|['’]?d)?\.?\)?|\(?\bpage \d+(?: of \d+)?\)?|\bv(?:ersion)?\s*\d[\d.]*)$/i;
const DRAFT = /\(?\bdraft\b/i;

function withoutTrail(text: string): string {
  // All that follows "draft" says which draft it is.
  const draft = DRAFT.exec(text);
  let bare = draft === null ? text.trim() : text.slice(0, draft.index).trim();
  for (;;) {
    const shorter = withoutEnding(bare, TRAIL);
    if (shorter === bare) return bare;
    bare = shorter;
  }
}

/** "... ~ CYPE input": the words after the last "~". Recognised or not, they were meant to name the directorate. */
export function namingInTitle(framework: Framework, text: string): Naming | null {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const tilde = lines.find((line) => line.includes('~'));
  if (tilde !== undefined) {
    const after = withoutTrail(tilde.slice(tilde.lastIndexOf('~') + 1));
    if (/\p{L}/u.test(after))
      return { text: after, directorate: directorateNamed(framework, after) ?? directorateWithin(framework, after) };
  }
  for (const line of lines) {
    const labelled = LABEL.exec(line)?.[1]?.trim();
    if (labelled) return { text: labelled, directorate: directorateNamed(framework, labelled) ?? directorateWithin(framework, labelled) };
  }
  if (text.length > 160 || (isParagraph(text) && !isTitle(text))) return null;
  const directorate = directorateWithin(framework, text);
  return directorate === null ? null : { text: text.trim(), directorate };
}

interface TitleLine {
  readonly text: string;
  readonly inColumns: boolean;
  /** The text to its right or below it, for a label with its answer in the next cell. */
  readonly neighbour: string;
}

/** Lines above a header, the nearest first, down to `floor` (the last row of a table above, exclusive). */
function linesAbove(view: SheetView, header: Header, floor: number): TitleLine[] {
  const lines: TitleLine[] = [];
  let rows = 0;
  for (let index = view.indexFrom(header.top) - 1; index >= 0 && rows < LINES_ABOVE; index -= 1) {
    const row = view.rowNumbers[index] ?? -1;
    if (row <= floor) break;
    const columns = view.columnsIn(row);
    if (columns.length > 0) rows += 1;
    columns.forEach((column, position) => {
      const right = view.mergeAt(row, column)?.right ?? column;
      const next = columns[position + 1];
      lines.push({
        text: shownText(ownCell(view, { row, column })),
        inColumns: column <= header.right && right >= header.left,
        neighbour: next === undefined ? '' : shownText(ownCell(view, { row, column: next })),
      });
    });
  }
  return lines;
}

function namingIn(framework: Framework, line: TitleLine): Naming | null {
  if (LABEL_ALONE.test(line.text) && line.neighbour !== '') {
    return {
      text: line.neighbour,
      directorate: directorateNamed(framework, line.neighbour) ?? directorateWithin(framework, line.neighbour),
    };
  }
  return namingInTitle(framework, line.text);
}

/**
 * The directorate that the lines above a header name: in its own columns first, a line with "~" before others, the nearest before the farther.
 * Lines in other columns only count for a table with none above it (`isFirst`): below one, they are the neighbours' titles.
 * Rule: docs/rules.md#table-directorate.
 */
export function titleNaming(framework: Framework, view: SheetView, header: Header, floor: number, isFirst: boolean): Naming | null {
  const lines = linesAbove(view, header, floor);
  for (const among of [lines.filter((line) => line.inColumns), isFirst ? lines.filter((line) => !line.inColumns) : []]) {
    const named = among.flatMap((line) => {
      const naming = namingIn(framework, line);
      return naming === null ? [] : [{ naming, tilde: line.text.includes('~') }];
    });
    const best = named.find(({ tilde }) => tilde) ?? named.find(({ naming }) => naming.directorate !== null) ?? named[0];
    if (best) return best.naming;
  }
  return null;
}

/** The lines above a header in its own columns, nearest first; for what else a title says (outcome, theme). */
export function titleTexts(view: SheetView, header: Header, floor: number): string[] {
  return linesAbove(view, header, floor)
    .filter((line) => line.inColumns)
    .map((line) => line.text);
}

/**
 * The one directorate that a sheet without tables names, as a cover sheet does: by a label ("Directorate: GET"), else by a cell that is a
 * name and nothing more, else within its words. Null when none or several are named, as on a list of all directorates.
 */
export function coverNaming(framework: Framework, view: SheetView): Naming | null {
  const texts: { text: string; next: string }[] = [];
  for (const row of view.rowNumbers) {
    const columns = view.columnsIn(row);
    columns.forEach((column, index) => {
      const next = columns[index + 1];
      texts.push({
        text: shownText(ownCell(view, { row, column })),
        next: next === undefined ? '' : shownText(ownCell(view, { row, column: next })),
      });
    });
    // A cover is a page with a few lines; a long sheet is something else.
    if (texts.length > 200) return null;
  }
  const labelled = texts.flatMap(({ text, next }) => (LABEL_ALONE.test(text) && next !== '' ? [next] : (LABEL.exec(text)?.[1] ?? [])));
  const namings = (list: readonly string[], name: (text: string) => Directorate | null): Naming[] =>
    list.flatMap((text) => {
      const directorate = name(text);
      return directorate === null ? [] : [{ text: text.trim(), directorate }];
    });
  const attempts = [
    namings(labelled, (text) => directorateNamed(framework, text) ?? directorateWithin(framework, text)),
    namings(
      texts.map(({ text }) => text),
      (text) => directorateNamed(framework, text),
    ),
    namings(
      texts.map(({ text }) => text).filter((text) => text.length <= 160),
      (text) => directorateWithin(framework, text),
    ),
  ];
  const found = attempts.find((list) => list.length > 0) ?? [];
  return new Set(found.map(({ directorate }) => directorate?.name)).size === 1 ? (found[0] ?? null) : null;
}

/** The directorate in a sheet's or file's name: "HROD 1", "ASCH priorities - final FINAL.xlsx", "01_get_priorities". */
export function namingInName(framework: Framework, name: string): Naming | null {
  const bare = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[_]+/g, ' ')
    .trim();
  const directorate = directorateWithin(framework, bare) ?? atAnEnd(framework, bare);
  return directorate === null ? null : { text: bare, directorate };
}

/** Whose a file is by its name alone; null when it names nobody. */
export function directorateInName(framework: Framework, name: string): Directorate | null {
  return namingInName(framework, name)?.directorate ?? null;
}

/** In a file's name an abbreviation may be in small letters, but then only as its first or last word. */
function atAnEnd(framework: Framework, name: string): Directorate | null {
  const words = name.split(/[\s,.;()-]+/).filter((word) => /\p{L}/u.test(word));
  const ends = [words[0], words.at(-1)].flatMap((word) => directorateNamed(framework, word ?? '') ?? []);
  return new Set(ends).size === 1 ? (ends[0] ?? null) : null;
}

/** "v2" is 2, "Version 3" is 3, "rev 1.2" is 1.2; the highest where several are given, null when there is none. */
export function versionIn(texts: readonly string[]): number | null {
  const versions = texts.flatMap((text) =>
    [...text.matchAll(/(?:^|[\s_\-.(])(?:v|ver|version|rev|revision|issue)[\s._]*(\d{1,3}(?:\.\d{1,2})?)(?![\d/])/gi)].map((match) =>
      Number(match[1]),
    ),
  );
  return versions.length === 0 ? null : Math.max(...versions);
}
