import fc from 'fast-check';
import { HEADING_KEYS, rulesOf, TABLE_KINDS } from '../../../src/domain/reading';

describe('the kinds of table', () => {
  const strengths = fc.record(Object.fromEntries(HEADING_KEYS.map((key) => [key, fc.constantFrom(0, 0.3, 0.45, 0.6, 0.7, 0.9, 1)])), {
    noNullPrototype: true,
  });

  test('no headings make a table of two kinds, whatever stands above them', () => {
    fc.assert(
      fc.property(strengths, fc.boolean(), fc.constantFrom('Indicator', 'Objectively verifiable indicators'), (each, titled, words) => {
        const made = TABLE_KINDS.filter((kind) =>
          rulesOf(kind).isMadeBy({ strength: (key) => each[key] ?? 0, words: () => words, isTitled: () => titled }),
        );
        expect(made.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(TABLE_KINDS)('%s: a user may give a column the heading that makes its rows', (kind) => {
    const { columns, rowHeading, rowWithout } = rulesOf(kind);
    expect(columns).toContain(rowHeading);
    if (rowWithout !== null) expect(columns).toContain(rowWithout);
  });
});
