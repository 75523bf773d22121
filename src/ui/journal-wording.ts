/** The words about a write that was cut short; the pane shows them above any view. */
export const JOURNAL = {
  title: 'The last write did not finish',
  cutShort: (startedAt: string) =>
    `Writing the plan began on ${startedAt} and was cut short. Put the workbook back as it was before you go on; your own notes are not touched.`,
  mendJournal: 'Put it back',
  mended: 'The workbook is as it was before that write.',
} as const;
