import type { Hooks } from '@fortune-sheet/core';

/**
 * A text that runs over the cells beside it ends at the edge of the frozen columns, as in Excel, where the part beyond it scrolls with
 * the other columns. The grid draws all of it in both, one over the other.
 *
 * @param frozenColumns how many of the sheet in front.
 */
export function clipAtFrozenColumns(frozenColumns: () => number): Pick<Hooks, 'beforeRenderCell' | 'afterRenderCell'> {
  let clipped = false;
  const end = (context: CanvasRenderingContext2D): void => {
    if (clipped) context.restore();
    clipped = false;
  };
  return {
    beforeRenderCell: (_cell, { column, startY, endX }, context) => {
      end(context);
      // The grid draws such a text with the last cell that it runs over of those it draws.
      if (column === frozenColumns() - 1) {
        context.save();
        context.beginPath();
        context.rect(0, startY, endX, context.canvas.height);
        context.clip();
        clipped = true;
      }
      return true;
    },
    afterRenderCell: (_cell, _place, context) => end(context),
  };
}
