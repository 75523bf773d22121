import fc from 'fast-check';
import type { CellContent, Edit } from '../../../src/domain/workbook';
import { editFrom, editRecord } from '../../../src/domain/state/edit-record';

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const restore = fc
  .record({ value, format: fc.constantFrom('@', 'General', 'dd/mm/yyyy', ''), formula: fc.option(fc.constant('=1+1'), { nil: undefined }) })
  .map(({ value: held, format, formula }): CellContent => ({
    kind: 'restore',
    value: held,
    format,
    ...(formula === undefined ? {} : { formula }),
  }));
const content = fc.oneof(restore, fc.constant(null));
const hash = fc.constantFrom('', '1x', 'zz', null);
const writes = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.nat(20), fc.nat(20))
  .chain(([rows, columns, top, left]) =>
    fc.array(fc.array(content, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }).map((cells): Edit => {
      const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
      return { type: 'write cells', sheet: 'All priorities', area, cells, expected: null };
    }),
  )
  .chain((edit) => {
    if (edit.type !== 'write cells') return fc.constant(edit);
    const { length } = edit.cells[0] ?? [];
    const rows = fc.array(fc.array(hash, { minLength: length, maxLength: length }), {
      minLength: edit.cells.length,
      maxLength: edit.cells.length,
    });
    return fc.option(rows, { nil: undefined }).map((left): Edit => (left === undefined ? edit : { ...edit, left }));
  });

it('an edit comes back from its record as it was', () => {
  const others = fc.constantFrom<Edit>(
    { type: 'remove sheet', sheet: 'Changes' },
    {
      type: 'move comments',
      sheet: 'S',
      moves: [{ kind: 'note', known: '1x', from: { row: 1, column: 2 }, to: { row: 3, column: 2 } }],
    },
    { type: 'resize table', sheet: 'S', table: 'T', area: { top: 0, left: 0, bottom: 3, right: 2 } },
    { type: 'resize table', sheet: 'S', table: 'T', area: { top: 0, left: 0, bottom: 3, right: 2 }, hasTotals: true },
  );
  fc.assert(fc.property(fc.oneof(writes, others), (edit) => expect(editFrom(editRecord(edit))).toEqual(edit)));
});

it.each([
  ['["S",0,0,[[["x","General","no formula"]]]]'],
  ['["S",-1,0,[[["x"]]]]'],
  ['["S",1048576,0,[[["x"]]]]'],
  ['["S",0,0,[]]'],
  ['["S",0,0,[[["x"],["y"]],[["z"]]]]'],
  ['["S",0,0,[[["x"],["y"]]],["a"]]'],
  ['["S",0,0,[[["x"],["y"]]],["a b","c d"]]'],
  ['["S",0,0,[[["x"],["y"]]],[1]]'],
  ['{"type":"add sheet","sheet":"S","visibility":"visible","tabColour":null}'],
  ['{"type":"remove sheet"}'],
  ['{"type":"remove sheet","sheet":"S","more":1}'],
  [
    '{"type":"write cells","sheet":"S","area":{"top":0,"left":0,"bottom":0,"right":0},"cells":[[{"kind":"text","text":"x"}]],"expected":null}',
  ],
  ['{"type":"move comments","sheet":"S","moves":[]}'],
  ['{"type":"move comments","sheet":"S","moves":[{"kind":"note","known":"x","from":{"row":-1,"column":0},"to":{"row":0,"column":0}}]}'],
  ['{"type":"resize table","sheet":"S","table":"T","area":{"top":3,"left":0,"bottom":0,"right":0}}'],
  ['null'],
])('%s takes nothing back, so it is none', (record) => expect(editFrom(record)).toBeNull());

it('a record that was cut short is none', () => expect(editFrom('["All priorities",3,0,[[["x"]')).toBeNull());
