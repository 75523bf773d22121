import { excerptsWithin } from '../../../src/ui/shared/excerpt';

const TEXT = 'Work with every district and its partners to recruit two link workers and, in time, to recruit two link workers in the north';
const marksOf = (text: string, words: string): { start: number; end: number }[] =>
  [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({ start: index, end: index + words.length }));
const marked = { text: TEXT, marks: marksOf(TEXT, 'recruit two link workers') };

test.each([
  [
    'room for all',
    500,
    '…every district and its partners to recruit two link workers and, in time, to recruit two link workers in the north',
    2,
  ],
  ['less room', 100, '…its partners to recruit two link workers and, in time, to recruit two link workers in the north', 2],
  ['room for one', 60, '…partners to recruit two link workers and, in…', 1],
  ['none', 0, '…partners to recruit two link workers and, in…', 1],
])('with %s a mark stays in view', (_, room, shown, marks) => {
  const [excerpt] = excerptsWithin([marked], room);
  expect([excerpt?.text, excerpt?.marks.length]).toEqual([shown, marks]);
  for (const { start, end } of excerpt?.marks ?? []) expect(excerpt?.text.slice(start, end)).toBe('recruit two link workers');
});
