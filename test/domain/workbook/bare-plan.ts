import type { SheetPlan } from '../../../src/domain/workbook';

/** A sheet with nothing on it and no looks; a test adds its name, blocks and table. */
export const BARE_PLAN: Omit<SheetPlan, 'name'> = {
  visibility: 'visible',
  tabColour: null,
  blocks: [],
  table: null,
  widths: {},
  merges: [],
  looks: [],
  dropDowns: [],
  rules: [],
  charts: [],
  freeze: null,
  print: null,
  gridlines: true,
};
