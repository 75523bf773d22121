/** The words about the last run of a plan and about taking it back. */
export const RESTORE = {
  unfinishedTitle: 'The plan was not written completely',
  unfinished: (startedAt: string) =>
    `Writing the plan started on ${startedAt} and stopped before the end. Undo it before you go on. Your own notes stay as they are. This will be done:`,
  undo: 'Undo it',
  undone: 'Undone. The workbook is as it was before.',
  laterTitle: 'This plan is of a later version',
  later:
    'A later version of this add-in wrote the plan in this workbook. You can read and check it here, but nothing is written into it. Update the add-in first.',
  offer: 'Undo the last collation',
  intro: (startedAt: string) => `This takes back the collation of ${startedAt}. This will be done:`,
  restore: 'Undo the collation',
  keep: 'Keep the plan',
  restoring: 'Undoing the collation',
  restoredTitle: 'Undone',
  restored: 'The workbook is as it was before the last collation. This was done:',
  steps: 'Steps',
} as const;
