/** Workbooks that are read, by the ends of their names. */
export const WORKBOOK_ENDINGS = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.fods', '.csv'] as const;

/** Documents of which each table is read. */
const DOCUMENT_ENDINGS = ['.docx', '.docm'] as const;

/** Files that somebody may send as a submission and that are not read: they are named, with what to do. */
const NAMED_ENDINGS = ['.doc', '.rtf', '.odt', '.pdf', '.msg', '.eml', '.pages', '.numbers'] as const;

/** Every file that counts as a submission, whether or not it can be read: none is passed over. Rule: docs/rules.md#files-read. */
export const SUBMISSION_ENDINGS: readonly string[] = [...WORKBOOK_ENDINGS, ...DOCUMENT_ENDINGS, ...NAMED_ENDINGS];

/** The files that are read, for people: ".xlsx, .xlsm …". */
export const READ_ENDINGS: readonly string[] = [...WORKBOOK_ENDINGS, ...DOCUMENT_ENDINGS];
