import type { PlanCell } from './sheet-plan';

/**
 * Whether a link tells where a file lies on somebody's computer or server: it does unless its path goes down from the folder of the workbook.
 * Rule: docs/rules.md#links-to-files.
 *
 * @param path as `SheetGrid.fileLinks` gives it.
 */
export function leadsOut(path: string): boolean {
  if (path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return true;
  let depth = 0;
  for (const step of path.split('/')) {
    if (step === '..') depth -= 1;
    else if (step !== '.' && step !== '') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** Whether a cell links to the file that is planned for it; any link will do where none is planned. @param path undefined for no link. */
export function linksAs(path: string | undefined, wanted: PlanCell): boolean {
  return wanted.kind !== 'link' || (path !== undefined && withoutDots(path) === withoutDots(wanted.target.path.replaceAll('\\', '/')));
}

function withoutDots(path: string): string {
  return path
    .split('/')
    .filter((step) => step !== '.')
    .join('/');
}
