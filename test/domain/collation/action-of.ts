import { textCell } from '../../../src/domain/grid';
import type { Action } from '../../../src/domain/reading';

export interface Sketch {
  readonly directorate?: string | null;
  readonly commitment: string;
  readonly measure?: string;
  readonly ledBy?: string;
  readonly ref?: string;
  /** A Ref that a formula computes, as one directorate's sheet does. */
  readonly refFormula?: string;
}

/** An action from the few fields that identity looks at. */
export function actionOf({ directorate = 'GET', commitment, measure = '', ledBy = '', ref, refFormula }: Sketch): Action {
  const refCell =
    ref === undefined
      ? {}
      : { ref: { cell: { ...textCell(ref), ...(refFormula === undefined ? {} : { formula: refFormula }) }, place: { row: 0, column: 0 } } };
  return {
    kind: 'action',
    directorate,
    directorateText: directorate ?? '',
    theme: null,
    theirRef: ref ?? null,
    milestones: [],
    commitment,
    ledBy: { text: ledBy, leads: [ledBy], supporting: [], notPeople: [], open: [] },
    timescale: {
      text: '',
      start: null,
      end: null,
      ongoing: false,
      provisional: false,
      conditional: false,
      relative: null,
      items: 0,
      completed: false,
      figuresLeft: [],
      withoutYear: false,
      changedByExcel: null,
    },
    measure: { text: measure, vague: false, observable: true, baseline: null, target: null, deadlines: [] },
    outcomes: { text: '', codes: [], mistyped: [], duplicates: [], untidy: false, unknown: [], parts: [], remarks: [] },
    cost: { text: '', cost: 'to be confirmed', sum: null, ambiguous: false },
    status: null,
    progress: '',
    writtenIndicators: [],
    source: { file: '', sheet: 'S', sheetId: 'S', tableId: 'S!A1', row: 0, cells: {} },
    cells: refCell,
    headings: {},
  };
}
