import { a1, areaA1 } from '../../src/domain/grid';
import type { CellLook, DropDown, Edit, FormatRule, PlanCell, PlanChart, PrintSetUp, SheetLayout } from '../../src/domain/workbook';
import { CELLS, LAYOUT, LISTS, REGISTER, STATE, TRICKY_TEXTS } from './every-edit';
import type { Observed, ObservedSheet } from './harness';

/**
 * Every field that an edit or a layout has, with what must be seen of it in the workbook, and with the edit as an
 * adapter that forgot the field would carry it out. The types of the maps below make a new field a compile error
 * until it is listed here.
 */
export interface FieldCase {
  readonly field: string;
  readonly expected: unknown;
  readonly see: (sheet: (name: string) => ObservedSheet) => unknown;
  readonly forget: (edit: Edit) => Edit;
  readonly onlyWithFileLinks?: true;
}

export function sheetsOf(observed: Observed): (name: string) => ObservedSheet {
  return (name) => {
    const found = observed.sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`There is no sheet ${name}`);
    return found;
  };
}

type EditOf<Type extends Edit['type']> = Extract<Edit, { readonly type: Type }>;

/** Changes edits of one type and leaves the others. */
function change<Type extends Edit['type']>(type: Type, how: (edit: EditOf<Type>) => Edit): (edit: Edit) => Edit {
  return (edit) => (edit.type === type ? how(edit as EditOf<Type>) : edit);
}

const layout = (how: (layout: SheetLayout) => Partial<SheetLayout>): ((edit: Edit) => Edit) =>
  change('lay out', (edit) => ({ ...edit, layout: { ...edit.layout, ...how(edit.layout) } }));

function cells(how: (cell: PlanCell) => PlanCell): (edit: Edit) => Edit {
  return change('write cells', (edit) => ({
    ...edit,
    cells: edit.cells.map((row) => row.map((cell) => (cell === null || cell.kind === 'restore' ? cell : how(cell)))),
  }));
}

const register =
  (see: (sheet: ObservedSheet) => unknown): FieldCase['see'] =>
  (sheet) =>
    see(sheet(REGISTER));

const same = (edit: Edit): Edit => edit;

const SHEET_FIELDS: Record<keyof Omit<EditOf<'add sheet'>, 'type' | 'sheet'>, FieldCase> = {
  visibility: {
    field: 'add sheet: visibility',
    expected: ['very hidden', 'hidden', 'visible'],
    see: (sheet) => [STATE, LISTS, REGISTER].map((name) => sheet(name).visibility),
    forget: change('add sheet', (edit) => ({ ...edit, visibility: 'visible' })),
  },
  tabColour: {
    field: 'add sheet: tabColour',
    expected: '#1F4E79',
    see: register((sheet) => sheet.tabColour),
    forget: change('add sheet', (edit) => ({ ...edit, tabColour: null })),
  },
};

const texts = (value: string): PlanCell => ({ kind: 'text', text: value });

const CELL_FIELDS: Record<PlanCell['kind'], readonly FieldCase[]> = {
  empty: [],
  text: [
    {
      field: 'text: what it says',
      expected: TRICKY_TEXTS.map((words) => [words, null, '@']),
      see: (sheet) =>
        TRICKY_TEXTS.map((_words, row) => {
          const cell = sheet(STATE).cells[a1({ row, column: 0 })];
          return [cell?.value, cell?.formula, cell?.format];
        }),
      forget: cells((cell) => (cell.kind === 'text' ? texts(cell.text.trim()) : cell)),
    },
  ],
  number: [
    {
      field: 'number: value',
      expected: [3, 0.25],
      see: register((sheet) => [sheet.cells.E4?.value, sheet.cells.E5?.value]),
      forget: cells((cell) => (cell.kind === 'number' ? { ...cell, value: Math.round(cell.value) } : cell)),
    },
    {
      field: 'number: format',
      expected: ['0', '0%'],
      see: register((sheet) => [sheet.cells.E4?.format, sheet.cells.E5?.format]),
      forget: cells((cell) => (cell.kind === 'number' ? { ...cell, format: 'General' } : cell)),
    },
  ],
  date: [
    {
      field: 'date: serial',
      expected: [46_082, 46_113],
      see: register((sheet) => [sheet.cells.C4?.value, sheet.cells.C5?.value]),
      forget: cells((cell) => (cell.kind === 'date' ? { ...cell, serial: cell.serial + 1462 } : cell)),
    },
    {
      field: 'date: format',
      expected: ['dd/mm/yyyy', 'mmm yyyy'],
      see: register((sheet) => [sheet.cells.C4?.format, sheet.cells.C5?.format]),
      forget: cells((cell) => (cell.kind === 'date' ? { kind: 'date', serial: cell.serial } : cell)),
    },
  ],
  link: [
    {
      field: 'link: to a file',
      expected: ['GET.xlsx', 'sent in/GET ~ final.xlsx'],
      see: register((sheet) => [sheet.cells.A5?.value, sheet.cells.A5?.link]),
      forget: cells((cell) => (cell.kind === 'link' ? texts(cell.text) : cell)),
      onlyWithFileLinks: true,
    },
  ],
};

const table = (see: (table: ObservedSheet['tables'][number] | undefined) => unknown): FieldCase['see'] =>
  register((sheet) => see(sheet.tables[0]));

const TABLE_FIELDS: Record<keyof Omit<EditOf<'add table'>, 'type' | 'sheet'>, FieldCase> = {
  table: {
    field: 'add table: name',
    expected: 'Register',
    see: table((one) => one?.name),
    forget: (edit) => ('table' in edit && edit.table === 'Register' ? { ...edit, table: 'Table1' } : edit),
  },
  area: {
    field: 'add table: area, and resize table',
    expected: ['A3:E5'],
    see: register((sheet) => sheet.tables.map((one) => one.area)),
    forget: change('resize table', (edit) => ({ ...edit, area: { ...edit.area, bottom: edit.area.bottom - 1 } })),
  },
  style: {
    field: 'add table: style',
    expected: 'TableStyleMedium2',
    see: table((one) => one?.style),
    forget: change('add table', (edit) => ({ ...edit, style: 'TableStyleLight9' })),
  },
  banded: {
    field: 'add table: banded',
    expected: true,
    see: table((one) => one?.banded),
    forget: change('add table', (edit) => ({ ...edit, banded: false })),
  },
};

/** One look of the first kind, one of the second, told apart by address. */
function looks(forget: (look: CellLook) => CellLook): FieldCase['forget'] {
  return layout((of) => ({ looks: of.looks.map((one) => ({ ...one, look: forget(one.look) })) }));
}

function lookField(key: keyof CellLook, at: string): FieldCase {
  const wanted = LAYOUT.looks.find((one) => key in one.look)?.look[key];
  return {
    field: `looks: ${key}`,
    expected: wanted,
    see: register((sheet) => sheet.looks[at]?.[key]),
    forget: looks((look) => Object.fromEntries(Object.entries(look).filter(([name]) => name !== key))),
  };
}

const LOOK_FIELDS: Record<keyof CellLook, FieldCase> = {
  bold: lookField('bold', 'A1'),
  italic: lookField('italic', 'A1'),
  size: lookField('size', 'A1'),
  colour: lookField('colour', 'A1'),
  fill: lookField('fill', 'A1'),
  wrap: lookField('wrap', 'A1'),
  align: lookField('align', 'A1'),
  vertical: lookField('vertical', 'A1'),
  border: lookField('border', 'I3'),
  format: lookField('format', 'J3'),
};

const dropDowns = (how: (dropDown: DropDown) => DropDown): FieldCase['forget'] => layout((of) => ({ dropDowns: of.dropDowns.map(how) }));

const DROP_DOWN_FIELDS: Record<keyof DropDown, FieldCase> = {
  area: {
    field: 'dropDowns: area',
    expected: ['A4:A50', 'D4:D50'],
    see: register((sheet) => sheet.dropDowns.map((one) => one.area).sort()),
    forget: dropDowns((one) => ({ ...one, area: { ...one.area, bottom: one.area.top } })),
  },
  list: {
    field: 'dropDowns: list, values and area',
    expected: [
      [null, "'Lists'!A1:A3"],
      [['On track', 'At "some" risk'], null],
    ],
    see: register((sheet) => sheet.dropDowns.map((one) => [one.values, one.source]).sort()),
    forget: dropDowns((one) => ({ ...one, list: { values: ['x'] } })),
  },
  prompt: {
    field: 'dropDowns: prompt',
    expected: [null, { title: 'Status', message: 'Choose one word.' }],
    see: register((sheet) => [...sheet.dropDowns].sort((a, b) => a.area.localeCompare(b.area)).map((one) => one.prompt)),
    forget: dropDowns((one) => ({ area: one.area, list: one.list })),
  },
};

const rules = (how: (rule: FormatRule) => FormatRule): FieldCase['forget'] => layout((of) => ({ rules: of.rules.map(how) }));
const byRule = (see: (rule: ObservedSheet['rules'][number]) => unknown): FieldCase['see'] =>
  register((sheet) => [...sheet.rules].sort((a, b) => String(a.cellIs).localeCompare(String(b.cellIs))).map(see));

const RULE_FIELDS: Record<keyof FormatRule | 'colour' | 'fill' | 'bold', FieldCase> = {
  area: {
    field: 'rules: area',
    expected: ['D4:D50', 'D4:D50'],
    see: byRule((rule) => rule.area),
    forget: rules((rule) => ({ ...rule, area: { ...rule.area, bottom: rule.area.top } })),
  },
  when: {
    field: 'rules: when',
    expected: [
      [null, 'risk'],
      ['On track', null],
    ],
    see: byRule((rule) => [rule.cellIs, rule.contains]),
    forget: rules((rule) => ({ ...rule, when: { cellIs: 'On track' } })),
  },
  look: {
    field: 'rules: look',
    expected: 2,
    see: register((sheet) => sheet.rules.length),
    forget: layout(() => ({ rules: [] })),
  },
  colour: {
    field: 'rules: colour',
    expected: ['#9C0006', '#006100'],
    see: byRule((rule) => rule.colour),
    forget: rules((rule) => ({ ...rule, look: { ...rule.look, colour: '#000000' } })),
  },
  fill: {
    field: 'rules: fill',
    expected: ['#FFC7CE', '#C6EFCE'],
    see: byRule((rule) => rule.fill),
    forget: rules((rule) => ({ ...rule, look: { ...rule.look, fill: '#FFFFFF' } })),
  },
  bold: {
    field: 'rules: bold',
    expected: [true, false],
    see: byRule((rule) => rule.bold),
    forget: rules((rule) => ({ ...rule, look: { colour: rule.look.colour, fill: rule.look.fill } })),
  },
};

const charts = (how: (chart: PlanChart) => PlanChart): FieldCase['forget'] => layout((of) => ({ charts: of.charts.map(how) }));
const byChart = (see: (chart: ObservedSheet['charts'][number]) => unknown): FieldCase['see'] => register((sheet) => sheet.charts.map(see));

const CHART_FIELDS: Record<Exclude<keyof PlanChart, 'leftOut'>, FieldCase> = {
  name: {
    field: 'charts: name',
    expected: LAYOUT.charts.map((chart) => chart.name),
    see: byChart((chart) => chart.name),
    forget: layout((of) => ({ charts: of.charts.map((chart, index) => ({ ...chart, name: `Chart ${String(index)}` })) })),
  },
  kind: {
    field: 'charts: kind',
    expected: LAYOUT.charts.map((chart) => chart.kind),
    see: byChart((chart) => chart.kind),
    forget: charts((chart) => ({ ...chart, kind: 'column' })),
  },
  title: {
    field: 'charts: title',
    expected: LAYOUT.charts.map((chart) => chart.title),
    see: byChart((chart) => chart.title),
    forget: charts((chart) => ({ ...chart, title: '' })),
  },
  source: {
    field: 'charts: source',
    expected: [["'Kent''s register'!I4:I5", "'Kent''s register'!J4:J5"], ["'Kent''s register'!H4:H5", "'Kent''s register'!H4:H5"], 1],
    see: register(({ charts: [first, ...more] }) => [first?.values, first?.categories, more.at(-1)?.values.length]),
    forget: charts((chart) => ({ ...chart, source: { ...chart.source, bottom: chart.source.bottom - 1 } })),
  },
  over: {
    field: 'charts: over',
    expected: LAYOUT.charts.map((chart) => areaA1(chart.over)),
    see: byChart((chart) => chart.over),
    forget: charts((chart) => ({ ...chart, over: { top: 0, left: 0, bottom: 9, right: 5 } })),
  },
  valueTitle: {
    field: 'charts: valueTitle',
    expected: ['Number of actions', null, null, null, null],
    see: byChart((chart) => chart.valueTitle),
    forget: charts((chart) => ({ ...chart, valueTitle: undefined })),
  },
};

const print = (how: (print: PrintSetUp) => Partial<PrintSetUp>): FieldCase['forget'] =>
  layout((of) => ({ print: of.print === null ? null : { ...of.print, ...how(of.print) } }));

const PRINT_FIELDS: Record<keyof PrintSetUp | 'margins', FieldCase> = {
  orientation: {
    field: 'print: orientation',
    expected: 'landscape',
    see: register((sheet) => sheet.print.orientation),
    forget: print(() => ({ orientation: 'portrait' })),
  },
  paper: {
    field: 'print: paper',
    expected: 'A3',
    see: register((sheet) => sheet.print.paper),
    forget: print(() => ({ paper: 'A4' })),
  },
  pages: {
    field: 'print: pages',
    expected: 'one',
    see: register((sheet) => sheet.print.pages),
    forget: print(() => ({ pages: 'one wide' })),
  },
  lastColumn: {
    field: 'print: lastColumn',
    expected: 'A:AB',
    see: register((sheet) => sheet.print.area),
    forget: print(() => ({ lastColumn: null })),
  },
  margins: {
    field: 'print: narrow margins',
    expected: [0.25, 0.25],
    see: register((sheet) => sheet.print.sideMargins),
    forget: layout(() => ({ print: null })),
  },
  titleRows: {
    field: 'print: titleRows',
    expected: { top: 2, bottom: 2 },
    see: register((sheet) => sheet.print.titleRows),
    forget: print(() => ({ titleRows: null })),
  },
  footer: {
    field: 'print: footer',
    expected: { left: 'Delivery plan', centre: '', right: 'Page &P of &N' },
    see: register((sheet) => sheet.print.footer),
    forget: print(() => ({ footer: '' })),
  },
};

const LAYOUT_FIELDS: Record<keyof SheetLayout, readonly FieldCase[]> = {
  widths: [
    {
      field: 'widths',
      expected: [14, 60.5, 12],
      see: register((sheet) => [sheet.widths[0], sheet.widths[1], sheet.widths[2]]),
      forget: layout(() => ({ widths: {} })),
    },
  ],
  columnLooks: [
    {
      field: 'columnLooks',
      expected: [[true, 'left', 'top', '@'], 'right', 'dd/mm/yyyy'],
      see: register(({ columnLooks: { 1: b, 2: c } }) => [[b?.wrap, b?.align, b?.vertical, b?.format], c?.align, c?.format]),
      forget: layout(() => ({ columnLooks: {} })),
    },
    {
      field: 'columnLooks, on cells written under them',
      expected: [true, 'top', 'right'],
      see: register(({ looks: { B5: b, C5: c } }) => [b?.wrap, b?.vertical, c?.align]),
      forget: layout(() => ({ columnLooks: {} })),
    },
  ],
  merges: [{ field: 'merges', expected: ['A1:E1'], see: register((sheet) => sheet.merges), forget: layout(() => ({ merges: [] })) }],
  looks: Object.values(LOOK_FIELDS),
  dropDowns: [
    ...Object.values(DROP_DOWN_FIELDS),
    {
      field: 'dropDowns: refuse no other text',
      expected: [false, false],
      see: register((sheet) => sheet.dropDowns.map((one) => one.refusesOthers)),
      forget: layout(() => ({ dropDowns: [] })),
    },
  ],
  rules: Object.values(RULE_FIELDS),
  charts: Object.values(CHART_FIELDS),
  freeze: [
    {
      field: 'freeze',
      expected: { rows: 3, columns: 2 },
      see: register((sheet) => sheet.freeze),
      forget: layout((of) => ({ freeze: { rows: of.freeze?.rows ?? 0, columns: 0 } })),
    },
  ],
  print: Object.values(PRINT_FIELDS),
  gridlines: [
    { field: 'gridlines', expected: false, see: register((sheet) => sheet.gridlines), forget: layout(() => ({ gridlines: true })) },
  ],
};

const REMOVED: FieldCase = {
  field: 'remove table: its values stay',
  expected: [['Register'], 'Directorate'],
  see: register((sheet) => [sheet.tables.map((one) => one.name), sheet.cells.H3?.value]),
  forget: (edit) => (edit.type === 'remove table' ? { ...edit, table: 'Register' } : same(edit)),
};

export const FIELDS: readonly FieldCase[] = [
  ...Object.values(SHEET_FIELDS),
  ...Object.values(CELL_FIELDS).flat(),
  ...Object.values(TABLE_FIELDS),
  REMOVED,
  ...Object.values(LAYOUT_FIELDS).flat(),
];

/** How many cells the sample writes, for the receipt. */
export const CELLS_WRITTEN = TRICKY_TEXTS.length + 3 + 1 + CELLS.flat().length + 9;
