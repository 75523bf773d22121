import { type KnownAction, NO_DIRECTORATE, type Renamed } from '../collation';
import { ALL_PRIORITIES } from '../sheets';
import type { WrittenSheet } from '../workbook';
import type { RecognisedPlan } from './recognise-plan';

/**
 * The name of a directorate that is found again under another counts as written, on whatever rows it stands and nothing else is remembered of it:
 * were it kept as typed, their actions would be taken for those of a directorate that sends nothing.
 * Rule: docs/rules.md#lost-memory.
 * @param known the actions as the last run knew them.
 */
export function withNamesOfRenamed<Plan extends Pick<RecognisedPlan, 'state' | 'priorities'>>(
  plan: Plan,
  renamed: readonly Pick<Renamed, 'from'>[],
  known: readonly KnownAction[],
): Plan {
  const { priorities, state } = plan;
  const from = new Set(renamed.flatMap((one) => (one.from === NO_DIRECTORATE ? [] : [one.from])));
  if (priorities === null || from.size === 0) return plan;
  const renamedRefs = new Set(known.flatMap(({ ref, code }) => (from.has(code) ? [ref] : [])));
  const owners = [...priorities.owners];
  const names = new Set(owners.flatMap(([{ words }, ref]) => (renamedRefs.has(ref) ? [words.directorate] : [])));
  const owned = owners.filter(([{ words }]) => names.has(words.directorate));
  const named = (one: WrittenSheet): WrittenSheet => {
    const rows = owned.flatMap(([{ words }, ref]): [string, WrittenSheet['rows'][string]][] => {
      const was = one.rows[ref];
      return was === undefined || was.directorate !== undefined || words.directorate === undefined
        ? []
        : [[ref, { ...was, directorate: words.directorate }]];
    });
    return rows.length === 0 ? one : { ...one, rows: { ...one.rows, ...Object.fromEntries(rows) } };
  };
  return { ...plan, state: { ...state, written: state.written.map((one) => (one.plan === ALL_PRIORITIES ? named(one) : one)) } };
}
