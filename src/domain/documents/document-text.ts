import type { DocumentBlock, PlanDocument } from './plan-document';
import { rowsText } from './sheet-rows';

/** The paper as plain text, tables set apart by tabs: what is copied where no file can be given. */
export function documentText({ title, stamp, blocks }: PlanDocument): string {
  return [title, stamp, ...blocks.map(blockText)].join('\n\n');
}

function blockText(block: DocumentBlock): string {
  if (block.kind !== 'table') return block.text;
  return rowsText([
    block.columns.map(({ heading }) => heading),
    ...block.rows.map((row) => (row.kind === 'cells' ? row.cells : [row.text])),
  ]);
}
