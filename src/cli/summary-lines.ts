import { outdatedInWords, setAsideInWords } from '../domain/collation';
import type { SeverityCounts } from '../domain/findings';
import { logframeDifferences, logframeDifferencesInWords } from '../domain/logframe';
import { suggestionsRestOn } from '../domain/mapping';
import { counted, grouped } from '../domain/wording';
import { changesInWords, type Collated, countsOf, KEPT_TEXTS, type PreparedWrite, sentInWords } from '../application';

/** What a run did, in the words of the people who read it; each figure adds up with the lists in plan.json. */
export function summaryLines(collated: Collated, { changes, figures }: Pick<PreparedWrite, 'changes' | 'figures'>): string[] {
  const counts = countsOf(collated);
  const { sent, silent, found } = figures.counts;
  return [
    `${counted(counts.actions, 'action')} (${counted(counts.services, 'listed service')} among them) in ${counted(counts.priorityTables, 'table')} of ${counted(sent.length, 'directorate')}.`,
    ...(counts.measures > 0 ? [`${counted(counts.measures, 'measure')} in ${counted(counts.measureTables, 'measures table')}.`] : []),
    ...(counts.gone > 0 ? [`${counted(counts.gone, 'action')} no longer sent.`] : []),
    ...(changes.since === null ? [] : [`${changesInWords(changes)}.`]),
    ...(silent.length > 0 ? [`Nothing sent yet: ${silent.join(', ')}.`] : []),
    ...collated.setAside.map((one) => `${one.file}: ${setAsideInWords(one)}`),
    ...collated.register.doubts.map(
      ({ ref, was, is }) => `${ref}: taken to be the same action, please look: "${short(was)}" is now "${short(is)}".`,
    ),
    ...mappingLines(collated),
    foundLine(found),
  ];
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

export function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
