import { Failure, type CollationRun, isPlan, typedInto } from '../application';
import type { BookGrid } from '../domain/grid';
import { counted, listed } from '../domain/wording';
import { type CliWorld, UsageError } from './cli-world';
import { fileBytes } from './read-files';

/**
 * A workbook where the plan is to go, without `--previous`: it may be written over when it is a plan in which nobody has typed or decided.
 * Rule: docs/rules.md#outputs.
 * @param keptFramework see `typedInto`.
 * @param collating the run over a plan, so that what the collator typed into that one is told from what was written.
 */
export async function demandNothingTyped(
  out: string,
  collating: (plan: BookGrid) => Promise<CollationRun>,
  keptFramework: string | null,
  world: CliWorld,
): Promise<void> {
  if ((await world.lookAt(out)).kind !== 'file') return;
  const bytes = await fileBytes(out, world);
  const refused = (why: string, next: string): UsageError => new UsageError(`${out} ${why}, so nothing was written. ${next}`);
  const book = await world
    .openBook(out, bytes)
    .then((file) => file.readBook({ includeHidden: true }))
    .catch((error: unknown) => {
      if (error instanceof Failure)
        throw refused('is there already and cannot be read as a plan', 'Give another name, or move it away first.');
      throw error;
    });
  if (!isPlan(book)) throw refused('is there already and is not a plan of this program', 'Give another name, or move it away first.');
  const { prepare } = await collating(book);
  const { notes, decisions, sheets } = typedInto(
    book,
    prepare(() => null, 'a run that is not written'),
    keptFramework,
  );
  const typed = [
    ...(notes > 0 ? [counted(notes, 'cell')] : []),
    ...(decisions > 0 ? [counted(decisions, 'decision')] : []),
    ...(sheets.length > 0 ? [`the ${sheets.length === 1 ? 'sheet' : 'sheets'} ${listed(sheets.map((name) => `“${name}”`))}`] : []),
  ];
  if (typed.length > 0)
    throw refused(
      `is a plan with work of yours in it (${listed(typed)})`,
      'To keep that, say --previous with its name and --in-place, or another name for --out; to lose it, move the file away first.',
    );
}
