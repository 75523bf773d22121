import { directorateNamed, directorateWithin, kent2025, outcomeTitled } from '../../../src/domain/framework';
import { namesOf } from '../../../src/domain/framework/named';

const kent = kent2025();

describe('directorateNamed', () => {
  const check = (text: string, name: string | null) => {
    expect({ text, name: directorateNamed(kent, text)?.name ?? null }).toEqual({ text, name });
  };

  test.each([
    ['GET', 'GET'],
    ['get', 'GET'],
    ['Growth, Environment & Transport Directorate', 'GET'],
    ['growth environment and transport', 'GET'],
    ['KCC Growth, Environment and Transport', 'GET'],
    ['ASC', 'Adult Social Care'],
    ['ASCH', 'Adult Social Care'],
    ['Adult Social Care & Health', 'Adult Social Care'],
    ['  ADULT   SOCIAL CARE ', 'Adult Social Care'],
    ['Commercial and Procurement', 'Procurement'],
    ['Commercial & Procurement', 'Procurement'],
    ["Children's, Young People and Education", 'CYPE'],
    ['Children, Young People & Education', 'CYPE'],
    ['HR/OD', 'HROD'],
    ['HR & OD', 'HROD'],
    ['Human Resources and Organizational Development', 'HROD'],
    ['Public Health', 'Public Health'],
    ['Kent Public Health', 'Public Health'],
    ['Public health education', 'Public Health Education'],
    ['The Communities Directorate', 'Communities'],
  ])('%s is %s', check);

  test.each([
    '',
    'Directorate',
    'Kent',
    'Health',
    'Social Care Academy',
    'Head of Procurement',
    'GET and ASC',
    'Target',
    'Public',
    'Education',
  ])('%j is no directorate', (text) => {
    check(text, null);
  });

  test('every name in the file leads to its own directorate', () => {
    for (const directorate of kent.directorates) for (const name of namesOf(directorate)) check(name, directorate.name);
  });
});

describe('directorateWithin', () => {
  const check = (text: string, name: string | null) => {
    expect({ text, name: directorateWithin(kent, text)?.name ?? null }).toEqual({ text, name });
  };

  test.each([
    ['Proposed Priorities to Improve Health and Wellbeing ~ GET', 'GET'],
    ['Proposed Priorities to Improve Health and Wellbeing~ Public Health Education', 'Public Health Education'],
    ['Priorities_Adult_Social_Care_v2.xlsx', 'Adult Social Care'],
    ['Return from Growth, Environment & Transport, January', 'GET'],
    ['ASCH return Q2', 'Adult Social Care'],
    ['Commercial and Procurement plan', 'Procurement'],
    ['Measures within the Logframe ~ CYPE', 'CYPE'],
  ])('%s names %s', check);

  test.each([
    'What we get from partners',
    'Health and wellbeing',
    'ASC and GET joint plan',
    'see www.kent.com',
    'thread of work',
    'Targets',
    'Local procurement plan',
    'Community Wardens',
  ])('%j names none', (text) => {
    check(text, null);
  });
});

describe('outcomeTitled', () => {
  test('every title in print is its outcome, whatever its case and stops', () => {
    for (const outcome of kent.outcomes) {
      for (const title of outcome.titles) expect(outcomeTitled(kent, ` ${title.toUpperCase()}. `)?.code).toBe(outcome.code);
    }
  });

  test.each(['', 'SO2', 'Improve health', 'Support'])('%j is no title', (text) => {
    expect(outcomeTitled(kent, text)).toBeNull();
  });
});
