const ORDER = new Intl.Collator('en-GB', { numeric: true });

/** Compares two names as people sort them, "a 9" before "a 10"; the same on every computer: names that read alike are told apart by their characters. */
export function inNameOrder(a: string, b: string): number {
  return ORDER.compare(a, b) || (a < b ? -1 : Number(a > b));
}
