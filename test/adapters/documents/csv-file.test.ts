import { csvFile } from '../../../src/adapters/documents/csv-file';

function check(words: string, cell: string): void {
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvFile([[words, 'x']]))).toBe(`\ufeff${cell},x\r\n`);
}

test.each([
  ['plain words', 'plain words'],
  ['a, b', '"a, b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['£5,000', '"£5,000"'],
  ['', ''],
])('%j is written as %j', check);

test.each([
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['+44 1622', "'+44 1622"],
  ['- reduce falls', "'- reduce falls"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1+1', "' =1+1"],
  ['\t=1+1', "'\t=1+1"],
  ['\n@x', '"\'\n@x"'],
  ['＝1+1', "'＝1+1"],
  ['-5,B', '"\'-5,B"'],
])('%j would be a formula and is written as the text %j', check);

test.each([
  ['-5', '-5'],
  ['-1,200.5%', '"-1,200.5%"'],
])('the number %j keeps its minus', check);
