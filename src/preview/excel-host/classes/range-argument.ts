import { HostError } from '../host-error';
import { isHostObject } from '../host-object';
import { type RangeTarget, type SheetTarget } from '../host-session';

/** The range behind an argument; Excel takes either the object or, where it says so, an address. */
export function rangeArgument(value: unknown): RangeTarget {
  if (!isHostObject(value) || value.className !== 'Range') throw new HostError('InvalidArgument');
  const target = value.target;
  if (!isRangeTarget(target)) throw new HostError('InvalidArgument');
  return target;
}

function isRangeTarget(value: unknown): value is RangeTarget {
  return typeof value === 'object' && value !== null && 'sheet' in value && 'area' in value;
}

/** A range given as an object or as an address on the sheet at hand, both of which Excel takes for tables and charts. */
export function rangeOrAddress(value: unknown, { session, sheet }: SheetTarget): RangeTarget {
  if (typeof value !== 'string') return rangeArgument(value);
  const named = value.includes('!') ? session.workbook.findSheet(sheetOf(value)) : sheet;
  if (named === null) throw new HostError('InvalidArgument');
  return { session, sheet: named, area: session.workbook.areaOn(named, value) };
}

function sheetOf(address: string): string {
  const name = address.slice(0, address.lastIndexOf('!'));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
