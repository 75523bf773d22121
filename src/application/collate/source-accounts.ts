import type { SourceAccount } from '../../domain/reading';
import { inNameOrder } from '../../domain/wording';
import type { NotRead } from '../sources/open-sources';
import type { SourceRead } from '../sources/read-sources';

/** The sources of a run and the files beside them that were none, in the order of their names: the proof names all of them. */
export function sourceAccounts(sources: readonly SourceRead[], notRead: readonly NotRead[] = []): readonly SourceAccount[] {
  const others = notRead
    .filter(({ isOwn }) => !isOwn)
    .map(({ file, why, facts }): SourceAccount => {
      return { file, ...facts, version: null, modified: null, sheets: [], sameAs: null, problem: why };
    });
  return [...sources, ...others].sort((a, b) => inNameOrder(a.file, b.file));
}
