import type { Area } from '../grid';
import type { LookArea, PlanColumn } from '../workbook';

/** The looks that all written sheets share: one title, one quiet line under it, headings that stand out when printed in grey. */
export const INK = '#1F2A37';
const HEADING_FILL = '#1F4E79';
export const SECTION_FILL = '#DCE6F1';
const QUIET = '#5B6470';

/** Table rows begin here on every sheet (zero-based): title, stamp, an empty row, headings. */
export const HEADING_ROW = 3;

/** Title in row 1 and stamp in row 2, never wrapped, whatever the columns below them do. */
export function titleLooks(lastColumn: number): LookArea[] {
  return [
    { area: rowArea(0, lastColumn), look: { bold: true, size: 16, colour: INK, wrap: false, align: 'left', vertical: 'middle' } },
    { area: rowArea(1, lastColumn), look: { colour: QUIET, wrap: false, align: 'left' } },
  ];
}

export function headingLook(row: number, left: number, right: number): LookArea {
  return {
    area: { top: row, bottom: row, left, right },
    look: { bold: true, colour: '#FFFFFF', fill: HEADING_FILL, wrap: true, vertical: 'middle', align: 'left' },
  };
}

/** The line over a block of figures. */
export function sectionLook(row: number, left: number, right: number): LookArea {
  return { area: { top: row, bottom: row, left, right }, look: { bold: true, size: 12, colour: INK, fill: SECTION_FILL, wrap: false } };
}

function rowArea(row: number, lastColumn: number): Area {
  return { top: row, bottom: row, left: 0, right: lastColumn };
}

/** A text column of the plan's own; most columns are. */
export function textColumn(key: string, heading: string, width: number, more: Partial<PlanColumn> = {}): PlanColumn {
  return { key, heading, width, owner: 'plan', wrap: true, align: 'left', format: '@', ...more };
}

export function countColumn(key: string, heading: string, width: number, more: Partial<PlanColumn> = {}): PlanColumn {
  return { key, heading, width, owner: 'plan', wrap: false, align: 'right', format: '0', isWorkedOut: true, ...more };
}

/** A text column of what no source sends, but the plan works out. */
export function workedOutColumn(key: string, heading: string, width: number, more: Partial<PlanColumn> = {}): PlanColumn {
  return textColumn(key, heading, width, { isWorkedOut: true, ...more });
}

/** Words and colours that go together; each pair keeps 4.5:1 between text and fill. */
export const GOOD = { colour: '#0B5A2B', fill: '#DFF3E4' };
export const UNSURE = { colour: '#6B4A00', fill: '#FFF1CC' };
export const BAD = { colour: '#8B1A1A', fill: '#FBE3E3' };
export const STILL = { colour: '#3D4652', fill: '#E8EBEF' };
