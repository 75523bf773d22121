import type { Framework, ParsedFramework } from '../../domain/framework';
import { frameworkChanges, readState } from '../../domain/state';
import type { ApplyOptions, WorkbookPort } from '../ports/ports';
import { readStateSheet } from '../sources/read-state-sheet';
import { frameworkFrom } from './framework-from';

/** The framework that goes with a workbook. */
export interface FrameworkInForce {
  readonly framework: Framework;
  /** Whether a file was chosen for this workbook; else it is the one that the program ships with. */
  readonly isChosen: boolean;
  /** Why a file that was chosen is not used after all; empty when it is, or when none was. */
  readonly problems: readonly string[];
}

/**
 * A framework file is kept with the workbook and not with the pane, so that the command line and the next user go by it too. One that this
 * version of the program cannot read is reported and not used.
 *
 * @param kept `PlanState.framework`.
 */
export function frameworkInForce(kept: string, shipped: Framework): FrameworkInForce {
  if (kept === '') return { framework: shipped, isChosen: false, problems: [] };
  const parsed = frameworkFrom(kept);
  return parsed.ok
    ? { framework: parsed.framework, isChosen: true, problems: [] }
    : { framework: shipped, isChosen: false, problems: parsed.problems };
}

/** The same of an open workbook; only the sheet of the state is read. */
export async function frameworkOf(port: WorkbookPort, shipped: Framework): Promise<FrameworkInForce> {
  const book = await readStateSheet(port);
  return frameworkInForce(readState(book).framework, shipped);
}

/**
 * Keeps a framework file with the workbook; `null` goes back to the one that the program ships with. The problems of a bad file are
 * returned and nothing is kept.
 */
export async function chooseFramework(port: WorkbookPort, text: string | null, options?: ApplyOptions): Promise<ParsedFramework | null> {
  const parsed = text === null ? null : frameworkFrom(text);
  if (parsed !== null && !parsed.ok) return parsed;
  const book = await readStateSheet(port);
  const changes = frameworkChanges(book, parsed === null ? '' : JSON.stringify(parsed.framework));
  if (changes.length > 0) await port.apply([changes], options);
  return parsed;
}
