import type { Framework } from '../framework';
import { readIds } from './read-ids';
import { restatedIn } from './restated-indicators';
import { plainCharacters } from './text-tokens';
import { idFinder } from './id-finder';

/**
 * The one reader of "which indicators does this text name". It stands in a room of its own, between the framework and both its users:
 * reading (an Indicator column of a submission) and the sheets (the Indicators column that a user types into).
 *
 * `text` is the text of a cell kept for indicators: it names them by id ("1.14", "OVI 3.7", "SO3.7", "3.6 to 3.9 except 3.8") or by
 * their wording, one a line. Rule: docs/rules.md#written-indicators. A number that its neighbours make an amount, a date or a page ("by 2.1 points", "£3.7m") names none.
 * `otherTexts` are the row's other texts, in which an id counts only where it is called one ("OVI 3.7").
 *
 * A number cell 1.1 names 1.1, also where somebody typed 1.10: Excel keeps no difference.
 *
 * Gives ids of the framework, each once, in the framework's order; none where the text is a note. Never throws; the time it takes is in
 * proportion to the text's length.
 */
export function writtenIndicators(text: string, framework: Framework, otherTexts: readonly string[] = []): string[] {
  const found = placesIn(text, framework);
  for (const other of otherTexts) for (const at of readIds(plainCharacters(other), framework, 'running')) found.add(at);
  return idsOf(
    [...found].sort((a, b) => a - b),
    framework,
  );
}

/** The same ids of one text, in the order in which the text names them: for a list that the user reads back as they typed it. */
export function indicatorsAsTyped(text: string, framework: Framework): string[] {
  return idsOf([...placesIn(text, framework)], framework);
}

/** Zero-based places in the framework's list, in the order of the text. */
function placesIn(text: string, framework: Framework): Set<number> {
  if (text === '') return new Set();
  const whole = idFinder(framework).whole(text);
  if (whole !== null) return new Set([whole]);
  const found = new Set<number>();
  for (const { passage, isRestated, indicators } of restatedIn(plainCharacters(text), framework)) {
    for (const at of [...indicators, ...readIds(passage, framework, isRestated ? 'restated' : 'column')]) found.add(at);
  }
  return found;
}

const idsOf = (places: readonly number[], framework: Framework): string[] => places.flatMap((at) => framework.indicators[at]?.id ?? []);
