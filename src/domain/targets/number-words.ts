import { ZERO_TO_TWENTY } from '../wording';

const TENS = 'thirty forty fifty sixty seventy eighty ninety hundred'.split(' ');

/** Numbers in words. Shares ("half", "a third") are none: no figure of theirs is printed. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...ZERO_TO_TWENTY.map((word, number) => [word, number] as const),
  ...TENS.map((word, index) => [word, (index + 3) * 10] as const),
]);
