import type { FrameworkProblem } from './framework-problem';
import { plainName } from './plain-name';

type Path = FrameworkProblem['path'];

interface Item {
  readonly at: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Most levels of priorities below an outcome. */
const MOST_BELOW = 2;
/** Words of an outcome cell that mean something else, so that no code can be one. */
const OTHER_WORDS = new Set(['all', 'every', 'and', 'to', 'or', 'except', 'but', 'with', 'none', 'na', 'n/a', 'tbc']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of a list that are groups of values; whatever else stands there has a problem of its own. */
function listIn(json: unknown, key: string): Item[] {
  const list = isObject(json) ? json[key] : undefined;
  return Array.isArray(list) ? list.flatMap((value: unknown, index) => (isObject(value) ? [{ at: [key, index], value }] : [])) : [];
}

const textIn = ({ value }: Item, key: string): string => (typeof value[key] === 'string' ? value[key].trim() : '');
const textsIn = ({ value }: Item, key: string): string[] =>
  Array.isArray(value[key]) ? value[key].filter((one: unknown): one is string => typeof one === 'string' && one.trim() !== '') : [];

/** The places after the first at which a word is given again. */
function again<T>(items: readonly T[], wordOf: (item: T) => string): { readonly item: T; readonly first: T }[] {
  const first = new Map<string, T>();
  return items.flatMap((item) => {
    const word = wordOf(item);
    if (word === '') return [];
    const before = first.get(word);
    if (before === undefined) first.set(word, item);
    return before === undefined ? [] : [{ item, first: before }];
  });
}

/** A code without what a reader of a table would not mind: case, spaces and marks between letters and number, leading zeros. */
const plainCode = (code: string): string =>
  code
    .toLowerCase()
    .replace(/(?<=\p{L})[\s./_-]+(?=\d)/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .trim();

/**
 * What is wrong between the parts of a framework: codes, names and ids given twice, and what names something that is not there. Takes any
 * JSON, so that a file whose shape is wrong too has all of its problems told at once.
 */
export function rulesBroken(json: unknown): FrameworkProblem[] {
  return [
    ...outcomeProblems(json),
    ...directorateProblems(json),
    ...levelProblems(json),
    ...indicatorProblems(json),
    ...areaProblems(json),
  ];
}

function outcomeProblems(json: unknown): FrameworkProblem[] {
  const outcomes = listIn(json, 'outcomes');
  const codeOf = (item: Item): string => textIn(item, 'code');
  const known = new Map(outcomes.map((item) => [codeOf(item), item]));
  const titles = outcomes.flatMap((item) =>
    textsIn(item, 'titles').map((title, index) => ({ item, title, at: [...item.at, 'titles', index] })),
  );
  return [
    ...again(outcomes, (item) => plainCode(codeOf(item))).map(({ item, first }) => ({
      path: [...item.at, 'code'],
      sentence:
        codeOf(item) === codeOf(first)
          ? `the code ${codeOf(item)} is given twice`
          : `the codes ${codeOf(first)} and ${codeOf(item)} would be read as one`,
      remedy: 'Give each outcome a code of its own.',
    })),
    ...outcomes
      .filter((item) => OTHER_WORDS.has(codeOf(item).toLowerCase()))
      .map((item) => ({
        path: [...item.at, 'code'],
        sentence: `the code ${codeOf(item)} is a word that means something else in a table`,
        remedy: 'Give another code, such as 1, A or Goal 1.',
      })),
    ...again(titles, ({ title }) => plainName(title)).flatMap(({ item: two, first: one }) =>
      one.item === two.item
        ? []
        : [
            {
              path: two.at,
              sentence: `the outcomes ${codeOf(one.item)} and ${codeOf(two.item)} have the same title, "${two.title}"`,
              remedy: 'A title tells one outcome; word one of the two otherwise.',
            },
          ],
    ),
    ...outcomes.flatMap((item) => underProblem(item, known)),
  ];
}

/** A priority must lead up to an outcome, by two steps at most. */
function underProblem(item: Item, known: ReadonlyMap<string, Item>): FrameworkProblem[] {
  const path = [...item.at, 'under'];
  const code = textIn(item, 'code');
  const above: string[] = [];
  for (let under = textIn(item, 'under'); under !== '';) {
    const parent = known.get(under);
    if (parent === undefined) {
      const codes = [...known.keys()].filter((one) => one !== '' && one !== code).join(', ');
      const isOwn = above.length === 0;
      return isOwn
        ? [{ path, sentence: `${code} is under ${under}, which is not among the codes`, remedy: `Give one of these: ${codes}.` }]
        : [];
    }
    if (under === code || above.includes(under))
      return [
        {
          path,
          sentence: `${code} is under itself`,
          remedy: 'Leave "under" out for an outcome; give a priority the code of the outcome above it.',
        },
      ];
    above.push(under);
    under = textIn(parent, 'under');
  }
  if (above.length <= MOST_BELOW) return [];
  const words = `${code} is ${String(above.length)} levels below an outcome, and ${String(MOST_BELOW)} are the most`;
  return [{ path, sentence: words, remedy: `Put it under ${above[1] ?? ''}.` }];
}

function directorateProblems(json: unknown): FrameworkProblem[] {
  const directorates = listIn(json, 'directorates');
  const names = directorates.flatMap((item) => {
    const others = textsIn(item, 'otherNames').map((name, index) => ({ name, at: [...item.at, 'otherNames', index] }));
    const own = ['name', 'shortCode'].map((key) => ({ name: textIn(item, key), at: [...item.at, key] }));
    return [...own, ...others].filter(({ name }) => name !== '').map((one) => ({ ...one, item, plain: plainName(one.name) }));
  });
  return [
    ...again(directorates, (item) => textIn(item, 'shortCode')).map(({ item }) => ({
      path: [...item.at, 'shortCode'],
      sentence: `the short code ${textIn(item, 'shortCode')} is given twice`,
      remedy: 'Give each directorate a short code of its own, or leave it out.',
    })),
    ...names
      .filter(({ plain }) => plain === '')
      .map(({ name, at }) => ({
        path: at,
        sentence: `"${name}" is not a name that tells a directorate apart`,
        remedy: 'Give a name with a word of its own besides “directorate”, “department” or “division”.',
      })),
    ...again(names, ({ plain }) => plain).flatMap(({ item: two, first: one }) =>
      one.item === two.item || (two.at.at(-1) === 'shortCode' && one.at.at(-1) === 'shortCode')
        ? []
        : [
            {
              path: two.at,
              sentence: `two directorates are called "${two.plain}"`,
              remedy: `${textIn(one.item, 'name')} and ${textIn(two.item, 'name')} share it; take it from one of them.`,
            },
          ],
    ),
  ];
}

function levelProblems(json: unknown): FrameworkProblem[] {
  return again(listIn(json, 'levels'), (item) => textIn(item, 'id')).map(({ item }) => ({
    path: [...item.at, 'id'],
    sentence: `the level ${textIn(item, 'id')} is given twice`,
    remedy: 'Give each level an id of its own.',
  }));
}

function indicatorProblems(json: unknown): FrameworkProblem[] {
  const indicators = listIn(json, 'indicators');
  const codes = listIn(json, 'outcomes').map((item) => textIn(item, 'code'));
  const levels = new Set([...listIn(json, 'levels').map((item) => textIn(item, 'id')), ...codes]);
  const concepts = new Set(listIn(json, 'concepts').map((item) => textIn(item, 'id')));
  return [
    ...again(indicators, (item) => textIn(item, 'id')).map(({ item }) => ({
      path: [...item.at, 'id'],
      sentence: `the id ${textIn(item, 'id')} is given twice`,
      remedy: 'Give each indicator a number of its own.',
    })),
    ...indicators.flatMap((item) => {
      const level = textIn(item, 'level');
      if (level === '' || levels.has(level)) return [];
      return [
        {
          path: [...item.at, 'level'],
          sentence: `indicator ${textIn(item, 'id') || `“${textIn(item, 'text')}”`} is in level ${level}, which is not among the levels`,
          remedy: `Give the code of an outcome or the id of a level: ${[...levels].filter((one) => one !== '').join(', ')}.`,
        },
      ];
    }),
    ...indicators.flatMap((item) =>
      conceptsOf(item)
        .filter((id) => !concepts.has(id))
        .map((id) => ({
          path: [...item.at, 'concepts'],
          sentence: `indicator ${textIn(item, 'id')} names the concept "${id}", which is not among the concepts`,
          remedy: 'Add it to the concepts, or take it out here.',
        })),
    ),
  ];
}

function areaProblems(json: unknown): FrameworkProblem[] {
  const areas = listIn(json, 'areas');
  const names = areas.flatMap((item) => {
    const others = textsIn(item, 'otherNames').map((name, index) => ({ name, at: [...item.at, 'otherNames', index] }));
    return [{ name: textIn(item, 'name'), at: [...item.at, 'name'] }, ...others].filter(({ name }) => name !== '');
  });
  const known = new Set(areas.map((item) => textIn(item, 'name')));
  return [
    ...again(names, ({ name }) => name).map(({ item }) => ({
      path: item.at,
      sentence: `two areas are called "${item.name}"`,
      remedy: 'Give each area names of its own.',
    })),
    ...areas.flatMap((item) =>
      textsIn(item, 'of').flatMap((name, index) =>
        known.has(name) && name !== textIn(item, 'name')
          ? []
          : [
              {
                path: [...item.at, 'of', index],
                sentence: `${textIn(item, 'name')} is made of ${name}, which is not another of the areas`,
                remedy: 'Give the area that is meant an entry of its own, or take it out here.',
              },
            ],
      ),
    ),
  ];
}

/** Ids of every concept that an indicator names, each as often as it is named. */
function conceptsOf({ value }: Item): string[] {
  if (!isObject(value.concepts)) return [];
  const named = { at: [], value: value.concepts };
  const lists = ['population', 'outcome', 'setting', 'interventions', 'related', 'not'].map((key) => textsIn(named, key));
  return lists.flat().flatMap((each) => each.split(' + '));
}
