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
  ['', []],
  ['  \n ', []],
  ['-', []],
];

describe('officers, split and kept as written', () => {
  for (const [text, leads] of SPLITTING) test(JSON.stringify(text), () => check(text, leads));
});

const POSTS_WITH_LISTS: [string, string[]][] = [
  ['Director of Adults, Health and Integration', ['Director of Adults, Health and Integration']],
  ['Head of Leisure, Culture and Sport and Head of Parks', ['Head of Leisure, Culture and Sport', 'Head of Parks']],
  ['Corporate Director of Growth, Environment and Transport', ['Corporate Director of Growth, Environment and Transport']],
  ['Head of Policy, Communications & Governance / Head of Finance', ['Head of Policy, Communications & Governance', 'Head of Finance']],
  ['Policy, Performance and Partnerships Manager', ['Policy, Performance and Partnerships Manager']],
  ['Head of Finance, Procurement and Commercial Services', ['Head of Finance, Procurement and Commercial Services']],
  ['Executive Director Adults, Communities & Health', ['Executive Director Adults, Communities & Health']],
  ['Assistant Director – Education, Skills and Inclusion', ['Assistant Director – Education, Skills and Inclusion']],
  ['Director of Adult Social Care and Public Health', ['Director of Adult Social Care and Public Health']],
  ['Public Health and Wellbeing Manager', ['Public Health and Wellbeing Manager']],
  ['Project Manager, Innovation and Partnerships Team', ['Project Manager, Innovation and Partnerships Team']],
  ['Interim Assistant Director, All Ages Commissioning', ['Interim Assistant Director, All Ages Commissioning']],
  ['Head of Leisure,\nCulture and Sport', ['Head of Leisure,\nCulture and Sport']],
  ['Head of Housing/Homelessness', ['Head of Housing/Homelessness']],
  ['Head of HR/OD', ['Head of HR/OD']],
  ['Service Manager, Children with Disabilities', ['Service Manager, Children with Disabilities']],
  ['Director of Public Health, Head of Housing', ['Director of Public Health', 'Head of Housing']],
  ['Head of Economy, People Strategy Team', ['Head of Economy', 'People Strategy Team']],
  ['Co-ordinator, Live Well', ['Co-ordinator, Live Well']],
];

const NAMES: [string, string[]][] = [
  ['Jane Smith, Head of Service', ['Jane Smith, Head of Service']],
  ['Jane Smith - Public Health Consultant', ['Jane Smith - Public Health Consultant']],
  ['Head of Housing (Jane Smith)', ['Head of Housing (Jane Smith)']],
  ['Jane Smith\nHead of Housing\nTom Brown\nHead of Planning', ['Jane Smith\nHead of Housing', 'Tom Brown\nHead of Planning']],
  ['Jane Smith, Head of Housing and Tom Brown, Head of Planning', ['Jane Smith, Head of Housing', 'Tom Brown, Head of Planning']],
  ['Nkechi Okonjo, Housing; Tom Brown, Planning', ['Nkechi Okonjo, Housing', 'Tom Brown, Planning']],
  ['Jane Smith, TBC', ['Jane Smith', 'TBC']],
  ['Smith, Jane', ['Smith, Jane']],
  ['SMITH, Jane; BAKARE, Tunde', ['SMITH, Jane', 'BAKARE, Tunde']],
  ['Smith, Jane and Brown, Tom', ['Smith, Jane', 'Brown, Tom']],
  ['Smith, Jane, Head of Housing', ['Smith, Jane, Head of Housing']],
  ["O'Neill, S.; van der Berg, Pieter", ["O'Neill, S.", 'van der Berg, Pieter']],
  ['Patel, Jones', ['Patel', 'Jones']],
  ['Jane, Tom and Amir', ['Jane', 'Tom', 'Amir']],
  ['JS/TB', ['JS', 'TB']],
  ['JS, TB & AK', ['JS', 'TB', 'AK']],
  ['Dr Patel & Cllr Jones', ['Dr Patel', 'Cllr Jones']],
  ['Jane Smith <jane@kent.gov.uk>, tom.brown@kent.gov.uk', ['Jane Smith <jane@kent.gov.uk>', 'tom.brown@kent.gov.uk']],
  ['a.smith@kent.gov.uk b.brown@kent.gov.uk', ['a.smith@kent.gov.uk', 'b.brown@kent.gov.uk']],
];

const SIGNS: [string, string[]][] = [
  ['Jane Smith | Tom Brown + Amir Khan', ['Jane Smith', 'Tom Brown', 'Amir Khan']],
  ['1. Head of Housing and Planning 2. Director of Public Health', ['Head of Housing and Planning', 'Director of Public Health']],
  ['(1) Jane Smith (2) Tom Brown', ['Jane Smith', 'Tom Brown']],
  ['i) Jane Smith\nii) Tom Brown', ['Jane Smith', 'Tom Brown']],
  ['- Jane Smith\n- Tom Brown', ['Jane Smith', 'Tom Brown']],
  ['Team 1. Something', ['Team 1. Something']],
  ['Public Health jointly with Adult Social Care', ['Public Health', 'Adult Social Care']],
  ['Head of Housing plus Head of Planning', ['Head of Housing', 'Head of Planning']],
  ['Head of Housing with Public Health', ['Head of Housing', 'Public Health']],
  ['Lead for people with dementia', ['Lead for people with dementia']],
  ['Jobcentre Plus', ['Jobcentre Plus']],
  ['Jane Smith – Tom Brown', ['Jane Smith', 'Tom Brown']],
  ['Jane Smith (Public Health) and Tom Brown (Housing, Health)', ['Jane Smith (Public Health)', 'Tom Brown (Housing, Health)']],
];

const BODIES: [string, string[]][] = [
  ['Kent and Medway ICB', ['Kent and Medway ICB']],
  ['Children and Young People Team', ['Children and Young People Team']],
  ['Police and Crime Commissioner', ['Police and Crime Commissioner']],
  ['Dartford, Gravesham and Swanley Health and Care Partnership', ['Dartford, Gravesham and Swanley Health and Care Partnership']],
  [
    'Healthwatch (Kent and Medway) and Kent and Medway Safeguarding Board',
    ['Healthwatch (Kent and Medway)', 'Kent and Medway Safeguarding Board'],
  ],
  ['Kent and Medway NHS and Social Care Partnership Trust', ['Kent and Medway NHS and Social Care Partnership Trust']],
  ['KCC, Medway Council and districts', ['KCC', 'Medway Council', 'districts']],
  ['Public Health and Lincolnshire Police', ['Public Health', 'Lincolnshire Police']],
  ['Kent Police and Kent Fire and Rescue Service', ['Kent Police', 'Kent Fire and Rescue Service']],
  ['Medway Council – Adult Social Care and Public Health', ['Medway Council – Adult Social Care and Public Health']],
  ['KCC – Strategy, Policy and Corporate Assurance', ['KCC – Strategy, Policy and Corporate Assurance']],
  ['Essex/Kent Partnership', ['Essex/Kent Partnership']],
  ['Public Health, Housing and Planning', ['Public Health', 'Housing', 'Planning']],
  ['Environmental Health and Trading Standards', ['Environmental Health', 'Trading Standards']],
];

const GROUPS = { POSTS_WITH_LISTS, NAMES, SIGNS, BODIES };
for (const [name, cases] of Object.entries(GROUPS)) {
  describe(name.toLowerCase().replaceAll('_', ' '), () => {
    test.each(cases)('%j', (text, leads) => expect(readLead(text, KENT).leads).toEqual(leads));
  });
}

test.each([
  ['Lead: Jane Smith; support: Tom Brown, Amir Khan', ['Jane Smith', 'Tom Brown', 'Amir Khan'], ['Tom Brown', 'Amir Khan']],
  ['Lead officer - Jane Smith', ['Jane Smith'], []],
  ['Jane Smith (lead), Tom Brown (support)', ['Jane Smith', 'Tom Brown'], ['Tom Brown']],
  ['Public Health [lead] with Housing [support]', ['Public Health', 'Housing'], ['Housing']],
  [
    'Corporate Lead-Strategy Supported by Strategy Manager; DPH',
    ['Corporate Lead-Strategy', 'Strategy Manager', 'DPH'],
    ['Strategy Manager'],
  ],
  ['DPH with the support of the ICB', ['DPH', 'the ICB'], ['the ICB']],
  ['Portfolio Holder: Cllr Green', ['Portfolio Holder: Cllr Green'], []],
  ['Head of Support for Families', ['Head of Support for Families'], []],
])('who leads and who supports: %j', (text, leads, supporting) => {
  const reading = readLead(text, KENT);
  expect([reading.leads, reading.supporting]).toEqual([leads, supporting]);
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
