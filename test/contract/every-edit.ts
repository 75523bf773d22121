import { type Area, areaA1, parseArea } from '../../src/domain/grid';
import type { Change, Edit, PlanCell, PlanChart, SheetLayout } from '../../src/domain/workbook';

/** One run that uses every edit and every field of a layout, as `reconcile` would write it for three new sheets. */

export function area(reference: string): Area {
  const found = parseArea(reference);
  if (found === null) throw new Error(`${reference} is not an area`);
  return found;
}

export const REGISTER = "Kent's register";
export const LISTS = 'Lists';
export const STATE = '_state';

const text = (words: string): PlanCell => ({ kind: 'text', text: words });
const number = (value: number): PlanCell => ({ kind: 'number', value, format: '0' });

/** Texts that a spreadsheet would take for something else. */
export const TRICKY_TEXTS = [
  '=1+1',
  '+1',
  '-2',
  '@cmd',
  "'quoted",
  '1-2',
  'Mar 2026',
  '007',
  'TRUE',
  '_x000D_',
  'a\nb',
  ' spaced ',
  '<&>"',
];

export const CELLS: readonly (readonly PlanCell[])[] = [
  [text('Ref'), text('Commitment'), text('Due'), text('Status'), text('Count')],
  [text('ASC-1 "new"'), text('=HYPERLINK("http://x")'), { kind: 'date', serial: 46_082 }, text('On track'), number(3)],
  [
    { kind: 'link', text: 'GET.xlsx', target: { path: 'sent in/GET ~ final.xlsx' } },
    text('Open a hub'),
    { kind: 'date', serial: 46_113, format: 'mmm yyyy' },
    text('At risk'),
    { kind: 'number', value: 0.25, format: '0%' },
  ],
];

const FIGURES: readonly (readonly PlanCell[])[] = [
  [text('Directorate'), text('Actions'), text('Due')],
  [text('ASC'), number(11), number(4)],
  [text('GET'), number(7), number(2)],
];

const chart = (name: string, kind: PlanChart['kind'], over: string, more: Partial<PlanChart> = {}): PlanChart => ({
  name,
  kind,
  title: `Actions (${name})`,
  source: area('H3:J5'),
  over: area(over),
  ...more,
});

export const LAYOUT: SheetLayout = {
  widths: { 0: 14, 1: 60.5, 2: 12 },
  columnLooks: {
    1: { wrap: true, align: 'left', vertical: 'top', format: '@' },
    2: { wrap: false, align: 'right', vertical: 'top', format: 'dd/mm/yyyy' },
  },
  merges: [area('A1:E1')],
  looks: [
    {
      area: area('A1'),
      look: { bold: true, italic: true, size: 16, colour: '#1F4E79', fill: '#DDEBF7', wrap: true, align: 'centre', vertical: 'middle' },
    },
    { area: area('H3:J3'), look: { border: 'thin', format: '0.0' } },
  ],
  dropDowns: [
    { area: area('D4:D50'), list: { values: ['On track', 'At "some" risk'] }, prompt: { title: 'Status', message: 'Choose one word.' } },
    { area: area('A4:A50'), list: { sheet: LISTS, area: area('A1:A3') } },
  ],
  rules: [
    { area: area('D4:D50'), when: { cellIs: 'On track' }, look: { colour: '#006100', fill: '#C6EFCE' } },
    { area: area('D4:D50'), when: { contains: 'risk' }, look: { colour: '#9C0006', fill: '#FFC7CE', bold: true } },
  ],
  charts: [
    chart('byColumn', 'column', 'L3:Q12', { valueTitle: 'Number of actions' }),
    chart('byBar', 'bar', 'L14:Q23'),
    chart('stackedColumn', 'column stacked', 'L25:Q34'),
    chart('stackedBar', 'bar stacked', 'L36:Q45'),
    chart('share', 'pie', 'L47:Q56', { source: area('H3:I5') }),
  ],
  freeze: { rows: 3, columns: 2 },
  print: {
    orientation: 'landscape',
    paper: 'A3',
    pages: 'one',
    lastColumn: 27,
    titleRows: { top: 2, bottom: 2 },
    footer: '&LDelivery plan&RPage &P of &N',
  },
  gridlines: false,
};

function write(sheet: string, reference: string, cells: readonly (readonly PlanCell[])[]): Change {
  const where = area(reference);
  const blank = cells.map((row) => row.map((): PlanCell => ({ kind: 'empty' })));
  return {
    edit: { type: 'write cells', sheet, area: where, cells, expected: cells.map((row) => row.map(() => ({ value: null }))) },
    undo: { type: 'write cells', sheet, area: where, cells: blank, expected: null },
  };
}

function addSheet(edit: Omit<Extract<Edit, { type: 'add sheet' }>, 'type'>): Change {
  return { edit: { type: 'add sheet', ...edit }, undo: { type: 'remove sheet', sheet: edit.sheet } };
}

export function everyEdit(): Change[][] {
  const tricky = TRICKY_TEXTS.map((words) => [text(words)]);
  return [
    [
      addSheet({ sheet: STATE, visibility: 'very hidden', tabColour: null }),
      write(STATE, areaA1({ top: 0, left: 0, bottom: tricky.length - 1, right: 0 }), tricky),
    ],
    [
      addSheet({ sheet: LISTS, visibility: 'hidden', tabColour: null }),
      write(LISTS, 'A1:A3', [[text('one')], [text('two')], [text('three')]]),
      addSheet({ sheet: REGISTER, visibility: 'visible', tabColour: '#1F4E79' }),
      write(REGISTER, 'A1', [[text('All priorities')]]),
      write(REGISTER, 'A3:E5', CELLS),
      write(REGISTER, 'H3:J5', FIGURES),
      {
        edit: { type: 'add table', sheet: REGISTER, table: 'Register', area: area('A3:E4'), style: 'TableStyleMedium2', banded: true },
        undo: { type: 'remove table', sheet: REGISTER, table: 'Register' },
      },
      {
        edit: { type: 'add table', sheet: REGISTER, table: 'Figures', area: area('H3:J5'), style: 'TableStyleLight1', banded: false },
        undo: { type: 'remove table', sheet: REGISTER, table: 'Figures' },
      },
      {
        edit: { type: 'resize table', sheet: REGISTER, table: 'Register', area: area('A3:E5') },
        undo: { type: 'resize table', sheet: REGISTER, table: 'Register', area: area('A3:E4') },
      },
      {
        edit: { type: 'remove table', sheet: REGISTER, table: 'Figures' },
        undo: { type: 'add table', sheet: REGISTER, table: 'Figures', area: area('H3:J5'), style: 'TableStyleLight1', banded: false },
      },
      { edit: { type: 'lay out', sheet: REGISTER, layout: LAYOUT }, undo: null },
    ],
  ];
}
