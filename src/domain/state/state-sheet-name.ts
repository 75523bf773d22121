export const STATE_SHEET = '_plan';

/** Whether a sheet is that of the state. Excel minds no capitals in names, so one that was renamed to "_Plan" is the same sheet. */
export function isStateSheet(name: string): boolean {
  return name.toLowerCase() === STATE_SHEET;
}
