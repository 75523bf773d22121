import type { Framework, Outcome } from './framework-schema';

/** A code and those above it, the nearest first: "1.1", then "1". An unknown code stands alone. */
function ancestorsOf({ outcomes }: Pick<Framework, 'outcomes'>, code: string): string[] {
  const line: string[] = [];
  for (let next: string | undefined = code; next !== undefined && !line.includes(next);) {
    line.push(next);
    const here: string = next;
    next = outcomes.find((outcome) => outcome.code === here)?.under;
  }
  return line;
}

/** Whether codes serve an outcome or priority: one of them is it, stands below it, or it stands below that one. */
export function serves(framework: Pick<Framework, 'outcomes'>, codes: readonly string[], code: string): boolean {
  if (codes.includes(code)) return true;
  const above = ancestorsOf(framework, code);
  return codes.some((one) => above.includes(one) || ancestorsOf(framework, one).includes(code));
}

/** The outcomes that codes count for, each once: a priority counts for the outcome above it. */
export function outcomesServed(framework: Pick<Framework, 'outcomes'>, codes: readonly string[]): string[] {
  return [...new Set(codes.map((code) => ancestorsOf(framework, code).at(-1) ?? code))];
}

/** Each outcome with the priorities below it behind it, however the framework orders them, and with what it stands below, the highest first. */
export function outcomesInOrder({
  outcomes,
}: Pick<Framework, 'outcomes'>): { readonly outcome: Outcome; readonly above: readonly Outcome[] }[] {
  const below = (under: string | undefined, above: readonly Outcome[]): { outcome: Outcome; above: readonly Outcome[] }[] =>
    outcomes
      .filter((outcome) => outcome.under === under && !above.includes(outcome))
      .flatMap((outcome) => [{ outcome, above }, ...below(outcome.code, [...above, outcome])]);
  return below(undefined, []);
}

/** The outcomes that others stand below or alone, in their order: figures and papers go by these. */
export function topOutcomes({ outcomes }: Pick<Framework, 'outcomes'>): Outcome[] {
  return outcomes.filter(({ under }) => under === undefined);
}
