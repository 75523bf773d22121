import type { Framework } from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import { keyedActions } from '../map/keyed-actions';
import { mappingSourceOf } from '../sources/mapping-source';
import { type SourceRead, unreadableSource } from '../sources/read-sources';

/** The rows of `All priorities` that no source holds, since their files were collated earlier, as a source of their own. */
export function rowsCollatedEarlier(sources: readonly SourceRead[], plan: BookGrid, framework: Framework): SourceRead {
  const mapping = mappingSourceOf(plan, framework);
  const actions = sources.flatMap((source) => source.actions);
  const { keyed } = keyedActions({ actions, mapping }, mapping.state);
  const sent = new Set(actions);
  return { ...unreadableSource('', ''), problem: null, actions: keyed.map(({ action }) => action).filter((action) => !sent.has(action)) };
}
