import type { FileOutcome, OutcomeKind } from './outcome';

const COLUMNS: readonly (readonly [heading: string, kinds: readonly OutcomeKind[]])[] = [
  ['opened', ['opened']],
  ['no cells', ['opened, nothing in it']],
  ['refused', ['refused']],
  ['refused?', ['refused, read by the second']],
  ['slow', ['slow']],
  ['memory', ['out of memory']],
  ['hung', ['hung']],
  ['crashed', ['crashed']],
  ['empty!', ['silently empty']],
  ['different', ['different']],
  ['judged', ['different, judged']],
];

/** Counts of outcomes by the first folder of each file's path, all of them last. "refused?": the second reader saw cells in it. */
export function countsTable(outcomes: readonly FileOutcome[]): string {
  const folders = new Map<string, FileOutcome[]>();
  for (const outcome of outcomes) {
    const folder = outcome.file.includes('/') ? (outcome.file.split('/')[0] ?? '') : '.';
    const found = folders.get(folder);
    if (found === undefined) folders.set(folder, [outcome]);
    else found.push(outcome);
  }
  const lines = [...folders].map(([folder, found]) => line(folder, found));
  const headings = row('', ['files', ...COLUMNS.map(([heading]) => heading), 'compared']);
  return [headings, ...lines, ...(lines.length > 1 ? [line('all', outcomes)] : [])].join('\n');
}

function line(name: string, outcomes: readonly FileOutcome[]): string {
  const counts = COLUMNS.map(([, kinds]) => outcomes.filter(({ outcome }) => kinds.includes(outcome)).length);
  const compared = outcomes.filter(({ filledCells, secondCells }) => filledCells !== undefined && secondCells !== undefined).length;
  return row(name, [outcomes.length, ...counts, compared]);
}

function row(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(10)).join('');
}
