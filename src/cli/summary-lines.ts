import { type Doubt, fileNotSentInWords, lastHeardWords, outdatedInWords, renamedInWords, setAsideInWords } from '../domain/collation';
import type { PlanCounts } from '../domain/figures';
import { findingPlace, type SeverityCounts } from '../domain/findings';
import { logframeDifferences, logframeDifferencesInWords } from '../domain/logframe';
import { suggestionsRestOn } from '../domain/mapping';
import { sameFileInWords } from '../domain/sheets';
import { counted, grouped, listed } from '../domain/wording';
import { short } from './short-words';
import { changesInWords, type Collated, countsOf, KEPT_TEXTS, type PreparedWrite, sentInWords } from '../application';

/** What a run did, in the words of the people who read it; each figure adds up with the lists in plan.json. */
export function summaryLines(
  collated: Collated,
  { changes, notSent, figures }: Pick<PreparedWrite, 'changes' | 'notSent' | 'figures'>,
): string[] {
  const counts = countsOf(collated);
  const { unread, found } = figures.counts;
  const lateMeasures = collated.lines.measures.filter(({ lastHeard }) => lastHeard !== null).length;
  return [
    `${counted(counts.actions, 'action')} (${counted(counts.services, 'listed service')} among them)${ofThemCarried(counts.carried)} in ${counted(counts.priorityTables, 'table')} of ${counted(sendersOfActions(collated), 'directorate')}.`,
    ...(counts.measures > 0
      ? [`${counted(counts.measures, 'measure')}${ofThemCarried(lateMeasures)} in ${counted(counts.measureTables, 'measures table')}.`]
      : []),
    ...(counts.gone > 0 ? [`${counted(counts.gone, 'action')} no longer sent.`] : []),
    ...(changes.since === null ? [] : [`${changesInWords(changes)}.`]),
    ...collated.findings.flatMap(({ code, message }) => (code === 'no-table' ? [message] : [])),
    ...notReadLines(collated),
    ...notSent.map(fileNotSentInWords),
    ...lateLines(collated, figures.counts),
    ...(unread.length > 0 ? [`Sent, but nothing was read: ${unread.join(', ')}.`] : []),
    ...collated.sources.flatMap(({ file, sameAs }) => (sameAs === null ? [] : [`${file}: ${sameFileInWords(sameAs)}`])),
    ...collated.setAside.map((one) => `${one.file}: ${setAsideInWords(one)}`),
    ...collated.register.renamed.map(renamedInWords),
    ...collated.doubts.flatMap(({ ref, was, is, about, verdict }) => {
      if (about !== 'rewording' || verdict === 'new') return [];
      return [`${ref}: taken to be the same action, please look: "${short(was)}" is now "${short(is)}".`];
    }),
    ...mappingLines(collated),
    foundLine(found),
    ...carriedFindingsLine(collated),
  ];
}

/** How many of the framework's directorates sent an action this time. */
function sendersOfActions({ register, options: { framework } }: Collated): number {
  const senders = new Set(register.actions.flatMap(({ action, lastHeard }) => (lastHeard === null ? (action.directorate ?? []) : [])));
  return framework.directorates.filter(({ name }) => senders.has(name)).length;
}

/** ", 24 of them carried forward,"; "" where none is. */
function ofThemCarried(count: number): string {
  return count === 0 ? '' : `, ${grouped(count)} of them carried forward,`;
}

/** Who sent nothing: what of theirs is carried forward, what was dropped on purpose, and of whom there is nothing at all. */
function lateLines({ options, sources }: Collated, { carried, silent, sent }: PlanCounts): string[] {
  const late = new Set(carried.map(({ directorate }) => directorate));
  const forget = options.late?.forget ?? [];
  const nothing = silent.filter((name) => !late.has(name) && !forget.includes(name));
  const unread = sources
    .filter(({ problem, tables, sameAs }) => problem !== null || (tables.length === 0 && sameAs === null))
    .map(({ file }) => file);
  const why = unread.length === 0 ? '' : ` Nothing was read from ${listed(unread)}.`;
  const own = carried.filter(({ actions, measures }) => actions + measures > 0);
  return [
    ...own.map(
      (one) => `Not sent this time, carried forward: ${carriedWords(one)}${sent.includes(one.directorate) ? '; it sent other rows' : ''}.`,
    ),
    ...activityLines(carried.filter((one) => !own.includes(one))),
    ...(carried.length > 0 && why !== '' ? [why.trim()] : []),
    ...forget.map((name) =>
      sent.includes(name) ? `${name} sent a table this time; what it sent is collated.` : `Left out, as you asked: what ${name} last sent.`,
    ),
    ...(nothing.length > 0 ? [`Nothing sent yet: ${nothing.join(', ')}.`] : []),
  ];
}

/** "Growth, Environment and Transport, 12 actions and 3 measures, last heard 2025/26 Q1". */
function carriedWords({ directorate, quarter, actions, measures, activities }: PlanCounts['carried'][number]): string {
  const parts = [
    ...(actions > 0 ? [counted(actions, 'action')] : []),
    ...(measures > 0 ? [counted(measures, 'measure')] : []),
    ...(activities > 0 ? [`${counted(activities, 'commitment')} of current activity`] : []),
  ];
  return `${directorate}, ${listed(parts)}, ${lastHeardWords(quarter)}`;
}

/** The current activity of those who sent all else: one line a quarter, since it is usually sent once and for all directorates together. */
function activityLines(carried: PlanCounts['carried']): string[] {
  return [...new Set(carried.map(({ quarter }) => quarter))].map((quarter) => {
    const of = carried.filter((one) => one.quarter === quarter);
    const commitments = counted(
      of.reduce((sum, { activities }) => sum + activities, 0),
      'commitment',
    );
    return `Current activity not sent this time, carried forward: ${commitments} of ${listed(of.map(({ directorate }) => directorate))}, ${lastHeardWords(quarter)}.`;
  });
}

function carriedFindingsLine({ findings }: Collated): string[] {
  const carried = findings.filter(({ lastHeard }) => lastHeard !== undefined).length;
  return carried === 0 ? [] : [`${counted(carried, 'of these is', 'of these are')} in what is carried forward.`];
}

/** What of the tables is not in the plan; each part is named on the sheets Findings and Sources. */
function notReadLines({ findings }: Collated): string[] {
  const parts = findings.filter(({ code }) => code === 'part-not-read' || code === 'missing-commitment');
  return parts.map(({ file, sheet, cell, message }) => `${findingPlace({ file, sheet, cell })}: ${message}`);
}

/** "1 error, 26 warnings, 25 advice." */
export function foundLine({ error, warning, advice }: SeverityCounts): string {
  return `${counted(error, 'error')}, ${counted(warning, 'warning')}, ${grouped(advice)} advice.`;
}

/** Cells of the plan that were typed over: each that differs from what is sent, and how many there are for which nothing is sent. */
export function typedLines({ kept, taken, displaced }: Pick<PreparedWrite, 'kept' | 'taken' | 'displaced'>): string[] {
  const differing = kept.filter(({ sent }) => sent !== '');
  const place = ({ sheet, address, heading }: (typeof kept)[number]): string => `${sheet} ${address}, ${heading}`;
  return [
    ...differing.map((cell) => {
      const both = cell.conflict ? ' Both have changed: settle it with --take-theirs or --keep-mine.' : '';
      return `${place(cell)}: "${short(cell.kept)}" is kept as typed; ${sentInWords(cell, short)}.${both}`;
    }),
    ...(kept.length > differing.length ? [`${counted(kept.length - differing.length, 'cell')} kept as typed where nothing is sent.`] : []),
    ...taken.map((cell) => `${place(cell)}: "${short(cell.kept)}" was typed there and is replaced; ${sentInWords(cell, short)}.`),
    ...displaced.map(
      ({ sheet, address, text }) =>
        `${sheet} ${address}: "${short(text)}" stood where the plan writes and is on the sheet "${KEPT_TEXTS}".`,
    ),
  ];
}

/** What was put right about the plan's workbook, and rows of it that were left as they are. */
export function putRightLines({ plan }: Collated): string[] {
  return [
    ...plan.notices.map(({ sheet, address, sentence }) => [`${sheet} ${address}`.trim(), sentence].join(': ')),
    ...plan.findings.map(({ sheet, cell, message }) => `${sheet ?? ''} ${cell ?? ''}: ${message}`),
  ];
}

const ASKED: Readonly<Record<Doubt['about'], (doubt: Doubt) => string>> = {
  rewording: ({ ref, was, is }) => `${ref} was "${short(was)}". Is "${short(is)}" the same action?`,
  'row of the plan': ({ ref, was, is }) => `${ref} was "${short(was)}". Is the row "${short(is)}" of All priorities that action?`,
  moved: ({ ref, was, is }) => `${ref}, "${short(was)}", is gone from its directorate. Is "${short(is)}" of another one the same action?`,
  directorate: ({ ref, is }) => `${ref} sent nothing, and most rows of ${is} are its own. Is ${is} the new name of ${ref}?`,
};

/** What must be said before the plan is written, and how to say it. */
export function questionLines(questions: readonly Doubt[]): string[] {
  const [first] = questions;
  return [
    `Nothing was written: ${counted(questions.length, 'question')} must be answered first. Say --same ${first?.ref ?? ''} or --new ${first?.ref ?? ''}, for each.`,
    ...questions.map((doubt) => ASKED[doubt.about](doubt)),
  ];
}

/** What is to be said about the logframe; nothing where all is as usual. */
function mappingLines({ options: { framework }, outdated, sources }: Collated): string[] {
  const { knowsConcepts, restsOn } = suggestionsRestOn(framework);
  return [
    ...(knowsConcepts ? [] : [restsOn]),
    ...outdated.map(outdatedInWords),
    ...sources.flatMap(({ file, logframe }) => {
      const differing = logframe === null ? 0 : logframeDifferencesInWords(logframeDifferences(framework, logframe)).length;
      if (logframe === null || differing === 0) return [];
      return [`${file}: the logframe on “${logframe.sheet}” differs from ${framework.name} in ${counted(differing, 'indicator')}.`];
    }),
  ];
}
