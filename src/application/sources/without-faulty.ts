import { Failure } from '../ports/failure';
import { finished, type Steps } from '../../domain/steps';
import { sentenceFor } from './open-sources';
import { type SourceRead, unreadableSource } from './read-sources';

/**
 * What is made of sources together. Where that fails, each source is tried alone, and those that fail alone are listed as unreadable while
 * the others go on. So nothing is done twice as long as nothing fails.
 * Rule: docs/rules.md#one-fault.
 * @param make pure; its own `Failure`s, such as a quarter without a snapshot, are no fault of a source and are thrown.
 */
export function withoutFaulty<Made>(
  sources: readonly SourceRead[],
  make: (sources: readonly SourceRead[]) => Made,
): { readonly sources: readonly SourceRead[]; readonly made: Made } {
  return finished(
    withoutFaultyInSteps(sources, function* (some) {
      yield '';
      return make(some);
    }),
  );
}

/** The same of what is made in steps. */
export function* withoutFaultyInSteps<Made>(
  sources: readonly SourceRead[],
  make: (sources: readonly SourceRead[]) => Steps<Made>,
): Steps<{ readonly sources: readonly SourceRead[]; readonly made: Made }> {
  try {
    return { sources, made: yield* make(sources) };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const kept: SourceRead[] = [];
    for (const source of sources) kept.push(yield* faultless(source, make));
    if (kept.every((source, index) => source === sources[index])) throw error;
    return { sources: kept, made: yield* make(kept) };
  }
}

function* faultless(source: SourceRead, make: (sources: readonly SourceRead[]) => Steps<unknown>): Steps<SourceRead> {
  try {
    yield* make([source]);
    return source;
  } catch (error) {
    return unreadableSource(source.file, sentenceFor(source.file, error), source);
  }
}
