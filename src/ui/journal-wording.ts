/** The words about a write that did not finish; the pane shows them at the top of every view. */
export const JOURNAL = {
  title: 'The plan was not written completely',
  cutShort: (startedAt: string) =>
    `Writing the plan started on ${startedAt} and stopped before the end. Undo it before you go on. Your own notes stay as they are.`,
  undo: 'Undo it',
  undone: 'Undone. The workbook is as it was before.',
} as const;
