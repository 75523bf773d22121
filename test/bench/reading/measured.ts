/** What a piece of work took. */
export interface Measured {
  readonly seconds: number;
  /** Of all cores together, the work's own, so that a busy machine changes it little. */
  readonly cpuSeconds: number;
}

export async function measured<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly took: Measured }> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const value = await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { value, took: { seconds, cpuSeconds: (user + system) / 1e6 } };
}

/** The value below which this share of the others lies. */
export function percentile(values: readonly number[], share: number): number {
  const rising = [...values].sort((a, b) => a - b);
  return rising[Math.min(rising.length - 1, Math.floor(rising.length * share))] ?? NaN;
}
