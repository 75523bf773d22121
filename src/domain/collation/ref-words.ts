/** "ASC-11"; two digits at least, so that a short list sorts as it counts. */
export function refOf(code: string, number: number): string {
  return `${code}-${String(number).padStart(2, '0')}`;
}

export interface RefParts {
  readonly code: string;
  readonly number: number;
}

/**
 * The parts of a Ref as it is issued, "ASC-11"; null for any other text. A short code may end in a digit ("PH2-07"), as it does where two
 * directorates would have the same, but it is no number: "2025-01" is a month.
 */
export function partsOfRef(ref: string): RefParts | null {
  const dash = ref.lastIndexOf('-');
  const [code, number] = [ref.slice(0, dash), ref.slice(dash + 1)];
  if (dash < 1 || !/^\d+$/.test(number) || !(/\D$/.test(code) || /\p{L}/u.test(code))) return null;
  return { code, number: Number(number) };
}

/** Whether two texts name one Ref, or one short code, however it is typed. */
export function isSameRef(one: string, other: string): boolean {
  const plain = (text: string): string => refKey(text) ?? text.trim().toUpperCase();
  return plain(one) === plain(other);
}

/**
 * What two ways of typing one Ref have in common: "ph-12", "PH12", "PH – 012" and "PH-12" are "PH 12". Null for a text that is no Ref,
 * a number alone among them.
 * Rule: docs/rules.md#mistyped-refs.
 */
export function refKey(text: string): string | null {
  const match = /^(\p{L}[\p{L}\p{N}&/]*?)[\s\-‐-―−_.:]*(?<!0)0*(\d{1,6})$/u.exec(text.normalize('NFKC').trim());
  return match === null ? null : `${(match[1] ?? '').toUpperCase()} ${match[2] ?? ''}`;
}
