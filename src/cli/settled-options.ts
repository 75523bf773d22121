import { type Collated, type CopyAnswer, isAnswerTo, isAnswerToText, type PreparedWrite, type SettledCell } from '../application';
import { UsageError } from './cli-world';

interface SettledFlags {
  readonly takeTheirs?: readonly string[];
  readonly keepMine?: readonly string[];
  readonly takeCopy?: readonly string[];
}

interface SettledOptions {
  readonly answers: readonly SettledCell[];
  /** What counts where a copy of the plan differs from it. */
  readonly copyAnswers: readonly CopyAnswer[];
  /** @throws UsageError for an answer to a cell that nobody typed over, before anything is written. */
  readonly checkUsed: (prepared: Pick<PreparedWrite, 'kept' | 'taken'>, copies: Collated['copies']) => void;
}

/**
 * `--take-theirs GET-05:Timescale`, `--keep-mine all`, `--take-copy GET-05:Notes=anna.xlsx`: what counts where a cell of the plan was typed over,
 * or a colleague's copy has other words.
 */
export function settledOptions({ takeTheirs = [], keepMine = [], takeCopy = [] }: SettledFlags): SettledOptions {
  const named = [
    ...takeTheirs.map((words) => ({ option: '--take-theirs', words, answer: answerOf('--take-theirs', words, 'theirs') })),
    ...keepMine.map((words) => ({ option: '--keep-mine', words, answer: answerOf('--keep-mine', words, 'mine') })),
  ];
  const ofCopies = takeCopy.map((words) => ({ option: '--take-copy', words, answer: copyAnswerOf(words) }));
  return {
    answers: named.map(({ answer }) => answer),
    copyAnswers: [
      ...named.flatMap(({ answer }) => (answer.side === 'mine' ? [{ ...answer, copy: null }] : [])),
      ...ofCopies.map(({ answer }) => answer),
    ],
    checkUsed: ({ kept, taken }, copies) => {
      const texts = copies.flatMap((copy) => copy.texts);
      const unfit = ofCopies.find(({ answer }) => answer.row !== null && !texts.some((text) => isAnswerToText(answer, text)));
      if (unfit !== undefined)
        throw new UsageError(
          `--take-copy ${unfit.words}: no copy of --merge has anything there that differs from the plan. Nothing has been written; leave the option out, or look at the Ref and the heading.`,
        );
      demandOneCopy(texts, ofCopies);
      const unused = named.find(({ answer }) => {
        const isCopys = answer.side === 'mine' && texts.some((text) => isAnswerToText({ ...answer, copy: null }, text));
        return answer.row !== null && !isCopys && ![...kept, ...taken].some((cell) => isAnswerTo(answer, cell));
      });
      if (unused === undefined) return;
      throw new UsageError(
        `${unused.option} ${unused.words}: nothing that was typed there differs from what is sent. Nothing has been written; leave the option out, or look at the Ref and the heading.`,
      );
    },
  };
}

/** Of two copies with other words for one cell only one can be taken, and the order of their names must not say which. */
function demandOneCopy(
  texts: Collated['copies'][number]['texts'],
  said: readonly { readonly words: string; readonly answer: CopyAnswer }[],
): void {
  for (const { words, answer } of said.filter((one) => one.answer.copy === null)) {
    const taken = texts.filter((text) => text.how === 'taken' && isAnswerToText(answer, text));
    const two = taken.flatMap((one) => {
      const other = taken.find(
        ({ sheet, row, column, copy }) => sheet === one.sheet && row === one.row && column === one.column && copy !== one.copy,
      );
      const isNamed = said.some(({ answer: by }) => by.copy !== null && isAnswerToText({ ...by, copy: one.copy }, one));
      return other === undefined || one.column === '' || isNamed ? [] : [{ one, other }];
    })[0];
    if (two === undefined) continue;
    const place = `${two.one.row}:${two.one.heading}`;
    throw new UsageError(
      `--take-copy ${words}: both ${two.one.copy} and ${two.other.copy} have words for ${place}. Nothing has been written; say which, as in --take-copy "${place}=${two.one.copy}".`,
    );
  }
}

/** "GET-05:Notes", "GET-05:Notes=anna.xlsx" or "all". */
function copyAnswerOf(words: string): CopyAnswer {
  const [, place = words, copy] = /^([^:]*:.*)=([^=]+\.\w+)$/.exec(words) ?? [];
  return { ...answerOf('--take-copy', place, 'theirs'), copy: copy?.trim() ?? null };
}

function answerOf(option: string, words: string, side: SettledCell['side']): SettledCell {
  if (words.trim().toLowerCase() === 'all') return { row: null, column: null, side };
  const [, row = '', column = ''] = /^([^:]+):(.+)$/.exec(words) ?? [];
  if (row.trim() === '') throw new UsageError(`${option} takes a Ref and a heading such as GET-05:Timescale, or all, not "${words}".`);
  return { row, column, side };
}
