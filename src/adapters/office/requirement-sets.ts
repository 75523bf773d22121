/** Asks the host for a requirement set; `Office.context.requirements.isSetSupported` fits. */
export type IsSetSupported = (name: string, version: string) => boolean;

/**
 * What the add-in uses above or at its floor, each with the set it came in. The manifest asks for ExcelApi 1.13
 * (Office 2021). In an older host, or one where the manifest's check was skipped, the add-in still reads, and says what
 * that version of Excel cannot do.
 */
const FEATURES = {
  /** `Range.getMergedAreasOrNullObject`. Without it merged areas are not known and none are reported. */
  'merged areas': '1.13',
  /** `Table.resize`: no refresh in place without it. */
  'resize table': '1.13',
  /** `Worksheet.comments`. */
  comments: '1.10',
  /** `Range.moveTo`. */
  'move cells': '1.11',
  /** `Worksheet.notes`. */
  notes: '1.18',
  /** `Worksheet.pageLayout` and `Application.suspendScreenUpdatingUntilNextSync`. */
  'page layout': '1.9',
  /** `Range.hasSpill`. */
  spills: '1.12',
  'suspend screen updates': '1.9',
  /** Events of the whole collection of sheets. */
  'collection events': '1.9',
  /** Event arguments say whether the add-in itself made the change. */
  'trigger source': '1.14',
  /** `Excel.createWorkbook` from a file's content. */
  'new workbook': '1.8',
  /** A renamed or moved sheet, and one shown or hidden. */
  'sheet renamed': '1.17',
} as const;

export type Feature = keyof typeof FEATURES;

/** Versions go to Office as text: the number 1.10 would arrive as 1.1. */
export function supports(isSetSupported: IsSetSupported, feature: Feature): boolean {
  return isSetSupported('ExcelApi', FEATURES[feature]);
}

/** Office's own answer; false outside Office, where nothing is supported. */
export function officeSupports(name: string, version: string): boolean {
  return typeof Office !== 'undefined' && Office.context.requirements.isSetSupported(name, version);
}
