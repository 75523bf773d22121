import { COSTS } from '../cost';
import type { FieldList } from '../fields';
import { type Framework, inOwnWords } from '../framework';
import type { Area } from '../grid';
import { NOTHING, type PlanCell, type SheetPlan, text } from '../workbook';
import { headingLook } from '../sheets';

export const TEMPLATE_LISTS = 'Template lists';

/** The lists that a template's drop-downs offer. The titles stand beside the codes, for a user who unhides the sheet. */
const LISTS = ['sharedOutcome', 'title', 'cost', 'status'] as const;
const HEADINGS = { sharedOutcome: 'Shared outcome', title: 'Title', cost: 'Low/no cost', status: 'Status' };

function listsOf(framework: Framework): Record<(typeof LISTS)[number], readonly string[]> {
  return {
    sharedOutcome: framework.outcomes.map(({ code }) => code),
    title: framework.outcomes.map(({ titles }) => titles[0] ?? ''),
    cost: COSTS,
    status: framework.vocabularies.statuses,
  };
}

/** Where a list's values lie on the lists sheet. */
export function listArea(framework: Framework, key: FieldList): Area {
  const column = LISTS.indexOf(key);
  return { top: 1, bottom: listsOf(framework)[key].length, left: column, right: column };
}

/** The hidden sheet that the drop-downs take their values from. Templates of one framework share it. */
export function templateLists(framework: Framework): SheetPlan {
  const lists = listsOf(framework);
  const longest = Math.max(...LISTS.map((key) => lists[key].length));
  const rows = Array.from({ length: longest }, (_, row) =>
    LISTS.map((key): PlanCell => {
      const value = lists[key][row];
      return value === undefined ? NOTHING : text(value);
    }),
  );
  return {
    name: TEMPLATE_LISTS,
    visibility: 'hidden',
    tabColour: null,
    blocks: [{ at: { row: 0, column: 0 }, cells: [LISTS.map((key) => text(inOwnWords(HEADINGS[key], framework))), ...rows] }],
    table: null,
    widths: { 0: 16, 1: 54, 2: 18, 3: 18 },
    merges: [],
    looks: [headingLook(0, 0, LISTS.length - 1)],
    dropDowns: [],
    rules: [],
    charts: [],
    freeze: { rows: 1, columns: 0 },
    print: null,
    gridlines: true,
  };
}
