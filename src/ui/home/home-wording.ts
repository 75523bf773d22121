import { counted, grouped, listed } from '../../domain/wording';
import type { PlanOverview } from '../shared/pane-services';

/** Every word of Home alone. */

export const HOME = {
  summary: (sheets: number, tables: string, directorates: number) =>
    [
      `This workbook: ${counted(sheets, 'sheet')}`,
      ...(tables === '' ? [] : [tables]),
      ...(directorates > 1 ? [`from ${counted(directorates, 'directorate')}`] : []),
    ].join(', '),
  plan: ({ actions, collated }: PlanOverview) =>
    `A plan with ${counted(actions, 'action')}${collated === null ? '' : `, collated ${collated}`}`,
  besidePlan: (tables: string) => `Beside the plan, this workbook has ${tables}.`,
  notes: (notes: number) => `Your notes: ${grouped(notes)}`,
  partsNotRead: (parts: number) => `Not read in what was sent: ${counted(parts, 'part')}`,
  finance: ({ withoutVerdict, contradicted }: PlanOverview['finance']) =>
    [
      withoutVerdict === 0 ? 'Every cost has a verdict' : `${grouped(withoutVerdict)} without a verdict`,
      ...(contradicted === 0 ? [] : [`${grouped(contradicted)} contradicted by ${contradicted === 1 ? 'its' : 'their'} own row`]),
    ].join(', '),
  check: 'Check the tables',
  checkNone: 'No findings',
  collate: 'Collate the plan',
  directoratesIn: (seen: number, all: number) => `${grouped(seen)} of ${counted(all, 'directorate')} in this workbook`,
  collateHere: 'Add the workbooks that directorates sent you',
  late: ({ late, notSent, directorates }: PlanOverview) =>
    [
      ...(late.length === 0
        ? []
        : [`Late: ${listed(late.map(({ directorate, lastHeard }) => `${directorate} (last heard ${lastHeard})`))}`]),
      ...(notSent.length === 0 ? [] : [`Not sent yet: ${listed(notSent)}`]),
      ...(late.length + notSent.length > 0 ? [] : [`All ${counted(directorates, 'directorate')} are in`]),
    ].join('. '),
  findings: 'See the findings',
  findingsNone: 'No findings in what was sent',
  map: 'Map to the logframe',
  mapCounts: (confirmed: number, toDecide: number, noSuggestion: number, servesNone: number) =>
    [
      `${grouped(confirmed)} confirmed`,
      `${grouped(toDecide)} to decide`,
      ...(noSuggestion === 0 ? [] : [`${grouped(noSuggestion)} without a suggestion`]),
      `${grouped(servesNone)} serve none`,
    ].join(', '),
  costsUnread: 'Whether each action is low or no cost',
  costCounts: ({ open, withoutVerdict, all }: { readonly open: number; readonly withoutVerdict: number; readonly all: number }) =>
    [
      withoutVerdict === 0
        ? `All ${counted(all, 'cost')} judged`
        : `${grouped(withoutVerdict)} of ${counted(all, 'cost')} without a verdict`,
      ...(open === withoutVerdict ? [] : [`${grouped(open - withoutVerdict)} judged and not agreed yet`]),
    ].join(', '),
  documents: 'Make documents',
  documentKinds: 'Word, CSV and return packs',
  costs: 'Check costs',
  templateAbout: 'A sheet for a directorate to fill in',
  firstTitle: 'What do you do with the plan?',
  firstAbout: 'Your next step is then offered first. You can change this below at any time.',
  changeRole: 'Change what you do with the plan',
  roles: {
    officer: 'I keep a directorate’s table',
    collator: 'I put the plan together',
    finance: 'I check the costs',
  },
  sample: 'Try it with a sample',
  skip: 'Skip',
  help: 'Help',
  notFound: 'Is there a table that was not found?',
} as const;
