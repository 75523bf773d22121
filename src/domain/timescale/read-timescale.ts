import type { Cell } from '../grid';
import { nothingRead, readNumber, readShownDay } from './date-cell';
import { readingOfStatements } from './reading-of-statements';
import { statementsOf } from './statements-of';
import type { TimescaleReading } from './timescale-reading';
import { tokenise } from './token';
import { TokenStream } from './token-stream';

/** More than any timescale has: a text pasted in by mistake is read so far and no further, which bounds the time it takes. */
const MOST_CHARACTERS = 2000;
const MOST_TOKENS = 400;

/** What a text says of when. Never fails; a text that says nothing of it has no items. */
export function readTimescaleText(text: string): TimescaleReading {
  const changed = readShownDay(text);
  if (changed !== null) return changed;
  const tokens = tokenise(text.slice(0, MOST_CHARACTERS)).slice(0, MOST_TOKENS);
  return readingOfStatements(text, statementsOf(new TokenStream(tokens)));
}

/**
 * What a timescale cell says (docs/rules.md#timescale); the text is kept as shown. Relative years are only recorded: `dueOf` needs
 * the plan date, this does not. Empty, error and TRUE/FALSE cells say nothing.
 */
export function readTimescale(cell: Cell): TimescaleReading {
  switch (cell.kind) {
    case 'text':
      return readTimescaleText(cell.text);
    case 'number':
      return readNumber(cell) ?? readTimescaleText(cell.text);
    case 'empty':
    case 'boolean':
    case 'error':
      return nothingRead(cell.text);
  }
}
