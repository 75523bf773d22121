import { kent2025, parseFramework } from '../../../src/domain/framework';

type Json = Record<string, unknown>;

/** A council of its own, as small as a framework may be. */
const small = (change: Json = {}): Json => ({
  name: 'Anyshire plan',
  version: '1',
  council: 'Anyshire Council',
  planDate: '2026-04-01',
  lowCostUpTo: 5000,
  outcomes: [{ code: 'A1', titles: ['Healthy places'] }],
  directorates: [{ name: 'Place', shortCode: 'PLA', otherNames: ['Place and Growth'] }],
  levels: [{ id: 'A1', title: 'Healthy places', narrative: '' }],
  indicators: [{ id: 'A.1', level: 'A1', text: 'Fewer falls', meansOfVerification: '', notes: '', status: 'agreed' }],
  vocabularies: { statuses: ['on track'], verdicts: ['agreed'], namedFunds: [], posts: [], teams: [] },
  ...change,
});

describe('parseFramework', () => {
  test('a small framework of another council is read, with no concepts', () => {
    const parsed = parseFramework(small());
    expect(parsed.ok && [parsed.framework.council, parsed.framework.concepts, parsed.framework.vocabularies.commonWords]).toEqual([
      'Anyshire Council',
      [],
      [],
    ]);
  });

  const indicator = { id: 'A.1', level: 'A1', text: 'Fewer falls', meansOfVerification: '', notes: '', status: 'agreed' };
  const directorate = { name: 'Place', shortCode: 'PLA', otherNames: [] };
  test.each<[string, unknown, string[]]>([
    ['a list', [], ['This is not a framework: it should be a group of named values, beginning with a name and a version.']],
    ['nothing', null, ['This is not a framework: it should be a group of named values, beginning with a name and a version.']],
    ['no name', small({ name: undefined }), ['Name is missing.']],
    ['blank name', small({ name: ' ' }), ['Name is empty.']],
    ['date in words', small({ planDate: '30 January 2025' }), ['PlanDate should be a date such as 2025-01-30.']],
    ['a cost in words', small({ lowCostUpTo: '10k' }), ['LowCostUpTo should be a number.']],
    ['no low cost', small({ lowCostUpTo: 0 }), ['LowCostUpTo should be more than 0.']],
    ['no outcomes', small({ outcomes: [] }), ['Outcomes is empty.']],
    ['an unknown value', small({ colour: 'red' }), ['The file has "colour", which a framework does not know.']],
    [
      'a bad code',
      small({ outcomes: [{ code: 'first', titles: ['Healthy places'] }] }),
      ['Outcome first, code is "first"; an outcome code is letters and a number, such as SO1.'],
    ],
    ['an indicator without text', small({ indicators: [{ ...indicator, text: undefined }] }), ['Indicator A.1, text is missing.']],
    [
      'an indicator of unknown status',
      small({ indicators: [{ ...indicator, status: 'draft' }] }),
      ['Indicator A.1, status should be one of "agreed", "work in progress".'],
    ],
    [
      'an indicator of no level',
      small({ indicators: [{ ...indicator, level: 'B' }] }),
      ['Indicators: indicator A.1 is in level B, which is not among the levels.'],
    ],
    ['an id twice', small({ indicators: [indicator, indicator] }), ['Indicators: the id A.1 is given twice.']],
    [
      'two directorates of one name, but for "&"',
      small({
        directorates: [
          { ...directorate, otherNames: ['Place and Growth'] },
          { name: 'Growth', shortCode: 'GRO', otherNames: ['Place & Growth Directorate'] },
        ],
      }),
      ['Directorates: two directorates are called "place growth".'],
    ],
    [
      'a concept that is not there',
      small({ indicators: [{ ...indicator, concepts: { outcome: ['falls'] } }] }),
      ['Indicators: indicator A.1 names the concept "falls", which is not among the concepts.'],
    ],
  ])('%s', (_, json, problems) => {
    expect(parseFramework(json)).toEqual({ ok: false, problems });
  });

  test('of very many problems the first twenty are told and the rest counted', () => {
    const parsed = parseFramework(small({ indicators: Array.from({ length: 50 }, () => ({})) }));
    expect(parsed.ok ? [] : [parsed.problems.length, parsed.problems.at(-1)]).toEqual([21, 'There are 280 more problems like these.']);
  });
});

describe('the shipped framework', () => {
  const kent = kent2025();

  test('has what the paper prints', () => {
    expect(kent.outcomes.map((outcome) => [outcome.code, outcome.titles.length])).toEqual([
      ['SO1', 1],
      ['SO2', 1],
      ['SO3', 2],
      ['SO4', 2],
      ['SO5', 1],
      ['SO6', 1],
    ]);
    expect(kent.directorates.map((directorate) => directorate.shortCode)).toEqual([
      'CYPE',
      'PH',
      'PHE',
      'COM',
      'HROD',
      'PROC',
      'ASC',
      'GET',
    ]);
    expect(kent.indicators.length).toBe(90);
    expect(kent.indicators.filter((indicator) => indicator.status === 'work in progress').length).toBe(29);
    expect(kent.levels.map((level) => kent.indicators.filter((indicator) => indicator.level === level.id).length)).toEqual([
      4, 3, 18, 14, 18, 9, 8, 16,
    ]);
  });

  test('is one object, however often it is asked for', () => {
    expect(kent2025()).toBe(kent);
  });
});
