import type { Header } from './find-headers';
import { inOrderOfTime } from './status-by-time';
import { rulesOf } from './table-kinds';
import type { Column } from './table-rows';

/** The columns of a table's fields, each with those that add to it; a field of which there are only columns of values stands in the first of them. */
export function columnsOf(header: Header): Column[] {
  const { rowHeading, rowHeadingElse } = rulesOf(header.kind);
  const isElse = !header.cells.some((cell) => cell.key === rowHeading);
  const added = header.cells.flatMap((cell) =>
    cell.key === null && cell.setByUser !== true && cell.further !== undefined
      ? [{ column: cell.column, right: cell.right, ...cell.further }]
      : [],
  );
  // Steps by quarters are the timescale too, from the first to the last, where no column says it.
  const hasTime = [...header.cells, ...added].some(({ key }) => key === 'timescale');
  const times = hasTime ? [] : added.filter(({ role }) => role === 'step');
  const statuses = inOrderOfTime(added.filter(({ role }) => role === 'latest'));
  const further = [
    ...added.filter(({ role }) => role !== 'latest'),
    ...times.map((one) => ({ ...one, key: 'timescale' as const, role: 'value' as const })),
    ...statuses,
    // Those that no longer hold are said with the progress, so that none is lost.
    ...statuses.map((one) => ({ ...one, key: 'progress' as const, role: 'earlier' as const })),
  ];
  const own = header.cells.flatMap(({ key: found, column, right }): Column[] => {
    if (found === null) return [];
    const key = isElse && found === rowHeadingElse ? rowHeading : found;
    const beside = further.filter((one) => one.key === key);
    return [{ key, column, right, ...(beside.length === 0 ? {} : { further: beside }) }];
  });
  const ofValues = [...new Set(further.map(({ key }) => key))].flatMap((key): Column[] => {
    const values = further.filter((one) => one.key === key);
    const [first] = values;
    if (first === undefined || own.some((column) => column.key === key)) return [];
    return [{ key, column: first.column, right: first.right, isOfValues: true, further: values }];
  });
  return [...own, ...ofValues];
}
