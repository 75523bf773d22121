/** Every word of the template alone. */
export const TEMPLATE = {
  title: 'Start from a template',
  lead: 'Adds a sheet to this workbook for a directorate to fill in:',
  holds: [
    'the headings the plan needs, each with a hint',
    'lists to choose outcomes, cost and status from',
    'a page that explains how to fill it in',
  ],
  whose: 'Which directorate is it for?',
  choose: 'Choose a directorate',
  hasTable: (directorate: string) => `${directorate} already has a table in this workbook. This adds another one.`,
  nothingChanged: 'Existing sheets are not changed.',
  write: 'Add the sheet',
  writing: 'Adding the template',
  writtenTitle: (sheet: string) => `The sheet “${sheet}” is ready to fill in`,
  nameTaken: (taken: string, sheet: string) => `A sheet “${taken}” already exists, so this one is called “${sheet}”.`,
  written: 'Type an action in each row. Check shows what is still missing.',
  goTo: (sheet: string) => `Go to ${sheet}`,
  another: 'Add another',
} as const;
