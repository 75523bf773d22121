import fc from 'fast-check';
import { wordDifference } from '../../../src/domain/collation';

/** The runs with what went in [ ] and what came in { }. */
function marked(was: string, now: string): string {
  const runs = wordDifference(was, now).map((run) => (run.same ? run.now.trim() : `[${run.was.trim()}]{${run.now.trim()}}`));
  return runs.join(' ');
}

describe('the words that differ', () => {
  const check = (was: string, now: string, wanted: string): void => expect(marked(was, now)).toBe(wanted);

  it('are one run where one word was exchanged', () =>
    check('Deliver a falls programme', 'Deliver a frailty programme', 'Deliver a [falls]{frailty} programme'));
  it('are added, within and at the end', () =>
    check('Open a kitchen there', 'Open a community kitchen there soon', 'Open a []{community} kitchen there []{soon}'));
  it('are taken out, within and at the end', () =>
    check('Plant more trees every year by March', 'Plant trees every year', 'Plant [more]{} trees every year [by March]{}'));
  it('are read as one where a short word stands alone between them', () =>
    check(
      'with schools and parents every term',
      'with hubs and carers every term',
      'with [schools and parents]{hubs and carers} every term',
    ));
  it('are everything where nothing is alike', () => check('on track', 'delayed', '[on track]{delayed}'));
  it('are none in the same text', () => expect(wordDifference('a b', 'a b')).toEqual([{ same: true, was: 'a b', now: 'a b' }]));
  it('are told of an empty text', () => check('', 'new words', '[]{new words}'));
});

it('loses and invents no word, whatever the texts', () => {
  const texts = fc
    .array(fc.constantFrom('kent', 'health', 'and', 'the', 'by', 'March', 'a\n', '£5k'), { maxLength: 30 })
    .map((words) => words.join(' ').trim());
  fc.assert(
    fc.property(texts, texts, (was, now) => {
      const runs = wordDifference(was, now);
      expect(runs.map((run) => run.was).join('')).toBe(was);
      expect(runs.map((run) => run.now).join('')).toBe(now);
      const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
      for (const run of runs) if (run.same) expect(words(run.was)).toEqual(words(run.now));
      runs.slice(1).forEach((run, index) => expect(run.same).not.toBe(runs[index]?.same));
    }),
  );
});

it('gives up on comparing texts of thousands of words, but not on their common ends', () => {
  const long = (word: string): string => Array.from({ length: 3_000 }, (_, index) => `${word}${String(index)}`).join(' ');
  const runs = wordDifference(`Kent ${long('a')} end`, `Kent ${long('b')} end`);
  expect(runs.map(({ same }) => same)).toEqual([true, false, true]);
});
