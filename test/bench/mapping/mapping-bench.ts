/**
 * Prints how well and how fast actions are mapped to indicators, on the worked answers, against plain BM25 in the same run.
 * Run with `node test/bench/mapping/run.cjs`. Nothing is fitted to the answers: the concepts are written by hand from the logframe,
 * so no directorate is left out; the figures of each stand by themselves instead.
 */
import MiniSearch from 'minisearch';
import { kent2025 } from '../../../src/domain/framework';
import { createRanker } from '../../../src/domain/mapping';
import { figuresOf, type Figures } from './figures';
import { goldRows, type GoldRow } from './gold-rows';

const framework = kent2025();
const cases = goldRows();
const ranker = createRanker(framework);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const byConcepts = ({ row }: GoldRow): string[] => ranker.rank(row).map(({ id }) => id);

/** Plain BM25: the row's words against the indicators' texts, no threshold that anybody would have had reason to set. */
const engine = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
engine.addAll(framework.indicators.map(({ id, text }) => ({ id, text })));
const byWords = ({ row }: GoldRow): string[] => engine.search([row.commitment, row.measure].join(' ')).map(({ id }) => String(id));

const line = (name: string, { recallAt3, recallAt5, precisionAt1, mrr, leftAlone }: Figures): string =>
  [
    name.padEnd(24),
    ...[recallAt3, recallAt5, precisionAt1, mrr, leftAlone].map((figure) => (Number.isNaN(figure) ? '-' : figure.toFixed(2)).padStart(12)),
  ].join('');

print(['ranking'.padEnd(24), ...['recall@3', 'recall@5', 'precision@1', 'MRR', 'left alone'].map((head) => head.padStart(12))].join(''));
print(line('concepts and words', figuresOf(cases, byConcepts)));
print(line('plain BM25', figuresOf(cases, byWords)));
for (const directorate of new Set(cases.map(({ row }) => row.directorate))) {
  print(
    line(
      `  ${directorate ?? ''}`,
      figuresOf(
        cases.filter(({ row }) => row.directorate === directorate),
        byConcepts,
      ),
    ),
  );
}

/** Rows ranked in a second of one core's own time, so that a busy machine does not change the figure. */
function speedOf(rank: (row: GoldRow) => readonly string[]): number {
  const started = process.cpuUsage();
  let rows = 0;
  let seconds = 0;
  while (seconds < 2) {
    for (const each of cases) rank(each);
    rows += cases.length;
    const { user, system } = process.cpuUsage(started);
    seconds = (user + system) / 1e6;
  }
  return Math.round(rows / seconds);
}

print(`rows a second, one core: concepts and words ${speedOf(byConcepts)}, plain BM25 ${speedOf(byWords)}`);
