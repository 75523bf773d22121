import { isAnswerTo, type PreparedWrite, type SettledCell } from '../application';
import { UsageError } from './cli-world';

interface SettledFlags {
  readonly takeTheirs?: readonly string[];
  readonly keepMine?: readonly string[];
}

interface SettledOptions {
  readonly answers: readonly SettledCell[];
  /** @throws UsageError for an answer to a cell that nobody typed over, before anything is written. */
  readonly checkUsed: (prepared: Pick<PreparedWrite, 'kept' | 'taken'>) => void;
}

/** `--take-theirs GET-05:Timescale` and `--keep-mine all`: what counts where a cell of the plan was typed over. */
export function settledOptions({ takeTheirs = [], keepMine = [] }: SettledFlags): SettledOptions {
  const named = [
    ...takeTheirs.map((words) => ({ option: '--take-theirs', words, answer: answerOf('--take-theirs', words, 'theirs') })),
    ...keepMine.map((words) => ({ option: '--keep-mine', words, answer: answerOf('--keep-mine', words, 'mine') })),
  ];
  return {
    answers: named.map(({ answer }) => answer),
    checkUsed: ({ kept, taken }) => {
      const unused = named.find(({ answer }) => answer.row !== null && ![...kept, ...taken].some((cell) => isAnswerTo(answer, cell)));
      if (unused === undefined) return;
      throw new UsageError(
        `${unused.option} ${unused.words}: nothing that was typed there differs from what is sent. Nothing has been written; leave the option out, or look at the Ref and the heading.`,
      );
    },
  };
}

function answerOf(option: string, words: string, side: SettledCell['side']): SettledCell {
  if (words.trim().toLowerCase() === 'all') return { row: null, column: null, side };
  const [, row = '', column = ''] = /^([^:]+):(.+)$/.exec(words) ?? [];
  if (row.trim() === '') throw new UsageError(`${option} takes a Ref and a heading such as GET-05:Timescale, or all, not "${words}".`);
  return { row, column, side };
}
