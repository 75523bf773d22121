/**
 * Rules that keep what people typed, each with the words of the source that carry it out and the words that switch it off. `npm run
 * test:life:rules` lives with one of them switched off at a time: every one must be missed. When a source line changes, its words here
 * follow; words that are not found stop the run.
 */
module.exports = [
  {
    rule: 'a cell that was typed over is kept',
    file: 'src/domain/workbook/merge-cell.ts',
    words: "if (isBlank(cell)) return { how: 'write' };",
    off: "return { how: 'write' };",
  },
  {
    rule: 'new rows go below the last one',
    file: 'src/domain/workbook/kept-rows.ts',
    words: 'const start = this.isBlankBody(keyAt) ? this.firstRow : this.lastRow + 1;',
    off: 'const start = this.isBlankBody(keyAt) ? this.firstRow : this.lastRow;',
  },
  {
    rule: 'the words of a row carried forward are no proof that they were sent',
    file: 'src/domain/workbook/kept-rows.ts',
    words: 'else if (row.isCarried === true && remembered[column.key] === undefined) this.rememberNothing(row.key, column.key);',
    off: '',
  },
  {
    rule: 'a row that is no longer sent is marked',
    file: 'src/domain/workbook/kept-rows.ts',
    words: 'this.collector.put(at, column, gone.cell);',
    off: '',
  },
  {
    rule: 'an action that was reworded keeps its Ref',
    file: 'src/domain/collation/identity.ts',
    words: 'matching.byLikeness();',
    off: '',
  },
  {
    rule: 'a directorate that sends nothing is carried forward',
    file: 'src/domain/collation/late-rows.ts',
    words: 'if (!owners[kindOf(row)].has(owner) || mayBeIn',
    off: 'if (mayBeIn',
  },
  {
    rule: 'a Ref that was retyped is matched where the wording agrees',
    file: 'src/domain/recognition/match-rows.ts',
    words: 'matching.byWording();\n  matching.byMistypedRef();',
    off: '',
  },
  {
    rule: 'a range is made the plan’s table again',
    file: 'src/domain/recognition/tables-again.ts',
    words: "if (table === null || table.is === 'there') continue;",
    off: 'if (table !== null) continue;',
  },
  {
    rule: 'a memory that was lost is made anew from the sheets',
    file: 'src/domain/recognition/recognised-rows.ts',
    words: 'state: { ...state, actions, counters: issued, lastRun, snapshots },',
    off: 'state: { ...state, counters: issued, lastRun, snapshots },',
  },
  {
    rule: 'what a cell held is kept for taking back',
    file: 'src/domain/workbook/write-cells.ts',
    words: '(content ?? null) === null ? null : restoring(held(index))',
    off: 'null',
  },
  {
    rule: 'the order of files counts for nothing',
    file: 'src/application/collate/run-collation.ts',
    words: '[...input.files].sort((a, b) => inNameOrder(a.file, b.file))',
    off: '[...input.files]',
  },
];
