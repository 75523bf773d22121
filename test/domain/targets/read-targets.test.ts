import { kent2025, parseFramework } from '../../../src/domain/framework';
import { type IndicatorReading, readTargets } from '../../../src/domain/targets';
import { inShort } from './in-short';
import { KENT_READINGS } from './kent-readings';
import { OTHER_WORDINGS } from './other-wordings';

function frameworkOf(more: object): Parameters<typeof readTargets>[1] {
  const parsed = parseFramework({
    council: 'Anyshire County Council',
    outcomes: [{ code: '1' }],
    directorates: [{ name: 'Adults' }],
    ...more,
  });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.framework;
}

const KENT = kent2025();
const ANYSHIRE = frameworkOf({ vocabularies: { places: ['Northtown', 'Southtown'] } });

function read(text: string, framework = ANYSHIRE, meansOfVerification = ''): IndicatorReading {
  return readTargets({ id: '1.1', text, status: 'agreed', meansOfVerification }, framework);
}

describe('wordings of the shipped framework', () => {
  it('has a reading of each', () => {
    expect(KENT_READINGS.map(([id]) => id)).toEqual(KENT.indicators.map(({ id }) => id));
  });

  it.each(KENT_READINGS)('%s', (id, reading, beside) => {
    const indicator = KENT.indicators.find((one) => one.id === id);
    if (indicator === undefined) throw new Error(`There is no indicator ${id}.`);
    const found = readTargets(indicator, KENT);
    expect(inShort(found.measures)).toBe(reading);
    expect(besideOf(found)).toBe(beside);
  });
});

function besideOf({ areasNamed, workInProgress, sources, benchmarks }: IndicatorReading): string {
  return [
    areasNamed.join(', '),
    workInProgress.flag ? ['wip', ...workInProgress.placeholders].join(' ') : '',
    sources.flatMap((one) => (one.type === 'named' ? [] : [`${one.type} ${String(one.type === 'url' ? one.url : one.id)}`])).join(', '),
    benchmarks
      .map(
        ({ area, comparator, period }) => `${area === null ? '' : `${area} as `}${comparator}${period === null ? '' : ` ${period.text}`}`,
      )
      .join(', '),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

it.each(OTHER_WORDINGS)('%s', (wording, reading) => {
  expect(inShort(read(wording).measures)).toBe(reading);
});

describe('dates and periods', () => {
  const cases: readonly (readonly [string, string | null, string | null])[] = [
    ['Smoking to fall to 10% by the end of 2028', 'by the end of 2028', 'calendar year 2028-01..2028-12'],
    ['Smoking to fall to 10% by 2028/29', 'by 2028/29', 'financial year 2028-04..2029-03'],
    ['Smoking to fall to 10% by academic year 2028/29', 'by academic year 2028/29', 'academic year 2028-09..2029-08'],
    ['Smoking to fall to 10% by 2026-28', 'by 2026-28', 'pooled calendar years 2026-01..2028-12'],
    ['Smoking to fall to 10% by 2028 to 2032', 'by 2028 to 2032', 'range of years 2028-01..2032-12'],
    ['Smoking to fall to 10% by 2026/27 to 2028/29', 'by 2026/27 to 2028/29', 'pooled financial years 2026-04..2029-03'],
    ['Smoking to fall to 10% by 31 March 2029', 'by 31 March 2029', 'month 2029-03..2029-03'],
    ['Smoking to fall to 10% by Q2 2028/29', 'by Q2 2028/29', 'quarter 2028-07..2028-09'],
    ['Smoking to fall to 10% by summer 2028', 'by summer 2028', 'part of a year 2028-06..2028-08'],
    ['Smoking to fall to 10% before XXXX', 'before XXXX', null],
    ['Smoking to fall to 10% over the next five years', 'over the next five years', null],
    ['Smoking to fall to 10%', null, null],
  ];
  it.each(cases)('%s', (wording, text, span) => {
    const due = read(wording).measures[0]?.targets[0]?.due ?? null;
    expect(due?.text ?? null).toBe(text);
    expect(due?.period ? `${due.period.type} ${due.period.from}..${due.period.to}` : null).toBe(span);
  });
});

describe('areas', () => {
  it('takes the council’s own, its places and the nation where the framework lists none', () => {
    expect(read('Obesity in Anyshire and in Northtown to be below the national average').areasNamed).toEqual([
      'Anyshire',
      'Northtown',
      'England',
    ]);
    expect(read('Obesity across Upper Weald to fall').areasNamed).toEqual(['Upper Weald']);
    expect(read('Obesity in Reception and in Year 6 to fall in March 2027').areasNamed).toEqual([]);
  });

  it('takes those of the framework, with other names and the parts that one has', () => {
    const areas = [
      { name: 'Wales', national: true },
      { name: 'North' },
      { name: 'South' },
      { name: 'The Region', otherNames: ['N&S'], of: ['North', 'South'] },
    ];
    const framework = frameworkOf({ areas });
    expect(inShort(read('Obesity in both North and South to fall to 20%', framework).measures)).toBe('% down: North: <= 20 + South: <= 20');
    expect(inShort(read('Obesity in North and South to fall to 20%', framework).measures)).toBe('% down: The Region: <= 20');
    expect(inShort(read('Obesity in N&S below the national average', framework).measures)).toBe('null down: The Region: vs Wales <');
    expect(read('Obesity in Elsewhere to fall', framework).areasNamed).toEqual([]);
  });

  it('tells what is wrong with a list of areas', () => {
    const wrong = parseFramework({
      outcomes: [{ code: '1' }],
      directorates: [{ name: 'A' }],
      areas: [
        { name: 'North', otherNames: ['N', 'N'] },
        { name: 'All', of: ['South'] },
      ],
    });
    expect(wrong).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('two areas are called "N"'), expect.stringContaining('All is made of South')],
    });
  });
});

describe('work in progress', () => {
  const cases: readonly (readonly [string, boolean, readonly string[]])[] = [
    ['By XXXX, X% of staff and y% of managers', true, ['XXXX', 'X%', 'y%']],
    ['Staff satisfaction to reach ??% by 2028', true, ['??%']],
    ['Staff satisfaction (target TBC)', true, []],
    ['Staff satisfaction to reach 80% by 2028', false, []],
  ];
  it.each(cases)('%s', (wording, flag, placeholders) => {
    expect(read(wording).workInProgress).toEqual({ flag, placeholders });
  });

  it('is what the framework marks so, with no placeholder printed', () => {
    const text = 'Increase employment rates';
    expect(readTargets({ id: '1', text, status: 'work in progress', meansOfVerification: '' }, ANYSHIRE).workInProgress).toEqual({
      flag: true,
      placeholders: [],
    });
  });
});

describe('sources', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Fingertips (Indicator ID: 93758)', ['93758']],
    ['OHID Fingertips, indicators 108, 40401 and 90366', ['108', '40401', '90366']],
    ['https://fingertips.phe.org.uk/search/smoking#page/4/gid/1/ati/502/iid/92443/age/168', ['92443']],
    ['NHS Digital. ASCOF indicator 2B(1).', ['2B(1)']],
    ['See https://www.example.org/data, yearly', ['https://www.example.org/data']],
    ['Survey of Adult Carers in England (SACE)', ['Survey of Adult Carers in England (SACE)']],
    ['TBC', []],
    ['Matches best performing neighbours', []],
  ];
  it.each(cases)('%s', (means, expected) => {
    const found = read('Smoking to fall', ANYSHIRE, means).sources;
    expect(found.map((one) => String(one.type === 'named' ? one.text : one.type === 'url' ? one.url : one.id))).toEqual(expected);
  });

  it('takes the year of a baseline where only the means of verification gives it', () => {
    expect(inShort(read('Smoking to fall from 14% to 10%', ANYSHIRE, 'Annual survey. Baseline year: 2021/22.').measures)).toBe(
      '% down: <= 10 from 14 @2021-04..2022-03',
    );
    expect(inShort(read('Smoking to fall from 14% to 10%', ANYSHIRE, 'Annual survey 2021/22.').measures)).toBe('% down: <= 10 from 14');
  });
});
