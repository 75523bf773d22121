import { kent2025 } from '../../../src/domain/framework';
import { createRanker } from '../../../src/domain/mapping';
import { figuresOf } from '../../bench/mapping/figures';
import { goldRows } from '../../bench/mapping/gold-rows';

describe('the ranking on the worked answers', () => {
  const ranker = createRanker(kent2025());
  const cases = goldRows();
  const figures = figuresOf(cases, ({ row }) => ranker.rank(row).map((each) => each.id));

  test('finds at least eight in ten of what both readers agreed on among its first five', () => {
    expect(figures.recallAt5).toBeGreaterThanOrEqual(0.8);
  });

  test('puts first what a reader named, at least nine times in ten', () => {
    expect(figures.precisionAt1).toBeGreaterThanOrEqual(0.9);
  });

  test('leaves alone the rows that serve nothing', () => {
    expect(figures.leftAlone).toBeGreaterThanOrEqual(0.75);
  });

  test('says for every suggestion which words of the row earned it, and marks them where they stand', () => {
    const suggestions = cases.flatMap(({ row }) => ranker.rank(row).map((each) => ({ row, ...each })));
    expect(suggestions.length).toBeGreaterThan(100);
    for (const { row, why, marks, score } of suggestions) {
      expect(why.length).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      const marked = marks.map(({ field, start, end }) => (row[field] ?? '').slice(start, end).replace(/\s+/g, ' ').toLowerCase());
      expect(why.map((words) => words.toLowerCase()).filter((words) => !marked.includes(words))).toEqual([]);
    }
  });

  test('gives each indicator once, surest first', () => {
    for (const { row } of cases) {
      const list = ranker.rank(row);
      expect(new Set(list.map((each) => each.id)).size).toBe(list.length);
      expect(list.map((each) => each.score)).toEqual(list.map((each) => each.score).sort((one, other) => other - one));
    }
  });
});
