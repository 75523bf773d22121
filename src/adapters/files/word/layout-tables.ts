import type { DocumentContent } from './document-reader';
import { type Block, nothingNoticed, textOfBlocks, together, type WordTable } from './word-blocks';

/**
 * The content of a document with that of tables that only arrange it on the page in their place: a box of one column around some lines,
 * and a frame of a few cells of which most is another table. What was noticed in them is said of the next table.
 */
export function withoutLayoutTables({ blocks, noticedLast }: DocumentContent): DocumentContent {
  const kept: Block[] = [];
  let carried = nothingNoticed();
  const put = (block: Block): void => {
    if (block.kind === 'paragraph') kept.push(block);
    else if (isLayout(block)) {
      carried = together(carried, block.noticed);
      for (const { cells } of block.rows) for (const cell of cells) cell.blocks.forEach(put);
    } else {
      kept.push({ ...block, noticed: together(carried, block.noticed) });
      carried = nothingNoticed();
    }
  };
  blocks.forEach(put);
  return { blocks: kept, noticedLast: together(carried, noticedLast) };
}

function isLayout(table: WordTable): boolean {
  const columns = widest(table);
  if (columns === 1) return true;
  const nested = tablesIn(table);
  const data = nested.filter((one) => one.rows.length >= 2 && widest(one) >= Math.max(3, columns));
  if (data.length === 0) return false;
  const inside = nested.reduce((sum, one) => sum + textOfBlocks([one]).length, 0);
  return inside * 2 >= textOfBlocks([table]).length;
}

function widest({ rows }: WordTable): number {
  return Math.max(...rows.map(({ cells }) => cells.length));
}

function tablesIn({ rows }: WordTable): WordTable[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table')));
}
