import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What one run of a command took. */
export interface RunMeasured {
  readonly seconds: number;
  /** Of all cores together; null where the system does not tell. Up to a look's time of the end is missed. */
  readonly cpuSeconds: number | null;
  /** Of the process and all that it started, each at its own peak, in MB; null where the system does not tell. */
  readonly peakMegabytes: number | null;
  readonly exitCode: number | null;
  readonly stdout: string;
}

export interface Command {
  readonly file: string;
  readonly words: readonly string[];
}

/** Whether /proc tells of processes; elsewhere time alone is measured. */
export const HAS_PROC = existsSync('/proc/self/status');

/** Between two looks at the processes, in milliseconds. */
const LOOK = 15;
/** Of the processor's time as /proc counts it, a second. */
const TICKS = 100;

/** Runs a command to its end. Memory is that of the whole tree of processes, since readers may work in processes of their own. */
export function runMeasured({ file, words }: Command): Promise<RunMeasured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(file, words, { stdio: ['ignore', 'pipe', 'ignore'] });
    const look = new TreeLook(child.pid);
    const timer = HAS_PROC ? setInterval(() => look.now(), LOOK) : undefined;
    let stdout = '';
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString('utf8')));
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('close', (exitCode) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, cpuSeconds: look.cpuSeconds, peakMegabytes: look.peakMegabytes, exitCode, stdout });
    });
  });
}

class TreeLook {
  private peak = 0;
  private readonly ticks = new Map<number, number>();

  constructor(private readonly root: number | undefined) {}

  get peakMegabytes(): number | null {
    return this.peak === 0 ? null : this.peak / 1024;
  }

  get cpuSeconds(): number | null {
    return this.ticks.size === 0 ? null : [...this.ticks.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS;
  }

  now(): void {
    let kilobytes = 0;
    for (const id of treeOf(this.root)) {
      const status = read(`/proc/${String(id)}/status`);
      kilobytes += Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      // The name before may hold spaces; after its bracket utime and stime are the twelfth and thirteenth.
      const fields =
        read(`/proc/${String(id)}/stat`)
          .split(') ')
          .at(-1)
          ?.split(' ') ?? [];
      if (fields.length > 13) this.ticks.set(id, Number(fields[11]) + Number(fields[12]));
    }
    this.peak = Math.max(this.peak, kilobytes);
  }
}

function treeOf(id: number | undefined): number[] {
  if (id === undefined) return [];
  const tasks = `/proc/${String(id)}/task`;
  try {
    const children = readdirSync(tasks).flatMap((task) => read(`${tasks}/${task}/children`).split(' ').filter(Boolean).map(Number));
    return [id, ...children.flatMap(treeOf)];
  } catch {
    // It has ended.
    return [];
  }
}

/** "" for a process that has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
