import type * as leadModule from '../../../src/domain/lead';
import type * as outcomesModule from '../../../src/domain/outcomes';
import type * as timescaleModule from '../../../src/domain/timescale';
import { kent2025 } from '../../../src/domain/framework';
import { type Cell, textCell } from '../../../src/domain/grid';
import { readingsByText } from '../../../src/domain/reading/readings-by-text';

/** Texts and cells that were read. */
const work = { lead: 0, outcomes: 0, timescale: 0 };
jest.mock('../../../src/domain/lead', () => {
  const actual = jest.requireActual<typeof leadModule>('../../../src/domain/lead');
  const readLead: typeof actual.readLead = (text, framework) => {
    work.lead += 1;
    return actual.readLead(text, framework);
  };
  return { ...actual, readLead };
});
jest.mock('../../../src/domain/outcomes', () => {
  const actual = jest.requireActual<typeof outcomesModule>('../../../src/domain/outcomes');
  const readOutcomes: typeof actual.readOutcomes = (cell, outcomes) => {
    work.outcomes += 1;
    return actual.readOutcomes(cell, outcomes);
  };
  return { ...actual, readOutcomes };
});
jest.mock('../../../src/domain/timescale', () => {
  const actual = jest.requireActual<typeof timescaleModule>('../../../src/domain/timescale');
  const readTimescale: typeof actual.readTimescale = (cell) => {
    work.timescale += 1;
    return actual.readTimescale(cell);
  };
  return { ...actual, readTimescale };
});

const readings = () => readingsByText({ ...kent2025() });

beforeEach(() => Object.assign(work, { lead: 0, outcomes: 0, timescale: 0 }));

test('a text that stands in many rows is read once, and its rows share the reading', () => {
  const { lead, outcomes, timescale } = readings();
  const rows = Array.from({ length: 500 }, () => [lead('Head of Parks'), outcomes(textCell('SO1,SO2')), timescale(textCell('March 2027'))]);
  expect(work).toEqual({ lead: 1, outcomes: 1, timescale: 1 });
  expect(new Set(rows.map(([one]) => one)).size).toBe(1);
});

test('each framework has its own readings', () => {
  readings().lead('Head of Parks');
  readings().lead('Head of Parks');
  expect(work.lead).toBe(2);
});

test('the same words under another heading of costs are another answer', () => {
  const { cost } = readings();
  expect([cost(textCell('Yes'), 'No cost').cost, cost(textCell('Yes'), 'Cost needed').cost]).toEqual(['no cost', 'to be confirmed']);
});

test('numbers are read each, since their format counts', () => {
  const { timescale } = readings();
  const date: Cell = { kind: 'number', value: 46_447, text: '01/03/2027', format: 'dd/mm/yyyy' };
  timescale(date);
  timescale({ ...date, text: '46447', format: 'General' });
  expect(work.timescale).toBe(2);
});

test('a thousand texts are kept, and no more', () => {
  const { lead } = readings();
  const all = (): void => void Array.from({ length: 1000 }, (_, index) => lead(`Head of Parks ${String(index)}`));
  all();
  all();
  expect(work.lead).toBe(1000);
  lead('Head of Roads');
  lead('Head of Parks 0');
  expect(work.lead).toBe(1002);
});
