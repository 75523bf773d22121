import type { Area } from '../../domain/grid';
import type { CellLook } from '../../domain/workbook';

const ALIGN = { left: 'Left', centre: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;

/** Gives a range one look; what the look does not name stays as it is. `area` tells whether there are inner edges. */
export function applyLook(range: Excel.Range, look: CellLook, area: Area): void {
  const { format } = range;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.colour !== undefined) format.font.color = look.colour;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.align !== undefined) format.horizontalAlignment = ALIGN[look.align];
  if (look.vertical !== undefined) format.verticalAlignment = VERTICAL[look.vertical];
  if (look.border !== undefined) drawEdges(format, area);
  // One value for the whole range: Excel takes a scalar, which the type does not say, and a whole column takes nothing else.
  if (look.format !== undefined) Object.assign(range, { numberFormat: look.format });
}

/** A thin line round every cell. A row has no inner horizontal edges and a column no inner vertical ones: Excel refuses them. */
function drawEdges(format: Excel.RangeFormat, area: Area): void {
  const edges: Edge[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
  if (area.top < area.bottom) edges.push('InsideHorizontal');
  if (area.left < area.right) edges.push('InsideVertical');
  for (const edge of edges) {
    const line = format.borders.getItem(edge);
    line.style = 'Continuous';
    line.weight = 'Thin';
  }
}

type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';
