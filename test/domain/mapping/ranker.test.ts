import { frameworkSchema, kent2025, type Framework } from '../../../src/domain/framework';
import { createRanker, suggestionsRestOn, type RankedRow } from '../../../src/domain/mapping';

const row = (commitment: string, more: Partial<RankedRow> = {}): RankedRow => ({
  commitment,
  measure: '',
  theme: null,
  outcomes: [],
  directorate: null,
  ...more,
});

/** The same framework with what its indicators measure taken out. */
const wordsOnly = (framework: Framework): Framework =>
  frameworkSchema.parse({
    ...framework,
    concepts: [],
    indicators: framework.indicators.map((indicator) => ({ ...indicator, concepts: undefined })),
  });

describe('createRanker', () => {
  const ranker = createRanker(kent2025());
  const first = (each: RankedRow) => ranker.rank(each)[0];

  test('a row that says nothing gets nothing', () => {
    expect(ranker.rank(row(''))).toEqual([]);
    expect(ranker.rank(row('TBC', { outcomes: ['SO2'] }))).toEqual([]);
  });

  test('the words that earned a suggestion are told as written', () => {
    const suggestion = first(row('Falls Prevention classes\nfor people over 65', { outcomes: ['SO3'] }));
    expect([suggestion?.id, suggestion?.strength, suggestion?.why]).toEqual(['3.7', 'strong', ['Falls Prevention']]);
    expect(suggestion?.marks).toContainEqual({ field: 'commitment', start: 0, end: 16 });
  });

  test('a row that names a priority agrees with the indicators of the outcome above it', () => {
    const kent = kent2025();
    const [so3] = kent.outcomes.filter(({ code }) => code === 'SO3');
    const below = frameworkSchema.parse({
      ...kent,
      outcomes: [...kent.outcomes, { ...so3, code: 'SO3.1', titles: ['Safe at home'], under: 'SO3' }],
    });
    const rank = createRanker(below).rank;
    const [own] = rank(row('Falls Prevention classes', { outcomes: ['SO3.1'] }));
    const [above] = rank(row('Falls Prevention classes', { outcomes: ['SO3'] }));
    expect([own?.id, own?.score]).toEqual([above?.id, above?.score]);
  });

  test('what is measured weighs more than what moves it, and the commitment more than the theme', () => {
    const score = (each: RankedRow): number => ranker.rank(each).find(({ id }) => id === '2.1')?.score ?? 0;
    const named = score(row('Reduce loneliness'));
    const moved = score(row('Open more libraries'));
    const inTheme = score(row('Open every evening', { theme: 'Reducing loneliness', outcomes: ['SO2'] }));
    expect(named).toBeGreaterThan(moved);
    expect(moved).toBeGreaterThan(0);
    expect(named).toBeGreaterThan(inTheme);
  });

  test('an outcome that the row does not name speaks against, in words', () => {
    const suggestion = ranker.rank(row('Stop smoking support', { outcomes: ['SO3'] })).find(({ id }) => id === '2.5');
    expect(suggestion?.against).toBe('the row names SO3, not SO2');
  });

  test('children’s weight is not adults’', () => {
    expect(first(row('Help children reach a healthy weight', { outcomes: ['SO1', 'SO3'] }))?.id).toBe('1.2');
    expect(first(row('Weight management for adults', { outcomes: ['SO3'] }))?.id).toBe('3.2');
  });

  test('the employment offer is about staff, employment support about residents', () => {
    expect(first(row('Improve our employment offer', { outcomes: ['SO6'] }))?.id).toBe('6.1');
    expect(first(row('Employment support for residents', { outcomes: ['SO2'] }))?.id).toBe('2.13');
  });

  test.each([
    ['Climate Change Adaptation plan for flooding', '2.7', 'climate adaptation, not emissions'],
    ['Publish research on loneliness', '2.1', 'this is about research, evidence or evaluation'],
  ])('%s: why not %s', (commitment, id, against) => {
    const each = row(commitment, { outcomes: ['SO2'] });
    expect(ranker.rank(each).map((suggestion) => suggestion.id)).not.toContain(id);
    const turnedDown = ranker.explain(each).turnedDown.find((down) => down.id === id);
    expect(turnedDown?.against).toBe(against);
    expect(turnedDown?.why.length).toBeGreaterThan(0);
  });

  test('nothing is both suggested and turned down', () => {
    const each = row('Develop an adaptation plan and cut carbon emissions', { outcomes: ['SO2'] });
    const suggested = ranker.rank(each).map(({ id }) => id);
    expect(ranker.explain(each).turnedDown.filter(({ id }) => suggested.includes(id))).toEqual([]);
  });
});

describe('a framework that knows only its words', () => {
  const ranker = createRanker(wordsOnly(kent2025()));

  test('says so', () => {
    expect(Object.values(suggestionsRestOn(wordsOnly(kent2025())))).toEqual([
      false,
      'This framework does not say what its indicators measure, so suggestions rest on shared words alone.',
    ]);
    expect(suggestionsRestOn(kent2025()).knowsConcepts).toBe(true);
  });

  test('still finds an indicator named in its own words, but never calls it strong', () => {
    const [suggestion] = ranker.rank(row('Raise bowel cancer screening to the acceptable performance standards of the programme'));
    expect([suggestion?.id, suggestion?.strength]).toEqual(['3.15', 'possible']);
    expect(suggestion?.why).toContain('bowel');
  });

  test('and nothing where no words are shared', () => {
    expect(ranker.rank(row('Falls prevention'))).toEqual([]);
  });
});
