import { DIRECTORATE_NOT_KNOWN } from '../wording';
import type { FindingCode } from './finding';

/** What the help page says of each code. `name` is also what the screen calls it; `example` is words in a cell, or what is seen. */
export interface CodeHelp {
  readonly name: string;
  readonly means: string;
  readonly example: string;
  readonly todo: string;
}

export const HELP: Readonly<Record<FindingCode, CodeHelp>> = {
  'missing-lead': {
    name: 'No lead',
    means: 'The Led by cell of an action is empty. A lead cell merged over several rows counts for each of them.',
    example: 'an empty cell under "Led by"',
    todo: 'Name the officer or post who answers for the action.',
  },
  'missing-timescale': {
    name: 'No timescale',
    means: 'The Timescale cell of an action is empty, or only says when the action starts.',
    example: 'an empty cell under "Timescale"',
    todo: 'Give a month and year, a period, or "Ongoing".',
  },
  'missing-measure': {
    name: 'No measure',
    means: 'The Measure cell of an action is empty.',
    example: 'an empty cell under "Measure"',
    todo: 'Say what will show that the action is done or is working.',
  },
  'missing-outcome': {
    name: 'No shared outcome',
    means: 'The Shared Outcome cell of an action or a listed service is empty.',
    example: 'an empty cell under "Shared Outcome"',
    todo: 'Give the codes of the outcomes it serves, such as SO2,SO3.',
  },
  'unknown-outcome': {
    name: 'Not an outcome',
    means: 'Something in the cell is not one of the outcomes of the strategy, nor a slip of one.',
    example: '"SO7", "N/A", "TBC"',
    todo: 'Replace it by one of the codes that the message names.',
  },
  'missing-commitment': {
    name: 'No commitment',
    means: 'A row has a lead, a timescale, a measure or an outcome, and no commitment. It is not in the plan.',
    example: '"Head of Roads" and "March 2026" beside an empty cell under "What we have committed to"',
    todo: 'Write the commitment. Where the row goes on with the one above, merge the commitment over both rows.',
  },
  'no-table': {
    name: 'No table found',
    means: 'A file has no table that can be read: no row has a commitment and at least two of lead, timescale, measure and outcome.',
    example: 'a workbook whose headings are "Scheme" and "Budget"',
    todo: 'Look at the headings that came nearest, give them their usual words, and send the file again.',
  },
  'unreadable-timescale': {
    name: 'Timescale not understood',
    means: 'The text does not say when, in any form that can be followed up.',
    example: '"In due course"',
    todo: 'Add a month and year, or "Ongoing".',
  },
  'timescale-without-year': {
    name: 'No year',
    means: 'A month, quarter or season has no year, and none stands near it.',
    example: '"by March"',
    todo: 'Add the year.',
  },
  'timescale-far-off': {
    name: 'Date far off',
    means:
      'The timescale lies more than 30 years after the plan begins or more than 10 years before, as a mistyped year does. Or it says that the action is done at a date that is still to come.',
    example: '"March 2206"',
    todo: 'Correct the year.',
  },
  'timescale-partly-read': {
    name: 'Timescale read in part',
    means: 'Figures of the timescale are part of no date, and not plainly something else, such as a sum, an age or the number of a phase.',
    example: '"31/13/2026", or "25 schools by July 2026"',
    todo: 'Give the date alone, and move the rest to the measure.',
  },
  'excel-changed-date': {
    name: 'Date changed by Excel',
    means:
      'A month and year, or a range such as “3-4”, were typed and Excel made a day of them, so the cell no longer holds what was meant.',
    example: '"March 25" became 25 March of this year, shown as "25-Mar"; "3/4" in a measure became 3 April',
    todo: 'Fix it: the month is written back as text, such as "March 2025". If a day was meant, write it with its year. In a measure or lead type it again with an apostrophe before it.',
  },
  'mistyped-outcome': {
    name: 'Outcome mistyped',
    means:
      'An outcome can be made out, but was not written as a code: a zero for the letter O, a letter for the one, a digit alone, "All".',
    example: '"S03", "SOl", "2", "All"',
    todo: 'Look at the repair offered and take it if it is what was meant.',
  },
  'vague-measure': {
    name: 'Measure put off',
    means: 'The measure says that it will be decided later, or points elsewhere.',
    example: '"TBC when plan is written", "As per commitments"',
    todo: 'Say what will be seen or counted, even if the figure comes later.',
  },
  'lead-not-a-person': {
    name: 'Lead is not an officer',
    means: 'No officer or post is named: the lead is a team, an abbreviation of one, or still open. A team beside an officer is fine.',
    example: '"People Strategy Team", "TBC"',
    todo: 'Name the officer or post; the team may stay beside it.',
  },
  'duplicate-commitment': {
    name: 'Given twice',
    means: 'The same commitment, apart from spaces, capitals and punctuation, stands twice in one directorate.',
    example: '"Publish the plan" in two rows',
    todo: 'Keep one of the two, or say how they differ.',
  },
  'cost-contradicted': {
    name: 'Cost contradicted',
    means:
      'The row says no cost, but its own words speak of money: a sum, a fund, a condition of funding, a new post, something to buy, build or pay for. A new post, a service or system to buy, capital works and a sum above the limit contradict low cost too; money that is not agreed contradicts funded. A row that claims none of these is not reported.',
    example: '"No cost" beside "dependent on budget saving decisions"',
    todo: 'Correct the cost, or say in the row who pays.',
  },
  'cost-ambiguous': {
    name: 'Cost unclear',
    means: 'A bare yes or no stands under a heading that asks two things at once.',
    example: '"no" under "Low/no cost"',
    todo: 'Write "No cost" or "Low cost".',
  },
  'error-in-cell': {
    name: 'Error in the cell',
    means: 'A formula in the row shows an error, so its value cannot be read. Nothing else is said of that cell.',
    example: '"#N/A"',
    todo: 'Correct the formula, or type the value over it.',
  },
  'dates-disagree': {
    name: 'Dates disagree',
    means: 'The measure is to be met after the timescale ends or before it begins, or the start that another column gives does not fit it.',
    example: '"in place by April 2026" beside the timescale "March 2026"',
    todo: 'Change whichever of the two is wrong.',
  },
  'unknown-directorate': {
    name: DIRECTORATE_NOT_KNOWN,
    means: 'Nothing names the directorate, or the name is not one of the framework.',
    example: 'a title "Proposed Priorities ~ Estates"',
    todo: 'Put the directorate into the title above the table, or choose it in the pane.',
  },
  'past-without-status': {
    name: 'Due, no status',
    means:
      'The timescale has ended and the row has no status. Ongoing actions are not meant. A table without a Status column is named once.',
    example: '"December 24", read in March 2025',
    todo: 'Give a status: on track, at risk, delayed, complete, not started or stopped. Where the table has no column for it, take the fix.',
  },
  'part-not-read': {
    name: 'Not read',
    means:
      'Cells within a table are in no row of the plan: under a heading that is not understood, beside the table, or in a row of which not all could be read.',
    example: 'a column "Risks", which the plan does not have',
    todo: 'Correct how the heading was read, or move the words under a heading that is read. If they need not be in the plan, leave them.',
  },
  'tracked-changes': {
    name: 'Tracked changes',
    means: 'The document has changes that nobody has accepted or rejected. What was inserted is read, and what was deleted is not.',
    example: 'a lead that was struck out and another one written in, both in colour',
    todo: 'Accept or reject the changes in Word and send the document again.',
  },
  'ref-in-doubt': {
    name: 'Ref in doubt',
    means: 'Two rows carry one Ref, or a row came back with the Ref of another action. A Ref has one owner, known by its words.',
    example: 'a row of All priorities that was copied, with its Ref',
    todo: 'Delete the copy, or empty its Ref; in a return pack, put the right Ref back.',
  },
  'verdict-differs': {
    name: 'Verdicts of finance differ',
    means:
      'Finance’s verdict in the directorate’s own table is another than that in the plan, and no date says that it is later. The plan’s verdict stays.',
    example: '“query” of 1 March in the table, “agreed” of 9 March in the plan',
    todo: 'Decide which of the two holds and give it in the plan. Then empty the one in the table, or make it the same.',
  },
  'column-in-doubt': {
    name: 'Column in doubt',
    means:
      'No heading of the table says what is committed to, who leads, when or how it stands. The other columns are there, so one whose cells look like it is read as that.',
    example: '"Improvement" over what will be done, beside Lead, Timescale, Measure and Shared Outcome; "Driven by" over posts',
    todo: 'Say in Check that it is. If it is another column, choose that under “How the headings were read”.',
  },
  'continued-row': {
    name: 'Row read as part of the one above',
    means:
      'The row stands right below an action and has no commitment, and less of lead, timescale, measure and outcome than the action; or it begins with a small letter and has no time of its own. It is read as going on with the action.',
    example: 'A second lead in the row below, or a date and a measure of the next step',
    todo: 'Nothing, where it belongs to the action above. If it is an action of its own, type what it commits to, or begin it with a capital letter.',
  },
  'unreadable-status': {
    name: 'Status not understood',
    means:
      'The words in the Status cell are none of the statuses, and say nothing of the progress either. The row counts as one without a status.',
    example: '"Purple", "Fine"',
    todo: 'Give a status: on track, at risk, delayed, complete, not started or stopped.',
  },
  'unreadable-cost': {
    name: 'Cost not understood',
    means: 'There are words in the cost cell from which no cost is understood. It counts as to be confirmed.',
    example: '"Moderately affordable"',
    todo: 'Write "No cost", "Low cost", "Funded" or a sum.',
  },
  'unknown-indicator': {
    name: 'Not an indicator',
    means:
      'The Indicator cell names something that the logframe does not have. Or it holds a number such as 1.1, and 1.10 is an indicator: Excel keeps both as the same number.',
    example: '"9.9", "loneliness"; the number 1.1',
    todo: 'Give the number of an indicator of the logframe. Type 1.10 with an apostrophe in front.',
  },
  'untidy-outcome': {
    name: 'Outcomes untidy',
    means: 'The outcomes are clear but out of order, or set apart by something other than one comma.',
    example: '"SO3; SO2", "SO2,SO3,"',
    todo: 'Take the repair: the same codes in rising order.',
  },
  'duplicate-outcome': {
    name: 'Outcome given twice',
    means: 'One outcome stands more than once in the cell.',
    example: '"SO1,SO2,SO2"',
    todo: 'Take the repair: each code once.',
  },
  'measure-not-observable': {
    name: 'Measure cannot be seen',
    means: 'The measure names no number, rate, date or thing that one can see delivered.',
    example: '"Better wellbeing"',
    todo: 'Add what could be counted or seen.',
  },
  'duplicate-across-directorates': {
    name: 'Also in another directorate',
    means: 'Another directorate has the same commitment.',
    example: '"Train staff in MECC" in two directorates',
    todo: 'Agree who leads; both may be right.',
  },
  'provisional-timescale': {
    name: 'Timescale provisional',
    means: 'The timescale is marked provisional, expected or to be confirmed.',
    example: '"Dec 24 (provisional)"',
    todo: 'Confirm it when you can.',
  },
  'figures-differ-from-logframe': {
    name: 'Differs from the logframe',
    means: 'A measure is an indicator of the logframe, but with other figures, years or area.',
    example: '"By 2028, in Kent" where the logframe says "By 2028/29, in Kent and Medway"',
    todo: 'Use the wording of the logframe, unless the difference is meant.',
  },
  'measure-in-doubt': {
    name: 'Measure in doubt',
    means:
      'A measure may be an indicator of the logframe, but its words are too few or too different to say which. It counts as the directorate’s own.',
    example: '"Flu vaccination 75%", which may be 3.13 or 3.14',
    todo: 'If it is one of the logframe’s, use its words. Otherwise leave it.',
  },
};
