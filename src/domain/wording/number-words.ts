/** Whole numbers in words, in small letters; the place of each is the number that it says. */
export const ZERO_TO_TWENTY: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
