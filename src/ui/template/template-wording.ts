/** Every word of the template alone. */
export const TEMPLATE = {
  title: 'Start from a template',
  lead: 'Adds a sheet to this workbook for a directorate to fill in:',
  holds: [
    'the headings the plan needs, each with a hint',
    'lists to choose outcomes, cost and status from',
    'a page that says how to fill it in',
  ],
  whose: 'Whose priorities are they?',
  choose: 'Choose a directorate',
  hasTable: (directorate: string) => `${directorate} has a table in this workbook already; this adds another.`,
  nothingChanged: 'Sheets that are there already are not changed.',
  write: 'Add the sheet',
  writing: 'Adding the template',
  writtenTitle: (sheet: string) => `The sheet “${sheet}” is there to fill in`,
  nameTaken: (taken: string, sheet: string) => `There is a sheet “${taken}” already, so this one is called “${sheet}”.`,
  written: 'Type an action in each row; Check says what is still to do.',
  goTo: (sheet: string) => `Go to ${sheet}`,
  another: 'Add another',
} as const;
