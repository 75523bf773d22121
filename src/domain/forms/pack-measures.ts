import { readAgain } from '../collation';
import type { Directorate, Framework } from '../framework';
import { matchLine } from '../indicators';
import { rulesOf } from '../reading';
import { textColumn, UNSURE } from '../sheets';
import type { PlanState } from '../state';
import { type PlanColumn, type SheetPlan, text } from '../workbook';
import { HEADING_ROW, sheetToFillIn } from './sheet-to-fill-in';

/** A measure as it goes back to its directorate. */
export interface PackMeasure {
  readonly ref: string;
  readonly text: string;
  readonly timescale: string;
  readonly progress: string;
  /** Id and words of the indicator that it restates, one a line where there are several; "" for a local measure. */
  readonly restates: string;
}

/** The measures of a plan as they were last sent, by the name of their directorate; those no longer sent are left out. */
export function measuresToReturn({ heard }: Pick<PlanState, 'heard'>, framework: Framework): ReadonlyMap<string, readonly PackMeasure[]> {
  const rows = heard.filter(({ standing, of }) => standing !== 'gone' && rulesOf(of.table.kind).rowKind === 'measure');
  const { sources, rowOf } = readAgain(rows, framework);
  const words = new Map(framework.indicators.map(({ id, text: indicator }) => [id, `${id} ${indicator}`]));
  const found = new Map<string, PackMeasure[]>();
  for (const line of sources.flatMap(({ measures }) => measures)) {
    if (line.directorate === null) continue;
    const { indicators } = matchLine(line.text, framework, line.timescale.text);
    const measure: PackMeasure = {
      ref: rowOf.get(line)?.ref ?? '',
      text: line.text,
      timescale: line.timescale.text,
      progress: line.progress,
      restates: indicators.map((id) => words.get(id) ?? id).join('\n'),
    };
    found.set(line.directorate, [...(found.get(line.directorate) ?? []), measure]);
  }
  return found;
}

/** Headings that the reading knows, so that what comes back is read as a measures table; see `heading-words.ts`. */
const COLUMNS: readonly { readonly column: PlanColumn; readonly hint: string; readonly cell: (measure: PackMeasure) => string }[] = [
  { column: own('ref', 'Ref', 9), hint: 'Ours: leave as it is', cell: ({ ref }) => ref },
  {
    column: own('measure', 'Objectively Verifiable Indicators', 60),
    hint: 'Reword or delete rows as you need; new measures go below the last one',
    cell: (measure) => measure.text,
  },
  { column: own('timescale', 'Timescale', 16), hint: 'Month and year', cell: ({ timescale }) => timescale },
  { column: own('progress', 'Progress', 40), hint: 'How it stands today, with the figure', cell: ({ progress }) => progress },
  { column: own('notes', 'Notes', 40), hint: 'The indicator of the logframe that it restates', cell: ({ restates }) => restates },
];

function own(key: string, heading: string, width: number): PlanColumn {
  return textColumn(key, heading, width, { owner: 'user' });
}

/** The sheet of a return pack with the directorate's own measures. */
export function packMeasuresSheet(directorate: Directorate, measures: readonly PackMeasure[]): SheetPlan {
  const progress = COLUMNS.findIndex(({ column }) => column.key === 'progress');
  return sheetToFillIn({
    directorate,
    other: { name: 'Measures', title: 'Measures within the Logframe' },
    begin: 'Bring Progress up to date. What you leave as it is stays as it was last time.',
    hints: COLUMNS.map(({ hint }) => hint),
    table: {
      name: `ReturnMeasures_${directorate.shortCode}`,
      columns: COLUMNS.map(({ column }) => column),
      rows: measures.map((measure) => ({
        key: measure.ref,
        cells: Object.fromEntries(COLUMNS.map(({ column, cell }) => [column.key, text(cell(measure))])),
      })),
    },
    looks: [
      {
        area: { top: HEADING_ROW + 1, bottom: HEADING_ROW + measures.length, left: progress, right: progress },
        look: { fill: UNSURE.fill },
      },
    ],
    dropDowns: [],
    rules: [],
    frozenColumns: 1,
    paper: 'A3',
  });
}
