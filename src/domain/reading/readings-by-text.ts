import { type CostReading, readCost } from '../cost';
import type { Framework } from '../framework';
import { type Cell, GENERAL } from '../grid';
import { type LeadReading, readLead } from '../lead';
import { type OutcomeReading, readOutcomes } from '../outcomes';
import { readTimescale, type TimescaleReading } from '../timescale';

/** Texts of one column that are remembered; then all of them are forgotten. A column of texts unlike one another is read as without it. */
const MOST_TEXTS = 1000;

/**
 * What cells of columns that say the same in many rows mean under one framework, each text read once. Readings are never changed, so that rows
 * share them.
 */
export interface ReadingsByText {
  readonly lead: (text: string) => LeadReading;
  readonly timescale: (cell: Cell) => TimescaleReading;
  readonly outcomes: (cell: Cell) => OutcomeReading;
  /** @param heading of the column. */
  readonly cost: (cell: Cell, heading: string) => CostReading;
}

const made = new WeakMap<Framework, ReadingsByText>();

export function readingsByText(framework: Framework): ReadingsByText {
  let readings = made.get(framework);
  if (readings === undefined) made.set(framework, (readings = readingsOf(framework)));
  return readings;
}

function readingsOf(framework: Framework): ReadingsByText {
  const lead = onceEach((text) => readLead(text, framework));
  const outcomes = onceEachCell((cell) => readOutcomes(cell, framework.outcomes));
  const headings = new Map<string, (cell: Cell) => CostReading>();
  const cost = (cell: Cell, heading: string): CostReading => {
    let under = headings.get(heading);
    if (under === undefined) {
      if (headings.size >= MOST_TEXTS) headings.clear();
      headings.set(heading, (under = onceEachCell((each) => readCost(each, heading, framework))));
    }
    return under(cell);
  };
  return { lead, timescale: onceEachCell(readTimescale), outcomes, cost };
}

function onceEach<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let reading = known.get(text);
    if (reading === undefined) {
      if (known.size >= MOST_TEXTS) known.clear();
      known.set(text, (reading = read(text)));
    }
    return reading;
  };
}

/** What a cell of text says is in what it shows; of other cells value and format count as well, so that each is read. */
function onceEachCell<T>(read: (cell: Cell) => T): (cell: Cell) => T {
  const ofText = onceEach((text) => read({ kind: 'text', value: text, text, format: GENERAL }));
  return (cell) => (cell.kind === 'text' ? ofText(cell.text) : read(cell));
}
