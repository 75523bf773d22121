import { type Area, a1 } from '../../domain/grid';
import type { CellContent, Change, Edit, ExpectedValue } from '../../domain/workbook';
import { cellAt, type Expectation, held, holdsExpected, keyOfCell } from './check-expected';
import { ContentsByExcel } from './contents-by-excel';
import type { CellsBySheet } from './read-blocks';

/** Inverse edits that leave out what somebody else has written since, and the addresses of what they leave. */
interface KeepingOthers {
  readonly undos: readonly Edit[];
  /** "C5 of “GET”". */
  readonly kept: readonly string[];
}

interface Taking {
  readonly begun: readonly Change[];
  readonly undos: readonly Edit[];
  /** What the cells of the inverse edits hold now. */
  readonly found: CellsBySheet;
  /** Sheets on which a filter hid rows: there a value may have arrived in another row of its column. */
  readonly filtered: ReadonlySet<string>;
}

/**
 * A write that is taken back must not take back what a co-author wrote meanwhile. A cell that holds neither what the run wrote, nor
 * what is put back, nor what Excel put there itself, is theirs and is left as it is. Rule: docs/rules.md#changed-at-once.
 */
export function keepingOthers({ begun, undos, found, filtered }: Taking): KeepingOthers {
  const known = new KnownContents([...begun.map(({ edit }) => edit), ...undos], filtered);
  const byExcel = new ContentsByExcel(begun);
  const kept = new Map<string, string>();
  for (const undo of undos) {
    eachContent(undo, (place) => {
      const cell = cellAt(found, { ...place, expected: { value: null } });
      if (known.has(place, (expected) => holdsExpected(cell, expected)) || byExcel.mayHavePut(place, cell)) return;
      kept.set(keyOfCell(place), `${a1(place)} of “${place.sheet}”`);
    });
  }
  return { undos: kept.size === 0 ? undos : undos.map((undo) => without(undo, kept)), kept: [...kept.values()] };
}

type CellPlace = Pick<Expectation, 'sheet' | 'row' | 'column'>;

/** What a run has written, or puts back, by cell; on filtered sheets by column. */
class KnownContents {
  private readonly contents = new Map<string, ExpectedValue[]>();

  constructor(
    edits: readonly Edit[],
    private readonly filtered: ReadonlySet<string>,
  ) {
    for (const edit of edits)
      eachContent(edit, (place, content) => {
        const key = this.keyOf(place);
        const before = this.contents.get(key);
        if (before === undefined) this.contents.set(key, [held(content)]);
        else before.push(held(content));
      });
  }

  has(place: CellPlace, isIt: (expected: ExpectedValue) => boolean): boolean {
    return this.contents.get(this.keyOf(place))?.some(isIt) === true;
  }

  private keyOf(place: CellPlace): string {
    return keyOfCell(this.filtered.has(place.sheet.toLowerCase()) ? { ...place, row: -1 } : place);
  }
}

function eachContent(edit: Edit, see: (place: CellPlace, content: CellContent) => void): void {
  if (edit.type !== 'write cells') return;
  const { sheet, area } = edit;
  edit.cells.forEach((cells, down) =>
    cells.forEach((content, along) => {
      if (content !== null) see({ sheet, row: area.top + down, column: area.left + along }, content);
    }),
  );
}

function without(undo: Edit, kept: ReadonlyMap<string, string>): Edit {
  if (undo.type !== 'write cells') return undo;
  const { sheet, area }: { readonly sheet: string; readonly area: Area } = undo;
  const cells = undo.cells.map((row, down) =>
    row.map((content, along) => (kept.has(keyOfCell({ sheet, row: area.top + down, column: area.left + along })) ? null : content)),
  );
  return { ...undo, cells };
}
