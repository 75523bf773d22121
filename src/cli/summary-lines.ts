import { type Collated, countsOf } from '../application';

/** What a run did, in the words of the people who read it; each figure adds up with the lists in plan.json. */
export function summaryLines(collated: Collated): string[] {
  const counts = countsOf(collated);
  const { framework } = collated.options;
  const sent = new Set(collated.register.actions.flatMap(({ action }) => (action.directorate === null ? [] : [action.directorate])));
  const silent = framework.directorates.filter(({ name }) => !sent.has(name)).map(({ name }) => name);
  return [
    `${plural(counts.actions, 'action')} (${plural(counts.services, 'listed service')} among them) in ${plural(counts.priorityTables, 'table')} of ${String(sent.size)} directorates.`,
    ...(counts.measures > 0 ? [`${plural(counts.measures, 'measure')} in ${plural(counts.measureTables, 'measures table')}.`] : []),
    ...(counts.gone > 0 ? [`${plural(counts.gone, 'action')} no longer sent.`] : []),
    ...(silent.length > 0 ? [`Nothing sent yet: ${silent.join(', ')}.`] : []),
    ...collated.setAside.map(
      ({ file, directorate, newer }) => `${file}: an older version for ${directorate}; ${newer} is collated instead.`,
    ),
    ...collated.register.doubts.map(
      ({ ref, was, is }) => `${ref}: taken to be the same action, please look: "${short(was)}" is now "${short(is)}".`,
    ),
    `${plural(counts.errors, 'error')}, ${plural(counts.warnings, 'warning')}, ${String(counts.advice)} advice.`,
  ];
}

export function plural(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
