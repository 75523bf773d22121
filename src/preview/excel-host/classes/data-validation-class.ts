import { HostError } from '../host-error';
import { type HostClass, type HostObject, asBoolean, asRecord, hostObject, isHostObject } from '../host-object';
import { fullAddress, overlapOf } from '../host-reference';
import { type RangeTarget, change } from '../host-session';
import { type HostValidation } from '../host-sheet';
import { rangeArgument } from './range-argument';

/** Excel keeps no more of a list written into the rule, commas included. */
const INLINE_LIST_LIMIT = 255;

/** A drop-down's prompt and alert: title and message may be no longer than this. */
const TITLE_LIMIT = 32;
const MESSAGE_LIMIT = 255;

const KINDS: Readonly<Record<string, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

function ruleOf(target: RangeTarget): HostValidation | 'mixed' | null {
  return target.sheet.validationOver(target.area);
}

function field(target: RangeTarget, read: (rule: HostValidation) => unknown, none: unknown): unknown {
  const rule = ruleOf(target);
  return rule === null ? none : rule === 'mixed' ? null : read(rule);
}

function write(target: RangeTarget, part: Partial<HostValidation>): void {
  const current = ruleOf(target);
  const base = current === null || current === 'mixed' ? { rule: {}, ignoreBlanks: true, prompt: null, errorAlert: null } : current;
  change(target, (sheet) => sheet.setValidation({ ...base, ...part, area: target.area }));
}

/** A rule names exactly one kind; a list's source is a text, or a range of this workbook. */
function readRule(value: unknown): Readonly<Record<string, unknown>> {
  const rule = asRecord(value);
  const kinds = Object.keys(rule).filter((key) => rule[key] !== null && rule[key] !== undefined);
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === undefined || !(kind in KINDS)) throw new HostError('InvalidArgument');
  const inner = asRecord(rule[kind]);
  if (kind !== 'list') return { [kind]: inner };
  const source = inner.source;
  if (isHostObject(source)) {
    const { sheet, area } = rangeArgument(source);
    return { list: { inCellDropDown: inner.inCellDropDown ?? true, source: `=${fullAddress(sheet.name, area)}` } };
  }
  if (typeof source !== 'string' || source === '') throw new HostError('InvalidArgument');
  if (!source.startsWith('=') && source.length > INLINE_LIST_LIMIT) throw new HostError('InvalidArgument');
  return { list: { inCellDropDown: inner.inCellDropDown ?? true, source } };
}

function readWords(value: unknown): Readonly<Record<string, unknown>> {
  const words = asRecord(value);
  const { title, message } = words;
  if (typeof title === 'string' && title.length > TITLE_LIMIT) throw new HostError('InvalidArgument');
  if (typeof message === 'string' && message.length > MESSAGE_LIMIT) throw new HostError('InvalidArgument');
  return words;
}

const VALIDATION: HostClass<RangeTarget> = {
  name: 'DataValidation',
  get: {
    // Of cells with different rules Excel says "Inconsistent", of cells with a rule and without "MixedCriteria" (Excel.DataValidationType).
    Type: (target) => {
      const rule = ruleOf(target);
      if (rule !== 'mixed') return rule === null ? 'None' : (KINDS[Object.keys(rule.rule)[0] ?? ''] ?? 'None');
      return target.sheet.validations.filter(({ area }) => overlapOf(area, target.area) !== null).length > 1
        ? 'Inconsistent'
        : 'MixedCriteria';
    },
    Rule: (target) => field(target, ({ rule }) => rule, {}),
    IgnoreBlanks: (target) => field(target, ({ ignoreBlanks }) => ignoreBlanks, true),
    Prompt: (target) =>
      field(target, ({ prompt }) => prompt ?? { showPrompt: true, title: '', message: '' }, { showPrompt: true, title: '', message: '' }),
    ErrorAlert: (target) => field(target, ({ errorAlert }) => errorAlert ?? DEFAULT_ALERT, DEFAULT_ALERT),
  },
  set: {
    Rule: (target, value) => write(target, { rule: readRule(value) }),
    IgnoreBlanks: (target, value) => write(target, { ignoreBlanks: asBoolean(value) }),
    Prompt: (target, value) => write(target, { prompt: readWords(value) }),
    ErrorAlert: (target, value) => write(target, { errorAlert: readWords(value) }),
  },
  call: { Clear: (target) => change(target, (sheet) => sheet.clearValidation(target.area)) },
};

const DEFAULT_ALERT = { showAlert: true, style: 'Stop', title: '', message: '' };

export function dataValidation(target: RangeTarget): HostObject {
  return hostObject(VALIDATION, target);
}
