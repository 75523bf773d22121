import { inOwnWords } from '../../../src/domain/framework';

test.each([
  ['Goal', 'This row does not name a shared outcome yet.', 'This row does not name a goal yet.'],
  ['Objective', 'This row does not name a shared outcome yet.', 'This row does not name an objective yet.'],
  ['Priority', 'They are not among the outcomes.', 'They are not among the priorities.'],
  ['goal', 'Shared Outcome', 'Goal'],
  ['SDG', 'is not an outcome', 'is not a SDG'],
  ['Goal', 'Shared outcomes', 'Goals'],
  ['Goal', 'No shared outcome named', 'No goal named'],
  ['Goal', 'A row without an outcome', 'A row without a goal'],
])('%s: %s', (outcome, sentence, own) => expect(inOwnWords(sentence, { words: { outcome } })).toBe(own));

test('a council without a word of its own has the usual ones', () => {
  expect(inOwnWords('This row does not name a shared outcome yet.', { words: {} })).toBe('This row does not name a shared outcome yet.');
  expect(inOwnWords('Shared outcomes', {})).toBe('Shared outcomes');
});
