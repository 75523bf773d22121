import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import kent from '../../../src/domain/framework/kent-2025.json';
import printed from '../../data/kent/appendix-b-priorities.json';

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Words put into each commitment, so that no two texts are alike, and words of it that a reworded row has anew. */
const OWN_WORDS = 4;
const NEW_WORDS = 3;

const printedRows = printed.tables.flatMap(({ rows }) => rows.flatMap(({ kind, cells }) => (kind === 'action' ? [cells] : [])));

/** Which rows are worded otherwise than the last time. */
export type Reworded = 'none' | 'a tenth' | 'all';

/** The same numbers in every run, each below what is asked for. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    // The upper bits: the lower ones come round soon.
    return Math.floor((state / 0x80000000) * below);
  };
}

const pick = <T>(list: readonly T[], number: (below: number) => number): T => {
  const one = list[number(list.length)];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
};

const wordFrom = (number: (below: number) => number): string => [1, 2, 3].map(() => pick(SYLLABLES, number)).join('');

/** Names of directorates that no council has, each once. */
export function directorateNames(count: number): string[] {
  const number = numbersFrom(7);
  const names = new Set<string>();
  while (names.size < count) {
    const word = wordFrom(number);
    names.add(word.charAt(0).toUpperCase() + word.slice(1));
  }
  return [...names];
}

/** The shipped framework with other directorates, as JSON of a framework file. */
export function frameworkWith(names: readonly string[]): object {
  return {
    ...kent,
    council: 'Many',
    directorates: names.map((name, index) => ({ name, shortCode: `D${String(index + 1).padStart(4, '0')}`, otherNames: [] })),
    concepts: kent.concepts.map((concept) => ({
      ...concept,
      impliedBy: ((concept as { readonly impliedBy?: readonly string[] }).impliedBy ?? []).filter((sign) => sign.startsWith('SO')),
    })),
  };
}

/** Rows of a table, five cells each: the printed rows in another order and with words of their own, unlike one another. */
export function unlikeRows(rows: number, seed: number, reworded: Reworded = 'none'): string[][] {
  const number = numbersFrom(seed);
  return Array.from({ length: rows }, (_, index) => {
    const [commitment = '', , , measure = ''] = pick(printedRows, number);
    const words = commitment.split(' ');
    for (let own = 0; own < OWN_WORDS; own += 1) words.splice(number(words.length), 0, wordFrom(number));
    const row = [
      `Head of ${wordFrom(number)} ${wordFrom(number)}`,
      `${pick(MONTHS, number)} ${String(2026 + number(4))}`,
      `${measure} ${wordFrom(number)} ${String(number(900))} by ${String(2026 + number(4))}`,
      pick(printedRows, number)[4] ?? '',
    ];
    if (reworded === 'all' || (reworded === 'a tenth' && index % 10 === 0)) {
      for (let place = 0; place < NEW_WORDS; place += 1) words[(index + place * 5) % words.length] = `newly${String(place)}`;
    }
    return [words.join(' '), ...row];
  });
}

async function writeBook(path: string, directorate: string, rows: readonly string[][]): Promise<void> {
  const title = [`Proposed Priorities to Improve Health and Wellbeing ~ ${directorate}`];
  writeFileSync(path, await writeXlsx({ sheets: [{ name: directorate, rows: [title, [], HEADINGS, ...rows] }] }));
}

/** One workbook for each directorate of a framework that has so many; `framework.json` lies beside the folder of the workbooks. */
export async function writeDirectorates(folder: string, files: number, rows: number, reworded: Reworded = 'none'): Promise<void> {
  const names = directorateNames(files);
  mkdirSync(join(folder, 'in'), { recursive: true });
  writeFileSync(join(folder, 'framework.json'), JSON.stringify(frameworkWith(names)));
  for (const [index, name] of names.entries())
    await writeBook(join(folder, 'in', `${name}.xlsx`), name, unlikeRows(rows, index + 1, reworded));
}

/** So many workbooks of the shipped framework's directorates, by turns: all but the last of each are older versions of it. */
export async function writeVersions(folder: string, files: number, rows: number): Promise<void> {
  const names = kent.directorates.map(({ name }) => name);
  mkdirSync(join(folder, 'in'), { recursive: true });
  for (let file = 0; file < files; file += 1) {
    const name = names[file % names.length] ?? '';
    const turn = Math.floor(file / names.length) + 1;
    // The same rows in every version, each with a number that tells the version.
    const own = unlikeRows(rows, (file % names.length) + 1).map(([commitment = '', ...rest], row) => [
      `${commitment} (${String(turn)}-${String(row)})`,
      ...rest,
    ]);
    await writeBook(join(folder, 'in', `council ${String(turn).padStart(3, '0')} ${name}.xlsx`), name, own);
  }
}
