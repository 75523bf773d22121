import { kent2025 } from '../../../src/domain/framework';
import { understandBook } from '../../../src/domain/reading';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';

const framework = kent2025();

/** The indicators that a row names whose Indicator cell holds the text, as the whole way through a table gives them. */
function written(indicator: string, measure = '500 trees'): readonly string[] {
  const rows = [
    'Action | Lead | By when | Measure | SO | Logframe indicator',
    `Plant trees | Head of Parks | 2026 | ${measure} | SO2 | ${indicator}`,
  ];
  const read = readTables(drawBook([{ rows }]), framework, { includeHidden: false, corrections: [] });
  return understandBook(read, { file: '', framework }).actions[0]?.writtenIndicators ?? [];
}

const sentence = framework.indicators.find(({ id }) => id === '3.7')?.text ?? '';

describe('indicators a row names', () => {
  test.each<[string, string[]]>([
    ['1.14', ['1.14']],
    ['=3.7', ['3.7']],
    ['1.14, 3.7', ['1.14', '3.7']],
    ['3.7; 1.14 and 3.7', ['1.14', '3.7']],
    ['OVI 3.7 & 3.9', ['3.7', '3.9']],
    ['G.1', ['G.1']],
    ['g1 / P.3', ['G.1', 'P.3']],
    ['3.7⏎3.9', ['3.7', '3.9']],
    ['3.6 to 3.9', ['3.6', '3.7', '3.8', '3.9']],
    ['3.6-3.8', ['3.6', '3.7', '3.8']],
    ['SO3.7', ['3.7']],
    ['see 3.7', ['3.7']],
    ['3.7?', ['3.7']],
    ['OVI3.7', ['3.7']],
    ['3.6 and 3.7 (part)', ['3.6', '3.7']],
    ['3.7 trees a street', []],
    ['99.1', []],
    ['TBC', []],
    ['', []],
    ['fall of 1.5% by 2028', []],
    ['1.5 years of life expectancy', []],
    ['SO2', []],
    [sentence, ['3.7']],
    [`3.7 ${sentence}`, ['3.7']],
  ])('"%s"', (text, wanted) => {
    expect(written(text)).toEqual(wanted);
  });

  test.each<[string, string[]]>([
    ['Improves OVI 3.7', ['3.7']],
    ['logframe indicators 1.14 and 3.9', ['1.14', '3.9']],
    ['3.7 trees a street', []],
    ['a rise of 1.14 in the score', []],
  ])('in a measure: "%s"', (text, wanted) => {
    expect(written('', text)).toEqual(wanted);
  });
});
