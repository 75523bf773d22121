/**
 * Prints how long this program takes, beside a plain script and beside itself, as JSON; readable lines go to stderr. The two sides are run by
 * turns, so that a machine that slows down meanwhile slows both. Run with `npm run bench`, after `npm run build:cli`.
 *
 *   --runs N      of each side, 5 where it is left out; medians are given
 *   --only NAME   the works whose name begins so; several with commas
 *   --long        those that take minutes, too
 *   --quick       small sizes and one run: to see that all of it runs
 *
 * `PYTHON` names another Python.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { INSIDE } from './inside';
import { measureWork } from './measure-work';
import { HAS_PROC } from './process-tree';
import { QUICK, SIZES, worksIn } from './works';

/** The plain script runs in the first of these that has what it needs. */
const PYTHONS = process.env.PYTHON === undefined ? ['python3', '/usr/bin/python3', 'python'] : [process.env.PYTHON];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    only: { type: 'string' },
    long: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    inside: { type: 'string' },
  },
});

const ASKED =
  'import json, sys, openpyxl, pandas; ' +
  'print(json.dumps({"python": sys.version.split()[0], "openpyxl": openpyxl.__version__, "pandas": pandas.__version__}))';

/** A Python that can run the plain script, with the versions of what it needs; null where there is none. */
function pythonHere(): { readonly file: string; readonly versions: Readonly<Record<string, string>> } | null {
  for (const file of PYTHONS) {
    const ran = spawnSync(file, ['-c', ASKED], { encoding: 'utf8' });
    if (ran.status === 0) return { file, versions: JSON.parse(ran.stdout) as Record<string, string> };
  }
  return null;
}

async function bench(): Promise<void> {
  if (!existsSync(resolve(__dirname, '../../../dist/cli/cli.js')))
    throw new Error('There is no dist/cli/cli.js: npm run build:cli makes it.');
  const runs = values.quick ? 1 : Math.max(1, Number(values.runs ?? 5));
  const only = values.only?.split(',');
  const python = pythonHere();
  const folder = mkdtempSync(join(tmpdir(), 'speed-bench-'));
  try {
    const works = worksIn(folder, values.quick ? QUICK : SIZES, python?.file ?? 'python3').filter(
      ({ name, isLong }) => (only === undefined || only.some((start) => name.startsWith(start))) && (isLong !== true || values.long),
    );
    const measured = [];
    for (const work of works)
      measured.push(await measureWork(work, { runs, hasPandas: python !== null, say: (line) => process.stderr.write(`${line}\n`) }));
    const machine = {
      node: process.version,
      cores: availableParallelism(),
      plainScript: python?.versions ?? null,
      memoryFrom: HAS_PROC ? '/proc' : null,
    };
    process.stdout.write(`${JSON.stringify({ machine, runs, works: measured }, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function withinThisProcess(name: string): Promise<void> {
  const [size = '0', path = ''] = positionals;
  const figures = await INSIDE[name]?.(Number(size), path);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

void (values.inside === undefined ? bench() : withinThisProcess(values.inside));
