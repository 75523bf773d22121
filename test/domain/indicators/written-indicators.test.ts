import fc from 'fast-check';
import { type Framework, kent2025, parseFramework } from '../../../src/domain/framework';
import { writtenIndicators } from '../../../src/domain/indicators';
import madeUp from '../../data/made-up-council.json';

const kent = kent2025();
const textOf = (id: string): string => kent.indicators.find((indicator) => indicator.id === id)?.text ?? '';

/** Kent's framework with indicators of other ids, all of one level. */
function withIds(...ids: readonly string[]): Framework {
  const [first] = kent.indicators;
  if (!first) throw new Error('No indicator');
  return { ...kent, indicators: ids.map((id, index) => ({ ...first, id, text: `Something measured in way ${String(index)}` })) };
}

describe('the indicators that a text names', () => {
  test.each<[string, string[]]>([
    ['1.14', ['1.14']],
    ['OVI 3.7', ['3.7']],
    ['(OVI 3.7)', ['3.7']],
    ['2.1; 2.2', ['2.1', '2.2']],
    ['1.1, 1.2 and G.2', ['G.2', '1.1', '1.2']],
    ['3.7\n3.6', ['3.6', '3.7']],
    ['6.1 to 6.3', ['6.1', '6.2', '6.3']],
    ['indicators 1.1-1.3 and P.1', ['P.1', '1.1', '1.2', '1.3']],
    ['Contributes to logframe indicator 4.2 and to OVI 4.4', ['4.2', '4.4']],
    ['2.1, 2.1', ['2.1']],
    ['1.1', ['1.1']],
    ['1.10', ['1.10']],
    ['3.4 Hospital admissions in Kent due to alcohol', ['3.4']],
    ['Increase employment rates in Kent', ['2.13']],
    ['Inappropriate out of area mental health placements will be at or close to zero.', ['5.4']],
  ])('%j', (text, ids) => {
    expect(writtenIndicators(text, kent)).toEqual(ids);
  });

  test.each<[string, string[]]>([
    ['SO3.7', ['3.7']],
    ['so 3.7', ['3.7']],
    ['SO3: 3.7', ['3.7']],
    ['see 3.7', ['3.7']],
    ['see3.7.', ['3.7']],
    ['3.7?', ['3.7']],
    ['OVI3.7', ['3.7']],
    ['ovi no. 3.7', ['3.7']],
    ['KPI 3.7', ['3.7']],
    ['3.6 and 3.7 (part)', ['3.6', '3.7']],
    ['mainly 3.7', ['3.7']],
    ['contributes to 3.7', ['3.7']],
    ['part of 3.7', ['3.7']],
    ['3.7 tbc', ['3.7']],
    ['3.7 indirectly', ['3.7']],
    ['3.7 - in part', ['3.7']],
    ['3.7: 60% by 2028', ['3.7']],
    ['3.7 - 2028 target', ['3.7']],
    ['3.7, 60%', ['3.7']],
    ['3.7 Frailty', ['3.7']],
    ['3.7 emergency admissions', ['3.7']],
    ['Reduce emergency admissions (3.7)', ['3.7']],
    ['Reduce emergency admissions 3.7', ['3.7']],
    ['a lower score: see 3.7', ['3.7']],
    ['g1 / p.3', ['G.1', 'P.3']],
    ['G 1', ['G.1']],
    ['"3.7"', ['3.7']],
    ["'3.7", ['3.7']],
    ['=3.7', ['3.7']],
  ])('with small words and marks around: %j', (text, ids) => {
    expect(writtenIndicators(text, kent)).toEqual(ids);
  });

  test.each<[string, string[]]>([
    ['3.6 to 3.9', ['3.6', '3.7', '3.8', '3.9']],
    ['3.6–3.8', ['3.6', '3.7', '3.8']],
    ['3.6\u2011 3.8', ['3.6', '3.7', '3.8']],
    ['3.6 -\r\n3.8', ['3.6', '3.7', '3.8']],
    ['3.6\nto 3.8', ['3.6', '3.7', '3.8']],
    ['SO3.6 to SO3.8', ['3.6', '3.7', '3.8']],
    ['G.1 – G.3', ['G.1', 'G.2', 'G.3']],
    ['3.6 to 3.9 except 3.8', ['3.6', '3.7', '3.9']],
    ['3.6 to 3.9, not 3.7 or 3.8', ['3.6', '3.9']],
    ['- 3.6\n- 3.9', ['3.6', '3.9']],
    ['• 3.6\n• 3.9', ['3.6', '3.9']],
    ['1.17 to 2.2', ['1.17', '2.2']],
    ['3.8 to 3.6', ['3.6', '3.8']],
    ['3.6 to 3.99', ['3.6']],
    ['3.7,3.9;1.1/1.2', ['1.1', '1.2', '3.7', '3.9']],
    ['3.7and3.9', ['3.7', '3.9']],
    ['3.7  3.9', ['3.7', '3.9']],
    ['OVI\n3.7\n3.9', ['3.7', '3.9']],
  ])('lists and ranges: %j', (text, ids) => {
    expect(writtenIndicators(text, kent)).toEqual(ids);
  });

  test.each<[string, string[]]>([
    ['３．７', ['3.7']],
    ['ＯＶＩ　３.７', ['3.7']],
    ['OVI\u00a03.7\u00a0and\u00a03.9', ['3.7', '3.9']],
    ['3\u200b.7', ['3.7']],
    ['\ufeff3.7', ['3.7']],
    ['3.7\u20283.9', ['3.7', '3.9']],
  ])('in other characters: %j', (text, ids) => {
    expect(writtenIndicators(text, kent)).toEqual(ids);
  });

  test.each<[string, string[]]>([
    [`3.7 ${textOf('3.7')}`, ['3.7']],
    [`${textOf('3.7')}\nsee also 3.9`, ['3.7', '3.9']],
    [`${textOf('3.7')}\n${textOf('2.13')}`, ['2.13', '3.7']],
    [`3.9 and 4.2\n${textOf('4.3')}`, ['3.9', '4.2', '4.3']],
    [textOf('3.7').replace(', ', ',\n'), ['3.7']],
    [textOf('4.3').toUpperCase(), ['4.3']],
  ])('by their wording: %j', (text, ids) => {
    expect(writtenIndicators(text, kent)).toEqual(ids);
  });

  test('every indicator is known by its id and by its text', () => {
    for (const { id, text } of kent.indicators) {
      expect([writtenIndicators(id, kent), writtenIndicators(text, kent)]).toEqual([[id], [id]]);
    }
  });
});

describe('texts that name none', () => {
  test.each([
    '',
    ' ',
    'TBC',
    'Not applicable',
    'not 3.7',
    'Numbers trained',
    'SO3',
    'SO2 and SO4',
    '9.9',
    '1.21',
    '1.1.2',
    '3.7a',
    'x3.7',
    'L3.7',
    'ISO3.7',
    'v1.1',
    'Version 1.1',
    'section 3.7 of the strategy',
    'Table 3.7',
    'Fell by 2.1 points',
    'a rise of 1.14 in the score',
    'rise in the score to 3.7',
    'the baseline is 4.2',
    '23/24 baseline: 4.2',
    'from 2.1 to 3.4',
    '2.1 to 2.5%',
    '2.1-2.5m',
    '5.1%',
    '5.1 %',
    '5.1 per cent',
    '£2.1m',
    '£2.1 and 3.7',
    'spend of 3.4 million',
    '3.7k',
    '1.5 FTE',
    '12.5 FTE',
    '1.5 Years',
    '>3.7',
    '+3.7',
    '1:3.7',
    '3.7:1',
    'by 3.7.2026',
    '3.7.26',
    'by 3.7',
    '3.7 trees a street',
    'a g 1',
    '\ud835 \ud800',
  ])('%j', (text) => {
    expect(writtenIndicators(text, kent)).toEqual([]);
  });
});

describe('ids of other frameworks', () => {
  const numbered = withIds('1', '2', '3', '12', '101', '102');
  const lettered = withIds('A1', 'A2', 'A3', 'B1');
  const prefixed = withIds('OVI-1', 'OVI-2', 'OVI-3', 'OVI-12');
  const deep = withIds('PH-1.2a', 'PH-1.2b', 'PH-1.2', '2-3');
  const odd = withIds('NEET', '1)', '指標1', '1.1*', '1.1');

  const parsed = parseFramework(madeUp);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const mereshire = parsed.framework;

  test.each<[string, Framework, string, string[]]>([
    ['whole numbers', numbered, '2', ['2']],
    ['whole numbers', numbered, '1, 2 & 12', ['1', '2', '12']],
    ['whole numbers', numbered, '1-3', ['1', '2', '3']],
    ['whole numbers', numbered, 'OVI2', ['2']],
    ['whole numbers', numbered, 'SO2', []],
    ['whole numbers', numbered, 'SO 2', []],
    ['whole numbers', numbered, '3/12/2026', []],
    ['whole numbers', numbered, '12 March', []],
    ['whole numbers', numbered, '1,101', []],
    ['whole numbers', numbered, '101, 102', ['101', '102']],
    ['whole numbers', numbered, '2.5', []],
    ['whole numbers', numbered, '3 schools', []],
    ['whole numbers', numbered, '12th', []],
    ['letters and a number', lettered, 'a1, A 2 and A.3', ['A1', 'A2', 'A3']],
    ['letters and a number', lettered, 'A1-A3', ['A1', 'A2', 'A3']],
    ['letters and a number', lettered, 'a 1 in 4 chance', []],
    ['letters and a number', lettered, 'A 3 year plan', []],
    ['letters and a number', lettered, 'BA1', []],
    ['letters and a number', lettered, 'A12', []],
    ['a prefix', prefixed, 'OVI 1 to OVI 3', ['OVI-1', 'OVI-2', 'OVI-3']],
    ['a prefix', prefixed, 'ovi12', ['OVI-12']],
    ['a prefix', prefixed, 'OVI–2', ['OVI-2']],
    ['a prefix', prefixed, '12', []],
    ['several parts', deep, 'ph-1.2a; PH 1.2', ['PH-1.2a', 'PH-1.2']],
    ['several parts', deep, 'PH-1.2b', ['PH-1.2b']],
    ['several parts', deep, 'PH-1.2c', []],
    ['several parts', deep, '2-3', ['2-3']],
    ['a word', odd, 'NEET', ['NEET']],
    ['a word', odd, 'neet', ['NEET']],
    ['a word', odd, 'NEET, 1.1', ['NEET', '1.1']],
    ['a word', odd, 'the neet figures', []],
    ['a mark', odd, '1)', ['1)']],
    ['letters of other scripts', odd, '指標1', ['指標1']],
    ['a star', odd, '1.1*', ['1.1*']],
    ['a star', odd, '1.1', ['1.1']],
    ['another council’s outcomes', mereshire, 'MO1, A.1 and a2', ['A.1', 'A.2']],
    ['no indicators', withIds(), '3.7', []],
  ])('%s: %#', (_name, framework, text, ids) => {
    expect(writtenIndicators(text, framework)).toEqual(ids);
  });

  test('every id names itself and nothing else, in capitals and small letters', () => {
    for (const framework of [kent, mereshire, numbered, lettered, prefixed, deep, odd]) {
      for (const { id } of framework.indicators) {
        for (const text of [id, ` ${id.toUpperCase()} `, id.toLowerCase()]) expect(writtenIndicators(text, framework)).toEqual([id]);
      }
    }
  });
});

describe('the other texts of a row', () => {
  test.each<[string, string[]]>([
    ['Improves OVI 3.7', ['3.7']],
    ['logframe indicators 1.14 and 3.9', ['1.14', '3.9']],
    ['Indicators:\n3.7\n3.9', ['3.7', '3.9']],
    ['Serves SO3.7', ['3.7']],
    ['OVI 3.7%', []],
    ['see 3.7', []],
    ['3.7', []],
    ['3.7 trees a street', []],
    ['a rise of 1.14 in the score', []],
    ['SO3 by 1.1', []],
    ['G.1', []],
  ])('%j', (text, ids) => {
    expect(writtenIndicators('', kent, ['', text])).toEqual(ids);
  });

  test('are added to what its own cell names, once and in the framework’s order', () => {
    expect(writtenIndicators('3.7', kent, ['OVI 1.1', 'indicator 3.7'])).toEqual(['1.1', '3.7']);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '3.7',
      '1.1',
      'G.1',
      'SO3.7',
      '60%',
      '2026',
      'and',
      'to',
      '-',
      ',',
      ';',
      '\n',
      ' ',
      'OVI',
      'see',
      'not',
      '(',
      ')',
      '£',
      'trees',
      'by',
      '.',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 40 }).map((each) => each.join('')),
  );

  test('gives ids of the framework, each once and in its order, and throws nothing', () => {
    const order = kent.indicators.map(({ id }) => id);
    fc.assert(
      fc.property(text, (each) => {
        const ids = writtenIndicators(each, kent, [each]);
        expect(ids).toEqual(order.filter((id) => ids.includes(id)));
      }),
      { numRuns: 200 },
    );
  });

  test('takes time in proportion to its length: a full cell of any shape within three seconds', () => {
    const most = 32_767;
    for (const piece of [
      '3.7 ',
      '3.7 to ',
      '1,',
      'to ',
      'a b\n',
      'indicator no ',
      ' ',
      '.',
      '1.1.',
      'G.',
      'number of ',
      '(',
      'rate fell;',
    ]) {
      const long = `${piece.repeat(Math.ceil(most / piece.length)).slice(0, most - 4)} 3.7`;
      const started = performance.now();
      writtenIndicators(long, kent, [long]);
      expect([piece, performance.now() - started < 3000]).toEqual([piece, true]);
    }
  });
});
