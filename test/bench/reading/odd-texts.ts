import { kent2025 } from '../../../src/domain/framework';
import { textCell } from '../../../src/domain/grid';
import { readOutcomes } from '../../../src/domain/outcomes';
import { readTimescale } from '../../../src/domain/timescale';

/** What an odd text repeats: figures, months, dashes, words that the readers look twice at. */
const REPEATED =
  `1 0 - – / ( (( . , ; : £ £1, & ' ’ é 🙂 a a. a- to to- to-to-to Q Q1- 1- 1/ 31/ 2025 2025- 2025-26- March March- Mar-25 Febrary SO SO1
  SO1- SO1-to- S0 S01 SO1,SO2- all all-except- outcome shared-outcome best-start once if and from between half-a-year financial-year
  12-18-months 25-March-2025-to- from-25-March- subject-to- tbc\u200b \u0301`.split(/\s+/);
const LONGEST = 30_000;
const ROUNDS = 15;

interface Worst {
  readonly text: string;
  readonly milliseconds: number;
}

/** The text that takes longest when each is read again and again: the best of each text's times, since the others measure the machine. */
function worstOf(read: (text: string) => unknown): Worst {
  let worst: Worst = { text: '', milliseconds: 0 };
  for (const unit of REPEATED.flatMap((each) => [each, `${each} `, `${each}\n`])) {
    const text = unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST);
    const times = Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      read(text);
      return performance.now() - started;
    });
    const milliseconds = Math.min(...times);
    if (milliseconds > worst.milliseconds) worst = { text: unit, milliseconds };
  }
  return worst;
}

export function worstOddTexts(): { readonly texts: number; readonly timescale: Worst; readonly outcomes: Worst } {
  const { outcomes } = kent2025();
  return {
    texts: REPEATED.length * 3,
    timescale: worstOf((text) => readTimescale(textCell(text))),
    outcomes: worstOf((text) => readOutcomes(textCell(text), outcomes)),
  };
}
