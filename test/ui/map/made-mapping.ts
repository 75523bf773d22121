import { type MappedRow, type Mapping, type PlanReading } from '../../../src/application';
import { openSuggestions } from '../../../src/application/map/row-with-choice';
import { coverageOf, type Suggestion } from '../../../src/domain/mapping';

/** A suggestion with some words of the commitment as its reason. */
export function madeSuggestion(commitment: string, id: string, strength: Suggestion['strength'], words: string): Suggestion {
  const start = commitment.indexOf(words);
  const marks = [{ field: 'commitment' as const, start, end: start + words.length }];
  return { id, score: strength === 'strong' ? 0.8 : 0.5, strength, why: [words], marks };
}

/** The mapping of a reading: nothing decided, and of suggestions only those given, by commitment. */
export function madeMapping(reading: PlanReading, suggestions: Readonly<Record<string, readonly Suggestion[]>> = {}): Mapping {
  const { framework } = reading.mapping;
  const rows = reading.actions.map((action, index): MappedRow => {
    const own = suggestions[action.commitment] ?? [];
    const standing = own.length > 0 ? 'to decide' : 'nothing suggested';
    const undecided = { confirmed: [], written: [], rejected: [], servesNone: false };
    return { action, key: `new-${String(index + 1)}`, ref: null, ...undecided, suggestions: own, turnedDown: [], standing };
  });
  return {
    framework,
    restsOn: 'Suggestions rest on what each indicator measures.',
    knowsConcepts: true,
    rows,
    coverage: coverageOf(
      rows.map((row) => ({
        ref: row.key,
        directorate: row.action.directorate,
        indicators: openSuggestions(row).map(({ id }) => ({ id, state: 'suggested' as const })),
      })),
      framework,
    ),
    measures: [],
    outdated: [],
    logframe: null,
  };
}
