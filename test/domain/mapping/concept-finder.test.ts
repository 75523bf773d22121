import type { Concept } from '../../../src/domain/framework';
import { wordsOf } from '../../../src/domain/indicators';
import { conceptFinder } from '../../../src/domain/mapping/concept-finder';

const concept = (words: string[], notIn: string[] = []): Concept => ({ id: 'concept', words, notIn, impliedBy: [], spares: [] });

/** The words that name the concept, as the text has them. */
function found(text: string, words: string[], notIn: string[] = []): string[] {
  const inText = wordsOf(text);
  const hits = conceptFinder([concept(words, notIn)])(inText);
  return hits.map(({ first, last }) => text.slice(inText[first]?.start, inText[last]?.end));
}

describe('words that name a concept where they stand near each other', () => {
  const pair = ['fill / filling + posts / vacancies'];

  test.each([
    ['Fill our empty posts', ['Fill our empty posts']],
    ['Posts that nobody can fill', ['Posts that nobody can fill']],
    ['Filling potholes', []],
    ['Fill potholes on the roads that the county council has found to be the worst this winter, and advertise posts', []],
  ])('%s', (text, wanted) => {
    expect(found(text, pair)).toEqual(wanted);
  });

  test('one word is not both parts', () => {
    expect(found('check', ['check + check'])).toEqual([]);
  });

  test('three parts are all needed', () => {
    const three = ['get + home + hospital'];
    expect(found('Get people home from hospital', three)).toEqual(['Get people home from hospital']);
    expect(found('Get people home', three)).toEqual([]);
  });

  test('a pair around a phrase of the same concept is one naming', () => {
    expect(found('keep good staff and staff retention', ['staff retention', 'keep + retention'])).toEqual(['staff retention']);
  });

  test('in a pair of another sense the word does not count', () => {
    expect(found('Exercise the option', ['exercise'], ['exercise + option'])).toEqual([]);
    expect(found('Exercise classes', ['exercise'], ['exercise + option'])).toEqual(['Exercise']);
  });
});

test('a text twice as long is looked at twice as often, and no more', () => {
  const find = conceptFinder([concept(['fill our posts', 'keep * staff', 'get + home + hospital'])]);
  const looks = (times: number): number => {
    let count = 0;
    const words = wordsOf('Fill our posts, keep good staff and get people home from hospital in the county. '.repeat(times));
    find(new Proxy(words, { get: (of, key, self) => ((count += Number(/^\d/.test(String(key)))), Reflect.get(of, key, self) as unknown) }));
    return count;
  };
  expect(looks(40)).toBeLessThanOrEqual(2 * looks(20));
});
