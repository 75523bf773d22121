import { kent2025 } from '../../../../src/domain/framework';
import type { BookGrid } from '../../../../src/domain/grid';
import { type Action, CELL_KINDS, type SheetAccount, understandBook } from '../../../../src/domain/reading';
import type { Group, PlannedAction } from './known-plan';
import { columnsOf, type Layout, OTHER_TABLE } from './laid-out-plan';
import { readTables } from '../read-tables';

/** A question over the helpers is no label of theirs. */
const supportLabel = (heading: string): string => (/^who/i.test(heading) ? 'Supported by' : heading);

const framework = kent2025();

/** Of an action, what a plan says. */
export interface Said {
  readonly theme: string | null;
  readonly commitment: string;
  readonly ledBy: string;
  readonly timescale: string;
  readonly measure: string;
  readonly outcomes: string;
  readonly progress: string;
  /** Lead, timescale and measure of each row. */
  readonly milestones: readonly string[];
}

/** A start before an ongoing timescale is written with another sign than one before a date. */
const withOneSign = (timescale: string): string => timescale.replace(/^(From \w+ \d{4})(?: to |; )/, '$1; ');

const saidBy = (action: Action): Said => ({
  theme: action.theme,
  commitment: action.commitment,
  ledBy: action.ledBy.text,
  timescale: withOneSign(action.timescale.text),
  measure: action.measure.text,
  outcomes: action.outcomes.codes.join(', '),
  progress: action.progress,
  milestones: action.milestones.map(({ ledBy, timescale, measure }) => [ledBy.text, timescale.text, measure.text].join(' / ')),
});

export interface BookSaid {
  readonly actions: readonly Said[];
  /** Why cells were left out of which the user is told. */
  readonly notRead: readonly string[];
  /** Whether every cell counts once, and every action names the cell of its commitment. */
  readonly isAccounted: boolean;
}

function isWhole({ cells, byKind, leftOut }: SheetAccount): boolean {
  const inParts = leftOut.reduce((sum, part) => sum + part.cells, 0);
  return CELL_KINDS.reduce((sum, kind) => sum + byKind[kind], 0) === cells && inParts === byKind['left out'];
}

export function readBook(book: BookGrid): BookSaid {
  const found = readTables(book, framework, { includeHidden: false, corrections: [] });
  const { actions } = understandBook(found, { file: '', framework });
  const notRead = found.sheets.flatMap(({ leftOut }) => leftOut.flatMap(({ reason, raises }) => (raises === null ? [] : [reason])));
  return {
    actions: actions.map(saidBy),
    notRead: [...new Set(notRead)].sort(),
    isAccounted: found.sheets.every(isWhole) && actions.every(({ source }) => source.cells.commitment !== undefined),
  };
}

/** Entries of several rows, each said once. */
const listed = (entries: readonly string[]): string => [...new Set(entries.flatMap((entry) => entry.split('; ')))].join('; ');

const marked = ([first, last]: readonly [number, number], year: string): string =>
  first === last ? `Q${String(first)}${year}` : `Q${String(first)}${year} to Q${String(last)}${year}`;

/** What an action says, laid out like this (docs/rules.md#further-columns, #milestones). */
function wantedOf(action: PlannedAction, { theme, lead }: Pick<Group, 'theme' | 'lead'>, look: Layout): Said {
  const { looks, leads } = look;
  const { heading } = columnsOf(look);
  const { steps } = action;
  const year = ' 2026/27';
  const behindLead =
    looks.ledBy === 'second'
      ? [action.secondLead]
      : looks.ledBy === 'support'
        ? [`${supportLabel(heading('support'))}: ${action.support}`]
        : [];
  const ownLead = [lead, ...behindLead].join('; ');
  const isMain = looks.timescale !== 'first planned' || action.isRevised;
  const planned = isMain ? `${action.timescale} (first planned for ${action.firstPlanned})` : action.firstPlanned;
  const ownTime =
    looks.timescale === 'quarters' ? marked(action.quarters, year) : looks.timescale === 'first planned' ? planned : action.timescale;
  const ofStep = (step: (typeof steps)[number]): string =>
    looks.timescale === 'quarters' ? marked([step.quarter, step.quarter], year) : step.timescale;
  const times = listed([ownTime, ...steps.map(ofStep)]);
  const figures = [`${heading('baseline')}: ${action.baseline}`, `${heading('target')}: ${action.target}`];
  const ownMeasure = [action.measure, ...(looks.measure === 'one' ? [] : figures)].join('; ');
  const leadsOfSteps = leads === 'merged' ? [] : steps.map((step) => step.lead);
  const closed = looks.progress === 'date closed' ? `\n${heading('noted')}: ${action.noted}` : '';
  return {
    theme,
    commitment: action.commitment,
    ledBy: listed([ownLead, ...leadsOfSteps]),
    timescale: looks.timescale.startsWith('start') ? `From ${action.start}; ${times}` : times,
    measure: listed([ownMeasure, ...steps.map(({ measure }) => measure)]),
    outcomes: action.outcomes.join(', '),
    progress: looks.progress === 'none' ? '' : `${action.progress}${closed}`,
    milestones:
      steps.length === 0
        ? []
        : [
            [leads === 'each' ? ownLead : looks.ledBy === 'second' ? action.secondLead : '', ownTime, ownMeasure].join(' / '),
            ...steps.map((step) => [leads === 'merged' ? '' : step.lead, ofStep(step), step.measure].join(' / ')),
          ],
  };
}

export const wantedOfPlan = (groups: readonly Group[], look: Layout): Said[] =>
  groups.flatMap((group) => group.actions.map((action) => wantedOf(action, group, look)));

/** What of a layout is not read, and so told. */
export function notReadOf(look: Layout): string[] {
  const words = OTHER_TABLE[0]?.slice(0, 3).map((text) => `“${text}”`);
  const heading = columnsOf(look).heading('noted');
  return [
    ...(look.looks.progress === 'update date'
      ? [`The heading “${look.header === 'one' ? '' : 'Details · '}${heading}” is not understood`]
      : []),
    ...(look.ending.startsWith('other table') ? [`In another table below, with headings of its own: ${(words ?? []).join(', ')}`] : []),
  ];
}

export const inOrder = (said: readonly Said[]): Said[] => [...said].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
