import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Limits, ProcessEnd } from './outcome';

/** By the clock, which on a machine with other work goes on while the process waits. */
const TIMES_BY_CLOCK = 6;
const ERRORS_KEPT = 4000;

/** Reads one file in a process of its own, under the limits. @param folder for what is needed between: the program as JavaScript and the answer. */
export function readInProcess(path: string, folder: string, limits: Limits): Promise<ProcessEnd> {
  const answer = join(folder, 'answer.json');
  rmSync(answer, { force: true });
  const words = [`--max-old-space-size=${String(limits.megabytes)}`, join(__dirname, 'run.cjs'), '--read', path, answer];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, CODE_CACHE: folder } });
  let errors = '';
  let stopped = false;
  child.stderr.on('data', (data: Buffer) => (errors = (errors + data.toString('utf8')).slice(-ERRORS_KEPT)));
  const timer = setTimeout(
    () => {
      stopped = true;
      child.kill('SIGKILL');
    },
    limits.seconds * TIMES_BY_CLOCK * 1000,
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const written = existsSync(answer) ? (JSON.parse(readFileSync(answer, 'utf8')) as ProcessEnd['written']) : null;
      resolve({ code, signal, stopped, errors, written });
    });
  });
}
