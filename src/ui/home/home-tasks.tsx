import { severityCounts } from '../../domain/findings';
import {
  ClipboardTaskListLtr24Regular,
  DocumentAdd24Regular,
  DocumentTableArrowRight24Regular,
  DocumentText24Regular,
  MoneyCalculator24Regular,
  TargetArrow24Regular,
  ClipboardSearch24Regular,
} from '@fluentui/react-icons';
import type { JSX } from 'react';
import type { Mapping, PlanReading, Standing } from '../shared/pane-services';
import { SeveritySummary } from '../shared/severity-summary';
import { WORDS } from '../shared/wording';
import type { HomeState, TaskName } from './home-state';
import { HOME } from './home-wording';

/** A task as Home shows it. */
export interface HomeTask {
  readonly name: TaskName;
  readonly title: string;
  readonly about: JSX.Element | string;
  readonly icon: JSX.Element;
}

const standing = (mapping: Mapping, which: Standing): number => mapping.rows.filter((row) => row.standing === which).length;

/** Actions with suggestions that nobody has decided on; 0 until the actions have been matched. */
export const toDecide = (mapping: Mapping | null): number => (mapping === null ? 0 : standing(mapping, 'to decide'));

/** "61 confirmed, 14 to decide, 10 without a suggestion, 8 serve none": every action is in one of the four, as in Map. */
function mapLine(mapping: Mapping | null): string {
  if (mapping === null) return `${WORDS.busy.mapping}…`;
  return HOME.mapCounts(
    standing(mapping, 'confirmed'),
    toDecide(mapping),
    standing(mapping, 'nothing suggested'),
    standing(mapping, 'serves none'),
  );
}

function collateLine(reading: PlanReading, state: HomeState): string {
  const { seen, missing } = reading.directorates;
  if (state.kind === 'plan') return HOME.late(state.plan);
  return reading.tables.length === 0 ? HOME.collateHere : HOME.directoratesIn(seen.length, seen.length + missing.length);
}

/** Costs that finance has to look at, of all that there are. */
export interface OpenCosts {
  readonly open: number;
  /** Those of them that have no verdict at all. */
  readonly withoutVerdict: number;
  readonly all: number;
}

const costsLine = (costs: OpenCosts | null): string => (costs === null ? HOME.costsUnread : HOME.costCounts(costs));

/**
 * The tasks that a workbook is ready for, in their order.
 * @param mapping null until the actions have been matched with the indicators.
 * @param openCosts null until the costs have been listed.
 */
export function homeTasks(reading: PlanReading, mapping: Mapping | null, openCosts: OpenCosts | null, state: HomeState): HomeTask[] {
  const { findings, tables, leftOut } = reading;
  const hasTables = tables.length > 0;
  const hasActions = state.kind !== 'empty';
  // In Check a table that was left out can be included again, so Check stays available when the last one was left out.
  const canCheck = hasTables || leftOut.some(({ tableId }) => tableId !== undefined);
  const plan = state.kind === 'plan' ? state.plan : null;
  const listed = (some: readonly { readonly severity: 'error' | 'warning' | 'advice' }[], none: string): JSX.Element | string =>
    some.length === 0 ? none : <SeveritySummary counts={severityCounts(some)} />;
  const tasks: (HomeTask & { readonly isOffered: boolean })[] = [
    {
      name: 'check',
      title: HOME.check,
      about: listed(findings, HOME.checkNone),
      icon: <ClipboardTaskListLtr24Regular />,
      isOffered: canCheck,
    },
    {
      name: 'collate',
      title: HOME.collate,
      about: collateLine(reading, state),
      icon: <DocumentTableArrowRight24Regular />,
      isOffered: true,
    },
    {
      name: 'findings',
      title: HOME.findings,
      about: listed(plan?.findings ?? [], HOME.findingsNone),
      icon: <ClipboardSearch24Regular />,
      isOffered: plan !== null,
    },
    { name: 'map', title: HOME.map, about: mapLine(mapping), icon: <TargetArrow24Regular />, isOffered: hasActions },
    {
      name: 'costs',
      title: HOME.costs,
      about: plan === null ? costsLine(openCosts) : HOME.finance(plan.finance),
      icon: <MoneyCalculator24Regular />,
      isOffered: hasActions,
    },
    {
      name: 'documents',
      title: HOME.documents,
      about: HOME.documentKinds,
      icon: <DocumentText24Regular />,
      isOffered: hasTables || hasActions,
    },
    { name: 'template', title: WORDS.template, about: HOME.templateAbout, icon: <DocumentAdd24Regular />, isOffered: true },
  ];
  return tasks.filter(({ isOffered }) => isOffered);
}
