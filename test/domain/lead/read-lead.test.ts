import fc from 'fast-check';
import { anyString } from '../any-string';
import { kent2025 } from '../../../src/domain/framework';
import { readLead } from '../../../src/domain/lead';
import priorities from '../../data/kent/appendix-b-priorities.json';

const KENT = kent2025();

function check(text: string, leads: readonly string[], notPeople: readonly string[] = []): void {
  const reading = readLead(text, KENT);
  expect({ text, leads: reading.leads, notPeople: reading.notPeople }).toEqual({ text, leads, notPeople });
}

const SPLITTING: [string, string[]][] = [
  ['Head of Economy', ['Head of Economy']],
  ['Head of Economy, Head of Environment', ['Head of Economy', 'Head of Environment']],
  ['Head of Economy and Head of Environment', ['Head of Economy', 'Head of Environment']],
  ['Head of Economy / Head of Environment', ['Head of Economy', 'Head of Environment']],
  ['Head of Economy\nHead of Environment', ['Head of Economy', 'Head of Environment']],
  ['Head of Economy\r\n\r\nHead of Environment', ['Head of Economy', 'Head of Environment']],
  ['Head of Economy; Head of Environment', ['Head of Economy', 'Head of Environment']],
  ['Head of Economy and Environment', ['Head of Economy and Environment']],
  ['Innovation and Prevention Manager', ['Innovation and Prevention Manager']],
  ['Strategic Safeguarding and Quality Assurance Manager', ['Strategic Safeguarding and Quality Assurance Manager']],
  ['Head of Service Community Learning and Skills', ['Head of Service Community Learning and Skills']],
  ['Commercial Ethics and Sustainability Lead', ['Commercial Ethics and Sustainability Lead']],
  ['Assistant Director ASC and Health', ['Assistant Director ASC and Health']],
  ['DPH, CPH and PH Specialists, PH District Coordinator.', ['DPH', 'CPH', 'PH Specialists', 'PH District Coordinator.']],
  ['DPH/DDPH', ['DPH', 'DDPH']],
  ['DPH / PH Consultant', ['DPH', 'PH Consultant']],
  ['Lead for Family Hubs/Financial Hardship Programme Manager', ['Lead for Family Hubs', 'Financial Hardship Programme Manager']],
  ['Jane Smith and John Brown', ['Jane Smith', 'John Brown']],
  ["Siobhán O'Neill, Anne-Marie de Souza", ["Siobhán O'Neill", 'Anne-Marie de Souza']],
  ['Jane Smith (Head of Economy)', ['Jane Smith (Head of Economy)']],
  ['jane.smith@kent.gov.uk', ['jane.smith@kent.gov.uk']],
  ['Head of Economy, and Head of Environment', ['Head of Economy', 'Head of Environment']],
  ['• Head of Economy\n• Head of Environment', ['Head of Economy', 'Head of Environment']],
  ['Innovation Delivery Team Senior Project Manager Linked CPH', ['Innovation Delivery Team Senior Project Manager Linked CPH']],
  ['Early years lead The Education People', ['Early years lead The Education People']],
  ['FH workforce leads for parenting', ['FH workforce leads for parenting']],
  ['Digital Lead (Financial Hardship Programme Project Manager)', ['Digital Lead (Financial Hardship Programme Project Manager)']],
  ['CPHs', ['CPHs']],
  ['J. Smith', ['J. Smith']],
  ['Patel', ['Patel']],
  ['Dr Patel', ['Dr Patel']],
  ['Team Leader', ['Team Leader']],
  ['Deputy Team Manager', ['Deputy Team Manager']],
  ['Cabinet Member for Adult Social Care', ['Cabinet Member for Adult Social Care']],
  ['Head of All-Age Autism', ['Head of All-Age Autism']],
  ['Project Manager Innovation Delivery Team', ['Project Manager Innovation Delivery Team']],
  ['Director of Public Health', ['Director of Public Health']],
  ['Co-ordinator, Live Well', ['Co-ordinator', 'Live Well']],
  ['', []],
  ['  \n ', []],
  ['-', []],
];

describe('officers, split and kept as written', () => {
  for (const [text, leads] of SPLITTING) test(JSON.stringify(text), () => check(text, leads));
});

const NOT_PEOPLE: [string, string[], string[]][] = [
  ['TBC', ['TBC'], ['TBC']],
  ['tbc.', ['tbc.'], ['tbc.']],
  ['T.B.C.', ['T.B.C.'], ['T.B.C.']],
  ['TBD', ['TBD'], ['TBD']],
  ['?', ['?'], ['?']],
  ['N/A', ['N/A'], ['N/A']],
  ['To be confirmed', ['To be confirmed'], ['To be confirmed']],
  ['To be appointed', ['To be appointed'], ['To be appointed']],
  ['Vacant', ['Vacant'], ['Vacant']],
  ['Strategy Manager (vacant)', ['Strategy Manager (vacant)'], ['Strategy Manager (vacant)']],
  ['Lead TBC', ['Lead TBC'], ['Lead TBC']],
  ['Various', ['Various'], ['Various']],
  ['All', ['All'], ['All']],
  ['Everyone', ['Everyone'], ['Everyone']],
  ['People Strategy Team', ['People Strategy Team'], ['People Strategy Team']],
  [
    'Organisation Development & Staff Engagement',
    ['Organisation Development & Staff Engagement'],
    ['Organisation Development & Staff Engagement'],
  ],
  ['Innovation and Partnerships Team', ['Innovation and Partnerships Team'], ['Innovation and Partnerships Team']],
  ['Family hubs', ['Family hubs'], ['Family hubs']],
  ['Active Kent', ['Active Kent'], ['Active Kent']],
  ['WFD', ['WFD'], ['WFD']],
  ['WFD and FH WFD', ['WFD', 'FH WFD'], ['WFD', 'FH WFD']],
  ['L&D', ['L&D'], ['L&D']],
  ['CYP PH', ['CYP PH'], ['CYP PH']],
  ['GET', ['GET'], ['GET']],
  ['Public Health', ['Public Health'], ['Public Health']],
  ['Adult Social Care and Health', ['Adult Social Care and Health'], ['Adult Social Care and Health']],
  ['HR/OD', ['HR/OD'], ['HR/OD']],
  ['Strategic Leadership Group', ['Strategic Leadership Group'], ['Strategic Leadership Group']],
  ['Senior Managers Group', ['Senior Managers Group'], ['Senior Managers Group']],
  ['Directors Board', ['Directors Board'], ['Directors Board']],
  ['Commissioning', ['Commissioning'], ['Commissioning']],
  ['Library Services', ['Library Services'], ['Library Services']],
  ['All directorates', ['All directorates'], ['All directorates']],
  ['NHS partners', ['NHS partners'], ['NHS partners']],
  ['Head of Economy, TBC', ['Head of Economy', 'TBC'], ['TBC']],
  ['CPH and Public Health team', ['CPH', 'Public Health team'], ['Public Health team']],
];

describe('teams and open names', () => {
  for (const [text, leads, notPeople] of NOT_PEOPLE) test(JSON.stringify(text), () => check(text, leads, notPeople));
});

test('the printed plan: exactly these leads are no officer', () => {
  const texts = new Set(
    priorities.tables.flatMap((table) => table.rows.filter((row) => row.kind === 'action').map((row) => row.cells[1] ?? '')),
  );
  const none = [...texts].filter((text) => {
    const { leads, notPeople } = readLead(text, KENT);
    return leads.length > 0 && leads.length === notPeople.length;
  });
  expect(none.sort()).toEqual(
    [
      'Active Kent',
      'CYP PH',
      'Family hubs',
      'Innovation and Partnerships Team',
      'L&D',
      'Organisation Development & Staff Engagement',
      'People Strategy Team',
      'WFD',
      'WFD and FH WFD',
    ].sort(),
  );
});

test('which names are open is told apart from teams', () => {
  expect(readLead('Head of Economy, TBC, People Strategy Team', KENT).open).toEqual(['TBC']);
});

test('any text: never throws, every lead stands in the text and none is empty', () => {
  const parts = fc.constantFrom('Head of', 'Manager', ' and ', '/', ',', '\n', 'TBC', 'Team', 'N/A', 'Jane', 'Smith', '&', '(', ')', ' ');
  const anyText = fc.oneof(
    anyString(60),
    fc.array(parts, { maxLength: 12 }).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const { leads, notPeople } = readLead(text, KENT);
      for (const lead of leads) expect(lead).toMatch(/\S/);
      for (const lead of notPeople) expect(leads).toContain(lead);
      for (const word of leads.flatMap((lead) => lead.split(/\s+/))) expect(text).toContain(word);
    }),
    { numRuns: 1000 },
  );
});
