import { rmSync } from 'node:fs';
import { type Command, type RunMeasured, runMeasured } from './process-tree';
import type { Work } from './works';

/** Medians over the runs of one side. */
export interface SideMeasured {
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly peakMegabytes: number | null;
  /** Of each run, in their order. */
  readonly all: readonly number[];
}

export interface WorkMeasured {
  readonly name: string;
  readonly what: string;
  readonly rows: number;
  readonly ours: SideMeasured;
  /** Null where there is nothing to set it beside, or where that could not be run. */
  readonly other: (SideMeasured & { readonly what: string }) | null;
  readonly otherNotRun: string | null;
  /** Our seconds by the other's, the median of pairs run one after the other; below 1 is faster. */
  readonly ratio: number | null;
  /** What the work itself counted in its last run. */
  readonly figures: Readonly<Record<string, number>> | null;
}

interface Measuring {
  /** Of each side. */
  readonly runs: number;
  readonly hasPandas: boolean;
  readonly say: (line: string) => void;
}

/** Runs both sides of a work by turns. */
export async function measureWork(work: Work, { runs, hasPandas, say }: Measuring): Promise<WorkMeasured> {
  await work.prepare();
  const canRun = work.other !== undefined && (hasPandas || !work.other.needsPandas);
  const other = canRun ? work.other : undefined;
  const ours: RunMeasured[] = [];
  const others: RunMeasured[] = [];
  for (let run = 0; run < runs; run += 1) {
    rmSync(work.result, { force: true });
    ours.push(await ended(work.ours, work.name));
    rmSync(work.result, { force: true });
    if (other !== undefined) others.push(await ended(other.command, other.what));
  }
  const ratios = others.map(({ seconds }, run) => (ours[run]?.seconds ?? NaN) / seconds);
  const measured: WorkMeasured = {
    name: work.name,
    what: work.what,
    rows: work.rows,
    ours: sideOf(ours),
    other: other === undefined ? null : { what: other.what, ...sideOf(others) },
    otherNotRun: work.other === undefined || canRun ? null : `${work.other.what}: openpyxl and pandas are not here`,
    ratio: ratios.length === 0 ? null : rounded(median(ratios)),
    figures: figuresIn(ours.at(-1)?.stdout ?? ''),
  };
  say(lineOf(measured));
  return measured;
}

/** Findings end with 1; what could not run ends with 2. */
async function ended(command: Command, what: string): Promise<RunMeasured> {
  const run = await runMeasured(command);
  if (run.exitCode !== 0 && run.exitCode !== 1) throw new Error(`${what} ended with ${String(run.exitCode)}: ${command.words.join(' ')}`);
  return run;
}

function sideOf(runs: readonly RunMeasured[]): SideMeasured {
  const numbers = (of: (run: RunMeasured) => number | null): number | null => {
    const known = runs.flatMap((run) => of(run) ?? []);
    return known.length === 0 ? null : rounded(median(known));
  };
  const all = runs.map(({ seconds }) => rounded(seconds));
  return {
    seconds: rounded(median(all)),
    cpuSeconds: numbers(({ cpuSeconds }) => cpuSeconds),
    peakMegabytes: numbers(({ peakMegabytes }) => peakMegabytes),
    all,
  };
}

export function median(values: readonly number[]): number {
  const rising = [...values].sort((a, b) => a - b);
  const middle = (rising.length - 1) / 2;
  return ((rising[Math.floor(middle)] ?? NaN) + (rising[Math.ceil(middle)] ?? NaN)) / 2;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The line of JSON that a measurement within a process prints; null of a command that prints words. */
function figuresIn(stdout: string): Readonly<Record<string, number>> | null {
  return stdout.startsWith('{') ? (JSON.parse(stdout) as Record<string, number>) : null;
}

function lineOf({ name, rows, ours, other, ratio, figures, otherNotRun }: WorkMeasured): string {
  const memory = ours.peakMegabytes === null ? '' : `, ${ours.peakMegabytes.toFixed(0)} MB`;
  const beside = other === null ? '' : `; other ${other.seconds.toFixed(2)} s, ${String(ratio)} times`;
  const said =
    figures === null
      ? ''
      : `; ${Object.entries(figures)
          .map(([key, value]) => `${key} ${String(Math.round(value * 100) / 100)}`)
          .join(', ')}`;
  return `${name.padEnd(16)} ${String(rows).padStart(7)} rows  ${ours.seconds.toFixed(2)} s${memory}${beside}${said}${otherNotRun === null ? '' : '; other not run'}`;
}
