/** The words about a write that was cut short; the pane shows them above any view. */
export const JOURNAL = {
  title: 'The plan was not written completely',
  cutShort: (startedAt: string) =>
    `Writing the plan started on ${startedAt} and stopped before the end. Undo it before you go on. Your own notes stay as they are.`,
  undo: 'Undo it',
  undone: 'Undone. The workbook is as it was before.',
} as const;
