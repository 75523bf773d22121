import { kent2025 } from '../../../src/domain/framework';
import { matchLine, matchMeasures } from '../../../src/domain/indicators';
import { matchMeasure } from '../../../src/domain/indicators/match-measure';
import gold from '../../gold/measures-to-indicators.json';

const kent = kent2025();

/** Ways in which a directorate restates an indicator. */
const REWORDED: [string, (text: string) => string][] = [
  ['as printed', (text) => text],
  ['three years later, Kent alone', (text) => text.replace(/202(\d)/g, '203$1').replace(/Kent (?:and|&) Medway/g, 'Kent')],
  [
    'other percentages, no date, one district',
    (text) =>
      text
        .replace(/\d+(?:\.\d+)?%/g, '12.5%')
        .replace(/^By [^,]+, /, '')
        .replace(/Kent(?: and Medway)?/g, 'Thanet'),
  ],
  ['with words before and after', (text) => `We will ensure that ${text.replace(/\.$/, '')} by March 2031 in Kent`],
  [
    'lightly reworded',
    (text) =>
      text
        .replace(/will have (increased|fallen|improved|reduced|decreased)/g, 'will be $1')
        .replace(/\bproportion\b/g, 'percentage')
        .replace(/\bpeople\b/g, 'residents'),
  ],
];

/** Rewords by rule and not by hand: every year, area and percentage is another, the sixty-fourth way as well as the first. */
function perturbed(text: string, turn: number): string {
  const area = ['Kent', 'Medway', 'Swale', 'the county', 'Kent and Medway', 'Thanet and Dover'][turn % 6] ?? '';
  return text
    .replace(/20(\d\d)(?!\d)/g, (_, year: string) => `20${String(((Number(year) + turn) % 40) + 10)}`)
    .replace(/(\d+(?:\.\d+)?)\s?%/g, (_, share: string) => `${String(Math.round(((Number(share) * 7 + turn * 13) % 100) * 10) / 10)}%`)
    .replace(/Kent (?:and|&) Medway|Kent/g, area);
}

describe('matchMeasure', () => {
  const cases = gold.cases.map(({ text, indicators }) => [text, indicators[0] ?? null] as const);

  test.each(REWORDED)('all thirty worked answers, %s', (_, reword) => {
    const wrong = cases.filter(([text, id]) => matchMeasure(reword(text), kent).indicator !== id);
    expect([cases.length, wrong]).toEqual([30, []]);
  });

  test('all thirty worked answers, with other years, areas and percentages in sixty-four ways', () => {
    const ways = Array.from({ length: 64 }, (_, turn) => turn);
    const wrong = ways.flatMap((turn) => cases.filter(([text, id]) => matchMeasure(perturbed(text, turn), kent).indicator !== id));
    expect(cases.filter(([text]) => perturbed(text, 1) !== text).length).toBeGreaterThan(25);
    expect(wrong).toEqual([]);
  });

  test.each(REWORDED)('all ninety indicators, %s', (_, reword) => {
    const wrong = kent.indicators.filter(({ id, text }) => matchMeasure(reword(text), kent).indicator !== id);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('an indicator differs from itself in nothing, whatever its quotes and spaces', () => {
    for (const { text } of kent.indicators) {
      expect(matchMeasure(` ${text.replace(/’/g, "'").replace(/ /g, '  ')} `, kent).differences).toEqual([]);
    }
  });

  const lonely =
    'The proportion of people who feel lonely often or always will have reduced from 7.3% in 2020/21 to no more than 5% across Kent';
  test.each<[string, string, string[]]>([
    [lonely, '2028', ['the logframe says Kent and Medway by 2028/29, this says Kent by 2028']],
    [lonely, '', ['the logframe says Kent and Medway by 2028/29, this says Kent and gives no date']],
    [`By 2028/29, ${lonely} and Medway`, '', []],
    [
      `By 2028/29, ${lonely.replace('7.3%', '8%').replace('2020/21', '2022/23')} and Medway`,
      '2028',
      ['the logframe says 7.3%, this says 8%', 'the logframe says 2020/21, this says 2022/23'],
    ],
    [
      'Pupil absence rates will have fallen to below 5%.',
      '2028',
      ['the logframe says 7.9%, this leaves it out', 'the logframe says 2021/22, this leaves it out'],
    ],
    [
      'By 2028, the staff sickness rate will have reduced by 6%.',
      '2028',
      ['the logframe leaves the date open, this says by 2028', 'the logframe leaves the figure open, this says 6%'],
    ],
    ['Increase employment rates in Kent', '', ['the logframe says Kent and Medway, this says Kent']],
  ])('%s (%s)', (text, timescale, differences) => {
    expect(matchMeasure(text, kent, timescale).differences).toEqual(differences);
  });

  test.each([
    '',
    'TBC',
    '95% of bus stops will have real time information by 2026',
    'Increase the number of apprenticeships started each year in Kent to 4,000',
    'By 2028, 90% of care homes will be rated good or outstanding',
    'The proportion of adult social care clients receiving direct payments will increase from 24% to 30% by 2028',
    'Employees who feel they can be themselves at work will rise to 80%',
    'By 2028, the proportion of 16-17 year olds not in education, employment or training will fall below 2.5%',
    'The rate of hospital admissions for self-harm in 10-24 year olds will fall',
    'Reduce the % of economically inactive people in the workforce (aged 16 to 64) from 22% to 19%',
  ])('new and local: %s', (text) => {
    const match = matchMeasure(text, kent);
    expect([match.indicator, match.differences]).toEqual([null, []]);
  });

  test.each([
    ['Overweight 64.1% to 62%', '3.2'],
    ['Overweight 3.3% to 2%', '3.3'],
    ['Obesity gap 13.2% to 10%', '1.3'],
    ['Overweight adults: 64.1 to 62 per cent', '3.2'],
    ['Loneliness: 7.3% to 5%', '2.1'],
    ['Inactive adults 22.3% to 20%', '3.1'],
    ['Alcohol admissions 418.7 to 395', '3.4'],
    ['Diabetes complications 177 per 100,000 down 10%', '3.8'],
    ['Pupils absent: 7.9% to 5%', '1.8'],
  ])('figures count for the match: %s', (text, indicator) => {
    expect(matchMeasure(text, kent).indicator).toBe(indicator);
  });

  test.each([
    ['Flu vaccination 75%', ['3.14', '3.13']],
    ['Vaccinations 95%', ['1.16', '1.17']],
    ['Smoking 28.1% down 9 points', ['2.5']],
  ])('near and not near enough, or near two: %s is asked', (text, maybe) => {
    const match = matchMeasure(text, kent);
    expect([match.indicator, [...match.maybe].sort()]).toEqual([null, [...maybe].sort()]);
  });

  test.each([
    '95% of bus stops will have real time information by 2026',
    '62% of adults recycle',
    'Road casualties reduced by 30%',
    'By 2028, 90% of care homes will be rated good or outstanding',
    'Take up of free school meals 90%',
    '95% of complaints answered in 20 days',
    ...gold.cases.filter(({ indicators }) => indicators.length === 0).map(({ text }) => text),
  ])('nobody is asked about %s', (text) => {
    expect(matchLine(text, kent)).toEqual({ indicators: [], differences: [], maybe: [] });
  });
});

describe('matchMeasures', () => {
  const idsIn = (text: string): (string | null)[] => matchMeasures(text, kent).map(({ indicator }) => indicator);

  test.each([
    ['Overweight 64.1% to 62%; inactive 22.3% to 20%', ['3.2', '3.1']],
    ['Overweight 64.1% to 62%\nInactive 22.3% to 20%', ['3.2', '3.1']],
    [
      'By 2028, the proportion of adults in Kent who are physically inactive will have fallen from 22.3% to 20% and the proportion who are overweight or obese will have fallen from 64.1% to 62%',
      ['3.1', '3.2'],
    ],
    ['Bowel cancer screening 52%, cervical cancer screening 80%, breast cancer screening 70%', ['3.15', '3.16', '3.17']],
    ['The staff sickness rate and the staff vacancy rate will have reduced', ['6.10', '6.2']],
  ])('%s', (text, wanted) => {
    expect(idsIn(text)).toEqual(wanted);
  });

  test('an indicator is one measure, however it is reworded, and so is every worked answer', () => {
    const texts = [...kent.indicators.map(({ text }) => text), ...gold.cases.map(({ text }) => text)];
    const several = REWORDED.flatMap(([, reword]) => texts.map(reword).filter((text) => matchMeasures(text, kent).length !== 1));
    expect(several).toEqual([]);
  });

  test('a line with several says of each what differs, and its parts are all of it', () => {
    const text = 'Overweight 64.1% to 63%; inactive 22.3% to 20%';
    expect(matchLine(text, kent).indicators).toEqual(['3.2', '3.1']);
    expect(matchLine(text, kent).differences).toContain('3.2: the logframe says 62%, this says 63%');
    expect(
      matchMeasures(text, kent)
        .map((part) => part.text)
        .join(' '),
    ).toBe(text);
  });
});
