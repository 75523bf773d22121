import { frameworkProblems, kent2025, parseFramework, pathInWords } from '../../../src/domain/framework';

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
    ['no directorates', small({ directorates: undefined }), ['Directorates is missing.']],
    ['blank name', small({ name: ' ' }), ['Name is empty.']],
    ['date in words', small({ planDate: '30 January 2025' }), ['PlanDate should be a date such as 2025-01-30.']],
    ['a cost in words', small({ lowCostUpTo: '10k' }), ['LowCostUpTo should be a number.']],
    ['no low cost', small({ lowCostUpTo: 0 }), ['LowCostUpTo should be more than 0.']],
    ['no outcomes', small({ outcomes: [] }), ['Outcomes is empty.']],
    ['an unknown value', small({ colour: 'red' }), ['The file has "colour", which a framework does not know.']],
    [
      'a bad code',
      small({ outcomes: [{ code: 'A1, A2', titles: ['Healthy places'] }], levels: [], indicators: [] }),
      [
        'Outcome A1, A2, code is "A1, A2"; an outcome code has a letter or digit and neither comma nor semicolon, such as SO1, 2.1 or Goal 1.',
      ],
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

  test('outcomes and directorates alone make a framework, with all else by default', () => {
    const json = {
      outcomes: [{ code: '1', titles: ['Every child'] }, { code: '1.1', under: '1' }, { code: 'Goal 2' }, { code: 'EF' }, { code: 'A' }],
      directorates: [{ name: 'Adult Social Care' }, { name: 'Highways' }, { name: 'Arts, Sport and Culture' }, { name: 'GET' }],
    };
    const parsed = parseFramework(json);
    if (!parsed.ok) throw new Error(parsed.problems.join(' '));
    const { framework } = parsed;
    expect(framework.directorates.map(({ shortCode }) => shortCode)).toEqual(['ASC', 'HIG', 'ASC2', 'GET']);
    expect([framework.name, framework.levels, framework.indicators, framework.planDate]).toEqual(['The council delivery plan', [], [], '']);
    expect(framework.vocabularies.statuses).toContain('on track');
    // What is written out is read again as the same.
    expect(parseFramework(JSON.parse(JSON.stringify(framework)))).toEqual(parsed);
  });

  test('indicators without levels and numbers have those of their outcomes', () => {
    const indicators = [{ text: 'Walking', level: 'A1' }, { text: 'Falls', level: 'A1' }, { text: 'Debt' }];
    const parsed = parseFramework(small({ levels: undefined, indicators }));
    expect(parsed.ok && parsed.framework.indicators.map(({ id, level }) => [id, level])).toEqual([
      ['A1.1', 'A1'],
      ['A1.2', 'A1'],
      ['All.1', 'All'],
    ]);
    expect(parsed.ok && parsed.framework.levels.map(({ id, title }) => [id, title])).toEqual([
      ['A1', 'Healthy places'],
      ['All', 'indicators'],
    ]);
  });

  const outcomes = (...codes: readonly (string | [string, string])[]): Json =>
    small({
      levels: [],
      indicators: [],
      outcomes: codes.map((one) => (typeof one === 'string' ? { code: one } : { code: one[0], under: one[1] })),
    });
  test.each<[string, Json, string, string, RegExp]>([
    [
      'codes that are read alike',
      outcomes('SO1', 'so 01'),
      'outcomes[1].code',
      'Outcomes: the codes SO1 and so 01 would be read as one.',
      /own/,
    ],
    [
      'a code that is a word',
      outcomes('1', 'All'),
      'outcomes[1].code',
      'Outcomes: the code All is a word that means something else in a table.',
      /Goal 1/,
    ],
    [
      'a priority of nothing',
      outcomes('1', ['1.1', '2']),
      'outcomes[1].under',
      'Outcomes: 1.1 is under 2, which is not among the codes.',
      /: 1\./,
    ],
    ['a circle', outcomes(['1', '2'], ['2', '1']), 'outcomes[0].under', 'Outcomes: 1 is under itself.', /Leave/],
    [
      'three levels below',
      outcomes('1', ['2', '1'], ['3', '2'], ['4', '3']),
      'outcomes[3].under',
      'Outcomes: 4 is 3 levels below an outcome, and 2 are the most.',
      /under 2/,
    ],
    [
      'a name misspelt',
      small({ directorats: [] }),
      '',
      'The file has "directorats", which a framework does not know.',
      /Did you mean "directorates"/,
    ],
  ])('%s is told with its path and what would be right', (_, json, path, sentence, remedy) => {
    const [problem] = frameworkProblems(json);
    expect([pathInWords(problem?.path ?? []), problem?.sentence]).toEqual([path, sentence]);
    expect(problem?.remedy).toMatch(remedy);
  });

  test('a file whose shape is wrong has its other problems told at once', () => {
    const json = small({ lowCostUpTo: 'much', outcomes: [{ code: 'A1' }, { code: 'A1' }], indicators: [{ text: 'Falls', level: 'Z' }] });
    expect(frameworkProblems(json).map(({ path }) => pathInWords(path))).toEqual([
      'lowCostUpTo',
      'outcomes[1].code',
      'indicators[0].level',
    ]);
  });

  test('of very many problems the first twenty are told and the rest counted', () => {
    const parsed = parseFramework(small({ indicators: Array.from({ length: 50 }, () => ({})) }));
    expect(parsed.ok ? [] : [parsed.problems.length, parsed.problems.at(-1)]).toEqual([21, 'There are 30 more problems like these.']);
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
