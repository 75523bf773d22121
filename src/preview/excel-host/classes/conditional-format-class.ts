import { HostError } from '../host-error';
import { type HostClass, type HostObject, asBoolean, asIndex, asRecord, asText, asWord, hostObject } from '../host-object';
import { overlapOf } from '../host-reference';
import { type RangeTarget, change } from '../host-session';
import { type HostConditionalFormat } from '../host-sheet';
import { type LookRule, bool, colour, lookAccess, word } from './looks';

interface RuleTarget extends RangeTarget {
  readonly format: HostConditionalFormat;
}

/** The kinds this host knows, with the property that holds each one's rule and look. */
const KINDS = { CellValue: 'CellValue', ContainsText: 'TextComparison', Custom: 'Custom' } as const;
const KIND_WORDS = ['CellValue', 'ContainsText', 'Custom'] as const;

const CELL_OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
];
const TEXT_OPERATORS = ['Contains', 'NotContains', 'BeginsWith', 'EndsWith'];

/** Of a rule's look: colours, bold, italic, underline, strikethrough. Excel has no font name or size here. */
const FONT_RULES: Readonly<Record<string, LookRule>> = {
  Bold: bool(false),
  Italic: bool(false),
  Strikethrough: bool(false),
  Color: colour(''),
  Underline: word('None', ['None', 'Single', 'Double']),
};

const looks = (rules: Readonly<Record<string, LookRule>>, prefix: string): Required<Pick<HostClass<RuleTarget>, 'get' | 'set'>> =>
  lookAccess<RuleTarget>(
    rules,
    (name) => `${prefix}.${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    ({ format }, path, otherwise) => format.looks.get(path) ?? otherwise,
    (target, path, value) => change(target, () => target.format.looks.set(path, value)),
  );

const FONT: HostClass<RuleTarget> = { name: 'ConditionalRangeFont', ...looks(FONT_RULES, 'font') };
const FILL: HostClass<RuleTarget> = { name: 'ConditionalRangeFill', ...looks({ Color: colour('') }, 'fill') };

const LOOK: HostClass<RuleTarget> = {
  name: 'ConditionalRangeFormat',
  get: { NumberFormat: ({ format }) => format.looks.get('numberFormat') ?? null },
  set: { NumberFormat: (target, value) => change(target, () => target.format.looks.set('numberFormat', asText(value))) },
  open: { Font: (target) => hostObject(FONT, target), Fill: (target) => hostObject(FILL, target) },
};

function setRule(target: RuleTarget, value: unknown): void {
  const rule = asRecord(value);
  if (target.format.type === 'CellValue') {
    asWord(rule.operator, CELL_OPERATORS);
    const formula = asText(rule.formula1);
    if (formula === '') throw new HostError('InvalidArgument');
  } else asWord(rule.operator, TEXT_OPERATORS);
  change(target, () => (target.format.rule = rule));
}

/** `cellValue` and `textComparison`: a rule and a look. */
const RULED: HostClass<RuleTarget> = {
  name: 'ConditionalFormatRuleHolder',
  get: { Rule: ({ format }) => format.rule },
  set: { Rule: setRule },
  open: { Format: (target) => hostObject(LOOK, target) },
};

const FORMULA_RULE: HostClass<RuleTarget> = {
  name: 'ConditionalFormatRule',
  get: { Formula: ({ format }) => format.rule?.formula ?? '' },
  set: {
    Formula: (target, value) => {
      const formula = asText(value);
      if (!formula.startsWith('=')) throw new HostError('InvalidArgument');
      change(target, () => (target.format.rule = { formula }));
    },
  },
};

const CUSTOM: HostClass<RuleTarget> = {
  name: 'CustomConditionalFormat',
  open: { Rule: (target) => hostObject(FORMULA_RULE, target), Format: (target) => hostObject(LOOK, target) },
};

/** The part of a rule that fits its kind; the other parts are null objects when read with OrNullObject, errors otherwise. */
function part(target: RuleTarget, property: string): HostObject {
  if (KINDS[asWord(target.format.type, KIND_WORDS)] !== property) throw new HostError('InvalidOperation');
  return hostObject(property === 'Custom' ? CUSTOM : RULED, target);
}

const FORMAT: HostClass<RuleTarget> = {
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  get: {
    Id: ({ format }) => format.id,
    Type: ({ format }) => format.type,
    Priority: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
    StopIfTrue: ({ format }) => format.stopIfTrue,
  },
  set: { StopIfTrue: (target, value) => change(target, () => (target.format.stopIfTrue = asBoolean(value))) },
  open: {
    CellValue: (target) => part(target, 'CellValue'),
    TextComparison: (target) => part(target, 'TextComparison'),
    Custom: (target) => part(target, 'Custom'),
  },
  call: {
    Delete: (target) =>
      change(target, (sheet) => (sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each !== target.format))),
  },
};

function over(target: RangeTarget): readonly HostConditionalFormat[] {
  return target.sheet.conditionalFormats.filter((format) => overlapOf(format.area, target.area) !== null);
}

/** The newest rule comes first, as in Excel. */
function add(target: RangeTarget, type: unknown): HostObject {
  const format: HostConditionalFormat = {
    id: target.session.workbook.newId(),
    area: target.area,
    type: asWord(type, KIND_WORDS),
    rule: null,
    looks: new Map(),
    stopIfTrue: false,
  };
  change(target, (sheet) => (sheet.conditionalFormats = [format, ...sheet.conditionalFormats]));
  return hostObject(FORMAT, { ...target, format });
}

function find(target: RangeTarget, id: unknown): HostObject {
  const format = over(target).find((each) => each.id === id);
  if (format === undefined) throw new HostError('ItemNotFound');
  return hostObject(FORMAT, { ...target, format });
}

const COLLECTION: HostClass<RangeTarget> = {
  name: 'ConditionalFormatCollection',
  items: (target) => over(target).map((format) => hostObject(FORMAT, { ...target, format })),
  item: find,
  call: {
    Add: (target, [type]) => add(target, type),
    GetCount: (target) => over(target).length,
    GetItem: (target, [id]) => find(target, id),
    GetItemAt: (target, [index]) => find(target, over(target)[asIndex(index)]?.id),
    ClearAll: (target) => {
      const gone = new Set(over(target));
      change(target, (sheet) => (sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.has(format))));
    },
  },
};

export function conditionalFormatCollection(target: RangeTarget): HostObject {
  return hostObject(COLLECTION, target);
}
