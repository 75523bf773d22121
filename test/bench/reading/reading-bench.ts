/**
 * Prints how long a plan takes to read and check, and how much memory: 10,000 and 100,000 actions from a file, beside a plain script over the
 * same file; the live re-check of one edit among 5,000; the longest that any odd text takes. Run with `node test/bench/reading/run.cjs`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile, type FileChecked } from './check-file';
import { percentile } from './measured';
import { worstOddTexts } from './odd-texts';
import { writePlanFile } from './plan-rows';
import { recheckEdits } from './recheck-edits';

const SIZES = [10_000, 100_000];
const EDITS = 200;
const LARGEST_OUTPUT = 1 << 20;

const print = (line = ''): void => void process.stdout.write(`${line}\n`);
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(34) : String(cell).padStart(12))).join('');

/** In a process of its own, so that the peak is this file's alone. */
function inOwnProcess(path: string): FileChecked {
  const output = execFileSync(process.execPath, [join(__dirname, 'run.cjs'), path], { encoding: 'utf8', maxBuffer: LARGEST_OUTPUT });
  return JSON.parse(output) as FileChecked;
}

/** The plain script's answer, or null where Python or openpyxl is not installed. `PYTHON` names another Python. */
function byPlainScript(path: string): FileChecked | null {
  const python = process.env.PYTHON ?? 'python3';
  const ran = spawnSync(python, [join(__dirname, 'plain-openpyxl.py'), path], { encoding: 'utf8', maxBuffer: LARGEST_OUTPUT });
  return ran.status === 0 ? (JSON.parse(ran.stdout) as FileChecked) : null;
}

function printFile(name: string, file: FileChecked): void {
  const findings = Object.values(file.findings).reduce((sum, count) => sum + count, 0);
  print(row([name, file.seconds.toFixed(1), file.cpuSeconds.toFixed(1), file.peakMegabytes.toFixed(0), file.actions, findings]));
}

function printGrowth(name: string, [small, large]: readonly FileChecked[]): void {
  if (small === undefined || large === undefined) return;
  const ratio = (of: (file: FileChecked) => number): string => (of(large) / of(small)).toFixed(1);
  print(
    row([`  ${name}: times as much`, ratio((file) => file.seconds), ratio((file) => file.cpuSeconds), ratio((file) => file.peakMegabytes)]),
  );
}

function printCodes(ours: FileChecked, plain: FileChecked): void {
  print('\nFindings by code in the smaller file; the plain script leaves out what has a dash.');
  print(row(['code', 'collate', 'plain']));
  for (const code of Object.keys({ ...ours.findings, ...plain.findings }).sort())
    print(row([code, ours.findings[code] ?? 0, plain.findings[code] ?? '-']));
}

async function files(folder: string): Promise<void> {
  print(row(['reading and checking a file', 'seconds', 'cpu s', 'peak MB', 'actions', 'findings']));
  const ours: FileChecked[] = [];
  const plain: FileChecked[] = [];
  for (const actions of SIZES) {
    const path = join(folder, `plan-${String(actions)}.xlsx`);
    await writePlanFile(path, actions);
    const size = `${actions.toLocaleString('en-GB')} (${(statSync(path).size / 1e6).toFixed(1)} MB)`;
    const own = inOwnProcess(path);
    ours.push(own);
    printFile(`collate, ${size}`, own);
    const other = byPlainScript(path);
    if (other === null) continue;
    plain.push(other);
    printFile(`plain openpyxl, ${size}`, other);
  }
  printGrowth('collate', ours);
  printGrowth('plain openpyxl', plain);
  const [first, other] = [ours[0], plain[0]];
  if (first !== undefined && other !== undefined) printCodes(first, other);
  else print('The plain script was not run: python3 with openpyxl is not installed here.');
}

async function edits(): Promise<void> {
  const took = await recheckEdits(5000, EDITS);
  const line = (name: string, of: readonly number[]): string =>
    row([name, ...[of[0] ?? NaN, percentile(of, 0.5), percentile(of, 0.95)].map((seconds) => (seconds * 1000).toFixed(1))]);
  print(`\n${row(['one edit among 5,000, milliseconds', 'first', 'median', '95%'])}`);
  print(
    line(
      'by the clock',
      took.map(({ seconds }) => seconds),
    ),
  );
  print(
    line(
      'of the processor',
      took.map(({ cpuSeconds }) => cpuSeconds),
    ),
  );
}

function oddTexts(): void {
  const { texts, timescale, outcomes } = worstOddTexts();
  print(`\n${row([`worst of ${String(texts)} odd texts`, 'ms', 'repeating'])}`);
  print(row(['a timescale of 30,000 characters', timescale.milliseconds.toFixed(2), JSON.stringify(timescale.text)]));
  print(row(['outcomes of 30,000 characters', outcomes.milliseconds.toFixed(2), JSON.stringify(outcomes.text)]));
}

async function all(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reading-bench-'));
  try {
    await files(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await edits();
  oddTexts();
}

const [file] = process.argv.slice(2);
if (file === undefined) void all();
else void checkFile(file).then((checked) => print(JSON.stringify(checked)));
