import type { Framework } from './framework-schema';

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

/** The outcomes that codes count for, each once: a priority counts for the outcome above it. */
export function outcomesServed(framework: Pick<Framework, 'outcomes'>, codes: readonly string[]): string[] {
  return [...new Set(codes.map((code) => ancestorsOf(framework, code).at(-1) ?? code))];
}
