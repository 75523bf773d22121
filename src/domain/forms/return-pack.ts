import { type FieldKey, FIELDS, sentHeading } from '../fields';
import type { Directorate, Framework } from '../framework';
import { type DropDown, type PlanColumn, type SheetPlan, text } from '../workbook';
import { BAD, STATUS_LOOKS, textColumn, UNSURE } from '../sheets';
import type { PackAction, PlanToReturn } from './pack-actions';
import { packMeasuresSheet } from './pack-measures';
import { HEADING_ROW, ROOM_FOR_ROWS, sheetToFillIn } from './sheet-to-fill-in';
import { listArea, TEMPLATE_LISTS, templateLists } from './template-lists';

interface PackColumn {
  readonly column: PlanColumn;
  readonly hint: string;
  readonly cell: (action: PackAction) => string;
}

/** Columns of a pack that are no fields: our Ref, the two to fill in, and what was found. */
type OwnColumn = 'ref' | 'statusNow' | 'progressNow' | 'findings';

/** Headings that the reading knows, so that what comes back is read as what went out; see `heading-words.ts`. */
function packColumns(framework: Framework): PackColumn[] {
  const own = (key: OwnColumn, heading: string, width: number, hint: string, cell: PackColumn['cell'] = () => ''): PackColumn => {
    return { column: textColumn(key, heading, width, { owner: 'user' }), hint, cell };
  };
  return [
    own('ref', 'Ref', 9, 'Ours: leave as it is', ({ ref }) => ref),
    ...FIELDS.flatMap((field): PackColumn[] => {
      const { key, pack } = field;
      if (pack === undefined) return [];
      const column = textColumn(key, pack.heading ?? sentHeading(field, framework), pack.width, { owner: 'user' });
      return [{ column, hint: pack.hint ?? '', cell: ({ fields }) => fields[key] }];
    }),
    own('statusNow', 'Status now', 12, 'Pick from the list'),
    own('progressNow', 'Progress now', 34, 'What has been done since, and what is in the way'),
    own('findings', 'To look at', 34, 'What we noticed in this row', ({ findings }) => findings),
  ];
}

/** The name of the Excel table of a return pack. Nothing depends on it: what comes back is read by its headings and Refs. */
function packTableName({ shortCode }: Directorate): string {
  return `ReturnPack_${shortCode}`;
}

/**
 * What a directorate gets back each quarter: its sheet of actions with two columns to fill in, its measures where it has any, and the hidden
 * lists behind its drop-downs.
 */
export function returnPackPlans(
  framework: Framework,
  directorate: Directorate,
  { actions, measures }: Pick<PlanToReturn['directorates'][number], 'actions' | 'measures'>,
): SheetPlan[] {
  return [
    packSheet(framework, directorate, actions),
    ...(measures.length === 0 ? [] : [packMeasuresSheet(directorate, measures)]),
    templateLists(framework),
  ];
}

function packSheet(framework: Framework, directorate: Directorate, actions: readonly PackAction[]): SheetPlan {
  const columns = packColumns(framework);
  const area = (from: FieldKey | OwnColumn, to = from, rows = ROOM_FOR_ROWS): DropDown['area'] => ({
    top: HEADING_ROW + 1,
    bottom: HEADING_ROW + rows,
    left: columns.findIndex(({ column }) => column.key === from),
    right: columns.findIndex(({ column }) => column.key === to),
  });
  return sheetToFillIn({
    directorate,
    begin: 'Fill in Status now and Progress now. What you leave empty there stays as it was last time.',
    hints: columns.map(({ hint }) => hint),
    table: {
      name: packTableName(directorate),
      columns: columns.map(({ column }) => column),
      rows: actions.map((action) => ({
        key: action.ref,
        cells: Object.fromEntries(columns.map(({ column, cell }) => [column.key, text(cell(action))])),
      })),
    },
    looks: [{ area: area('statusNow', 'progressNow', actions.length), look: { fill: UNSURE.fill } }],
    dropDowns: [
      { area: area('statusNow'), list: { sheet: TEMPLATE_LISTS, area: listArea(framework, 'status') } },
      { area: area('cost'), list: { sheet: TEMPLATE_LISTS, area: listArea(framework, 'cost') } },
    ],
    rules: [
      ...STATUS_LOOKS.flatMap(({ cellIs, look }) => [
        { area: area('status'), when: { cellIs }, look },
        { area: area('statusNow'), when: { cellIs }, look },
      ]),
      { area: area('cost'), when: { cellIs: 'above low cost' }, look: BAD },
    ],
    frozenColumns: 1,
    paper: 'A3',
  });
}
