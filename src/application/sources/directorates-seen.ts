import type { Framework } from '../../domain/framework';
import type { DirectoratesSeen } from '../requests/plan-reading';
import type { SourceRead } from './read-sources';

/** The framework's directorates, in its order: those of whom a table with actions was found, and the rest. */
export function directoratesSeenIn(sources: readonly Pick<SourceRead, 'actions'>[], framework: Framework): DirectoratesSeen {
  const sent = new Set<string | null>();
  for (const { actions } of sources) for (const { directorate } of actions) sent.add(directorate);
  const names = framework.directorates.map(({ name }) => name);
  return { seen: names.filter((name) => sent.has(name)), missing: names.filter((name) => !sent.has(name)) };
}
