import { type HostClass, type HostObject, asText, hostObject } from '../host-object';
import { HostError } from '../host-error';
import { type RangeTarget, change } from '../host-session';
import { type LookValue } from '../host-sheet';
import { type LookRule, bool, colour, lookAccess, number, text, word } from './looks';

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'];
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];

/** Points of a column of standard width (8.43 characters) and of a row in Calibri 11. */
const STANDARD_WIDTH = 48;
const STANDARD_HEIGHT = 15;

const FONT_RULES: Readonly<Record<string, LookRule>> = {
  Bold: bool(false),
  Italic: bool(false),
  Strikethrough: bool(false),
  Color: colour('#000000'),
  Name: text('Calibri'),
  Size: number(11, 1, 409),
  Underline: word('None', ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant']),
};

const BORDER_RULES: Readonly<Record<string, LookRule>> = {
  Style: word('None', ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot']),
  Weight: word('Thin', ['Hairline', 'Thin', 'Medium', 'Thick']),
  Color: colour('#000000'),
};

function read({ sheet, area }: RangeTarget, path: string, otherwise: LookValue): LookValue {
  return sheet.look(area, path, otherwise);
}

function write(target: RangeTarget, path: string, value: LookValue): void {
  change(target, (sheet) => sheet.setLook(target.area, path, value));
}

/** A width or height belongs to whole columns or rows, whichever cells were named. */
function sizeRule(name: 'columnWidth' | 'rowHeight', otherwise: number): Required<Pick<HostClass<RangeTarget>, 'get' | 'set'>> {
  const key = name === 'columnWidth' ? 'ColumnWidth' : 'RowHeight';
  const rule = number(otherwise, 0, name === 'columnWidth' ? 1343 : 409.5);
  return {
    get: { [key]: ({ sheet, area }) => sheet.look(stretched(area, name), name, otherwise) },
    set: { [key]: (target, value) => change(target, (sheet) => sheet.setLook(stretched(target.area, name), name, rule.read(value))) },
  };
}

function stretched(area: RangeTarget['area'], name: 'columnWidth' | 'rowHeight'): RangeTarget['area'] {
  return name === 'columnWidth' ? { ...area, top: 0, bottom: 1_048_575 } : { ...area, left: 0, right: 16_383 };
}

const plain = lookAccess<RangeTarget>(
  {
    WrapText: bool(false),
    HorizontalAlignment: word('General', HORIZONTAL),
    VerticalAlignment: word('Bottom', VERTICAL),
    IndentLevel: number(0, 0, 250),
    ShrinkToFit: bool(false),
    TextOrientation: number(0, -90, 180),
  },
  (name) => name.charAt(0).toLowerCase() + name.slice(1),
  read,
  write,
);
const width = sizeRule('columnWidth', STANDARD_WIDTH);
const height = sizeRule('rowHeight', STANDARD_HEIGHT);

const FONT: HostClass<RangeTarget> = {
  name: 'RangeFont',
  ...lookAccess<RangeTarget>(FONT_RULES, (name) => `font.${name.charAt(0).toLowerCase()}${name.slice(1)}`, read, write),
};

const FILL: HostClass<RangeTarget> = {
  name: 'RangeFill',
  ...lookAccess<RangeTarget>({ Color: colour('#FFFFFF') }, () => 'fill.color', read, write),
  call: { Clear: (target) => write(target, 'fill.color', '#FFFFFF') },
};

interface BorderTarget extends RangeTarget {
  readonly edge: string;
}

const border = lookAccess<BorderTarget>(
  BORDER_RULES,
  (name) => name.charAt(0).toLowerCase() + name.slice(1),
  (target, name, otherwise) => read(target, `borders.${target.edge}.${name}`, otherwise),
  (target, name, value) => write(target, `borders.${target.edge}.${name}`, value),
);

const BORDER: HostClass<BorderTarget> = {
  name: 'RangeBorder',
  get: { ...border.get, SideIndex: ({ edge }) => edge },
  set: border.set,
  identity: ({ edge }) => ({ Id: edge }),
};

function borderAt(target: RangeTarget, key: unknown): HostObject {
  const edge = EDGES.find((each) => each.toLowerCase() === asText(key).toLowerCase());
  if (edge === undefined) throw new HostError('InvalidArgument');
  return hostObject(BORDER, { ...target, edge });
}

const BORDERS: HostClass<RangeTarget> = {
  name: 'RangeBorderCollection',
  get: { Count: () => EDGES.length },
  items: (target) => EDGES.map((edge) => hostObject(BORDER, { ...target, edge })),
  item: borderAt,
  call: { GetItem: (target, [key]) => borderAt(target, key) },
};

/** Autofit is noted, not measured: this host knows no fonts, so the size stays what it was. */
function autofit(target: RangeTarget, name: string): void {
  change(target, (sheet) => sheet.setLook(target.area, name, true));
}

const FORMAT: HostClass<RangeTarget> = {
  name: 'RangeFormat',
  get: { ...plain.get, ...width.get, ...height.get },
  set: { ...plain.set, ...width.set, ...height.set },
  open: {
    Font: (target) => hostObject(FONT, target),
    Fill: (target) => hostObject(FILL, target),
    Borders: (target) => hostObject(BORDERS, target),
  },
  call: {
    AutofitColumns: (target) => autofit(target, 'autofitColumns'),
    AutofitRows: (target) => autofit(target, 'autofitRows'),
  },
};

export function rangeFormat(target: RangeTarget): HostObject {
  return hostObject(FORMAT, target);
}
