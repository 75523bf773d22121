import { type Cost, COSTS } from '../cost';
import { type Framework, inOwnWords } from '../framework';
import { type LookArea, type PlanBlock, type SheetPlan, text } from '../workbook';
import { grouped } from '../wording';
import { headingLook, INK, SECTION_FILL, titleLooks } from '../sheets';
import { templateHeadings } from './template-headings';

export const TEMPLATE_GUIDE = 'How to fill this in';

const LAST_COLUMN = 2;
const FIRST_ROW = 3;

/** One part of the page: a row of headings and the rows under it. */
type Section = readonly (readonly string[])[];

/** A visible page that explains the headings, the outcomes' codes and the words of the lists. Templates of one framework share it. */
export function templateGuide(framework: Framework): SheetPlan {
  const sections = sectionsOf(framework);
  const tops = topsOf(sections);
  const last = (tops.at(-1) ?? FIRST_ROW) + (sections.at(-1)?.length ?? 1) - 1;
  return {
    name: TEMPLATE_GUIDE,
    visibility: 'visible',
    tabColour: '#5B6470',
    blocks: [
      {
        at: { row: 0, column: 0 },
        cells: [
          [text(TEMPLATE_GUIDE)],
          [text('Add rows, and put sections under headings of your own. Keep the headings together in one row.')],
        ],
      },
      ...sections.map((section, index): PlanBlock => ({
        at: { row: tops[index] ?? 0, column: 0 },
        cells: section.map((row) => row.map(text)),
      })),
    ],
    table: null,
    widths: { 0: 28, 1: 66, 2: 44 },
    merges: [],
    looks: [
      { area: { top: FIRST_ROW, bottom: last, left: 0, right: LAST_COLUMN }, look: { wrap: true, vertical: 'top', align: 'left' } },
      ...titleLooks(LAST_COLUMN),
      ...sections.flatMap((section, index) => sectionLooks(section, tops[index] ?? 0)),
    ],
    dropDowns: [],
    rules: [],
    charts: [],
    freeze: null,
    print: {
      orientation: 'landscape',
      paper: 'A4',
      pages: 'one wide',
      lastColumn: null,
      titleRows: null,
      footer: `${TEMPLATE_GUIDE}, page &P of &N`,
    },
    gridlines: false,
  };
}

function sectionsOf(framework: Framework): Section[] {
  return [
    [
      ['Heading', 'What to write', 'For example'],
      ...templateHeadings(framework).map(({ heading, guidance, example }) => [heading, guidance, example]),
    ],
    [
      ['Code', inOwnWords('What the shared outcome is', framework)],
      ...framework.outcomes.map(({ code, titles }) => [code, titles[0] ?? '']),
    ],
    [['Word for the cost', 'When it fits'], ...COSTS.map((cost) => [cost, meaningOf(cost, framework)])],
  ];
}

/** Each part begins two rows below the one before. */
function topsOf(sections: readonly Section[]): number[] {
  let next = FIRST_ROW;
  return sections.map((section) => {
    const top = next;
    next += section.length + 1;
    return top;
  });
}

function sectionLooks(section: Section, top: number): LookArea[] {
  const right = (section[0]?.length ?? 1) - 1;
  const bottom = top + section.length - 1;
  return [
    headingLook(top, 0, right),
    { area: { top: top + 1, bottom, left: 0, right: 0 }, look: { bold: true, colour: INK, fill: SECTION_FILL } },
    { area: { top: top + 1, bottom, left: 0, right }, look: { border: 'thin' } },
  ];
}

function meaningOf(cost: Cost, { lowCostUpTo }: Framework): string {
  const limit = `£${grouped(lowCostUpTo)}`;
  const meanings: Record<Cost, string> = {
    'no cost': 'Nothing beyond the staff and budgets that are there already.',
    'low cost': `Up to ${limit} that is not in a budget yet.`,
    funded: 'The money has been agreed; say where it comes from under Progress, or in place of this word.',
    'to be confirmed': 'The cost is not known yet.',
    'above low cost': `More than ${limit} that is not in a budget yet; it needs a decision.`,
  };
  return meanings[cost];
}
