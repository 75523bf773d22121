/** One thing that is wrong with a framework, for the person who wrote it. */
export interface FrameworkProblem {
  /** The place in the file: `['outcomes', 2, 'code']`; empty for the file as a whole. */
  readonly path: readonly (string | number)[];
  /** What is wrong, beginning with the place in words. */
  readonly sentence: string;
  /** What would be right; "" where the sentence says it. */
  readonly remedy: string;
}

/** "outcomes[2].code", as the path is written for people who edit JSON. */
export function pathInWords(path: FrameworkProblem['path']): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${String(step)}]` : `${index === 0 ? '' : '.'}${step}`)).join('');
}
