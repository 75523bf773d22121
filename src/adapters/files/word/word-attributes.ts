import { type Markup, childNamed, prefixedAttribute } from '../package/markup';

/** The `val` of a property's element; undefined where the element has none or is not there. */
export function valueOf(property: Markup | undefined): string | undefined {
  return property === undefined ? undefined : prefixedAttribute(property, 'val');
}

/** A whole number of a property, or the one given where it is missing or no number. */
export function numberOf(property: Markup | undefined, otherwise: number): number {
  const number = Number.parseInt(valueOf(property) ?? '', 10);
  return Number.isNaN(number) ? otherwise : number;
}

/** A property that is on or off (ISO/IEC 29500-1, 17.17.4): on by its presence alone; null where it is not given. */
export function switchOf(parent: Markup | undefined, local: string): boolean | null {
  const property = parent === undefined ? undefined : childNamed(parent, local);
  return property === undefined ? null : !/^(?:0|false|off|none)$/i.test(valueOf(property) ?? '');
}
