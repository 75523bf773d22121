import { kent2025 } from '../../../src/domain/framework';
import { readStatus } from '../../../src/domain/reading/read-status';

function check(status: string, progress: string, wantedStatus: string | null, wantedProgress: string): void {
  expect(readStatus(status, progress, kent2025())).toEqual({ status: wantedStatus, progress: wantedProgress });
}

describe('a status column', () => {
  test.each<[string, string, string | null, string]>([
    ['On track', 'Ten schools done', 'on track', 'Ten schools done'],
    ['COMPLETE', '', 'complete', ''],
    ['Completed', '', 'complete', ''],
    // Green is on track, amber at risk, red delayed: what each asks the reader to do.
    ['Green', '', 'on track', ''],
    ['AMBER', 'Post vacant', 'at risk', 'Post vacant'],
    ['R', '', 'delayed', ''],
    ['RAG: Red', '', 'delayed', ''],
    ['Red / Amber', '', 'delayed', ''],
    ['Blue', '', 'complete', ''],
    ['Grey', '', 'not started', ''],
    ['In progress', '', 'on track', ''],
    ['On hold', '', 'stopped', ''],
    ['Not yet started', '', 'not started', ''],
    ['Off track', '', 'delayed', ''],
    ['Done in May', '', 'complete', 'Done in May'],
    ['Completed June 2024', 'Report out', 'complete', 'Completed June 2024\nReport out'],
    ['This has been completed', '', 'complete', 'This has been completed'],
    ['Not completed', '', null, 'Not completed'],
    ['To be completed by June 2024', '', null, 'To be completed by June 2024'],
    ['Green - on target', '', 'on track', ''],
    ['Done - Oct 2025', '', 'complete', 'Done - Oct 2025'],
    ['Complete (Sept)', '', 'complete', 'Complete (Sept)'],
    ['Completed, bar one', 'Report out', 'complete', 'Completed, bar one\nReport out'],
    ['On track: first schools signed up', '', 'on track', 'On track: first schools signed up'],
    ['A/G', '', 'at risk', ''],
    // A letter within a note is no colour, a hyphen within a word sets no status apart, and what is asked is not said.
    ['n/a', '', null, 'n/a'],
    ['N/A', 'Ten schools done', null, 'N/A\nTen schools done'],
    ['un-started', '', null, 'un-started'],
    ['part-complete', '', null, 'part-complete'],
    ['almost complete', '', null, 'almost complete'],
    ['Nearly done', '', null, 'Nearly done'],
    ['90% complete', '', null, '90% complete'],
    ['Incomplete', '', null, 'Incomplete'],
    ['Complete?', '', null, 'Complete?'],
    ['On track?', '', null, 'On track?'],
    // Words that mean no status are not lost.
    ['See report', 'Ten schools done', null, 'See report\nTen schools done'],
    ['See report', 'At risk: no lead', 'at risk', 'See report\nno lead'],
    // The column says the status; a progress that says another is kept whole.
    ['On track', 'Delayed - waiting for data', 'on track', 'Delayed - waiting for data'],
    ['On track', 'On track - waiting for data', 'on track', 'waiting for data'],
  ])('"%s", "%s"', check);
});

describe('a progress cell that begins with a status word', () => {
  test.each<[string, string | null, string]>([
    ['On track', 'on track', ''],
    ['on track - first 12 schools signed up', 'on track', 'first 12 schools signed up'],
    ['At risk: recruitment', 'at risk', 'recruitment'],
    ['DELAYED\nwaiting for data', 'delayed', 'waiting for data'],
    ['Not started.', 'not started', ''],
    ['Complete – report published', 'complete', 'report published'],
    ['Delayed by two months', 'delayed', 'by two months'],
    ['At risk due to funding', 'at risk', 'due to funding'],
    ['On track (first schools signed up)', 'on track', 'first schools signed up'],
    ['Complete, £20,000 saved', 'complete', '£20,000 saved'],
    ['Completed in May 2025', 'complete', 'Completed in May 2025'],
    ['Green: all schools done', 'on track', 'all schools done'],
    ['Stopped', 'stopped', ''],
    ['Done in May', 'complete', 'Done in May'],
    ['Completed June 2024', 'complete', 'Completed June 2024'],
    ['Delivered 12 May 2025 and evaluated', 'complete', 'Delivered 12 May 2025 and evaluated'],
    ['All done', 'complete', 'All done'],
    ['', null, ''],
    // Words that only look like a status.
    ['Complete review of the estate by May', null, 'Complete review of the estate by May'],
    ['Stopped smoking service opened', null, 'Stopped smoking service opened'],
    ['Green social prescribing is under way', null, 'Green social prescribing is under way'],
    ['Red tape has slowed us', null, 'Red tape has slowed us'],
    ['Delayed transfers fell by 5%', null, 'Delayed transfers fell by 5%'],
    ['not completed', null, 'not completed'],
    ['to be completed by June 2024', null, 'to be completed by June 2024'],
    ['Will be done in May', null, 'Will be done in May'],
    ['Delivered May half-term sessions', null, 'Delivered May half-term sessions'],
    ['Delivered 12 sessions', null, 'Delivered 12 sessions'],
    ['Nearly complete', null, 'Nearly complete'],
    ['Risk register agreed', null, 'Risk register agreed'],
    ['Two schools are on track', null, 'Two schools are on track'],
    ['Completeness of data is 90%', null, 'Completeness of data is 90%'],
  ])('"%s"', (progress, status, rest) => {
    check('', progress, status, rest);
  });

  test('a council with its own statuses has those', () => {
    const framework = kent2025();
    const own = { ...framework, vocabularies: { ...framework.vocabularies, statuses: ['Green', 'Yellow', 'Red'] } };
    expect(readStatus('yellow', '', own)).toEqual({ status: 'Yellow', progress: '' });
    expect(readStatus('', 'Red: no lead', own)).toEqual({ status: 'Red', progress: 'no lead' });
    expect(readStatus('On track', '', own)).toEqual({ status: null, progress: 'On track' });
  });
});
