import { type PreparedWrite, sheetChangesOf, sheetChangeWords } from '../application';
import type { Output } from './check-outputs';
import type { CliWorld } from './cli-world';

/** What a run would write, before anything is: its files, the rows of each sheet, the notes and what stands in the way. What was typed over and is kept is told by every run. */
export async function dryRunLines(files: readonly Output[], { sheets, nothingToDo }: PreparedWrite, world: CliWorld): Promise<string[]> {
  const obstacles = sheets.flatMap((one) => one.obstacles);
  const places = await Promise.all(files.map(async ({ path }) => ({ path, isThere: (await world.lookAt(path)).kind !== 'nothing' })));
  return [
    obstacles.length > 0
      ? 'Nothing was written, and nothing can be until this is put right:'
      : 'Nothing was written. This is what would be:',
    ...obstacles.map(({ sentence }) => sentence),
    ...places.map(({ path, isThere }) => `${path}: ${isThere ? 'written over' : 'a new file'}.`),
    ...(nothingToDo
      ? ['The plan is up to date: no cell of it would change.']
      : sheets.map(sheetChangesOf).map((one) => `${one.sheet}: ${one.isNew ? 'a new sheet, ' : ''}${sheetChangeWords(one)}.`)),
    ...notesLine(sheets.reduce((sum, { notesKept }) => sum + notesKept, 0)),
  ];
}

function notesLine(notes: number): string[] {
  return notes === 0 ? [] : [`Notes in the plan, all kept: ${String(notes)}.`];
}
