import { milestoneWords } from '../../../src/domain/fields';
import { kent2025 } from '../../../src/domain/framework';
import { textCell } from '../../../src/domain/grid';
import { readLead } from '../../../src/domain/lead';
import { readMeasure } from '../../../src/domain/measure';
import { readTimescale } from '../../../src/domain/timescale';

const KENT = kent2025();

test.each([
  [['Site found', 'Officer A', 'June 2026', 'Lease signed'], 'June 2026: Site found (Officer A; Lease signed)'],
  [['', 'Officer A', 'June 2026', 'Lease signed'], 'June 2026: Lease signed (Officer A)'],
  [['Lease signed by June 2026', '', 'Lease signed by June 2026', ''], 'Lease signed by June 2026'],
  [['', '', 'June 2026', ''], 'June 2026'],
  [['', 'Officer A', '', ''], '(Officer A)'],
])('%j is the line %j', ([text = '', lead = '', when = '', measure = ''], line) => {
  const milestone = {
    text,
    ledBy: readLead(lead, KENT),
    timescale: readTimescale(textCell(when)),
    measure: readMeasure(measure, KENT),
    cells: {},
  };
  expect(milestoneWords(milestone)).toBe(line);
});
