import {
  type Doubt,
  type Judgement,
  type KnownAction,
  NO_DIRECTORATE,
  partsOfRef,
  plainWording,
  refKey,
  refOf,
  saidOfRow,
} from '../collation';
import { directorateNamed, type Framework } from '../framework';
import { GONE } from '../sheets';
import { isIssued, type PlanRowRead } from './plan-rows';

export type Counters = Readonly<Record<string, number>>;

/** Actions as the rows of All priorities tell of them, when nothing else does. */
export interface RebuiltActions {
  readonly actions: readonly KnownAction[];
  readonly owners: ReadonlyMap<PlanRowRead, string>;
  readonly doubts: readonly Doubt[];
  /** Rows with the Ref and the words of a row above. */
  readonly copied: readonly { readonly row: PlanRowRead; readonly ref: string; readonly owner: PlanRowRead }[];
  readonly counters: Counters;
}

/**
 * Each row that has a Ref is the action of that Ref. A Ref in two rows of other words is asked about: until it is said, the upper row has it,
 * and the other one gets a number of its own. A row that a run wrote and whose Ref is gone gets a new one, so that it is known by its words.
 * Rule: docs/rules.md#lost-memory.
 * @param counters the highest numbers that are known to have been issued, by short code.
 * @param known actions that are known already; their Refs are theirs.
 */
export function rebuiltActions(
  rows: readonly PlanRowRead[],
  framework: Framework,
  counters: Counters,
  judgements: readonly Judgement[],
): RebuiltActions {
  const issued = new Map(Object.entries(counters));
  const codes = new Map(framework.directorates.map(({ shortCode }) => [shortCode.toUpperCase(), shortCode]));
  const owners = new Map<PlanRowRead, string>();
  const byRef = new Map<string, PlanRowRead>();
  const copied: RebuiltActions['copied'][number][] = [];
  const doubts: Doubt[] = [];
  const without: PlanRowRead[] = [];
  for (const row of rows) {
    const ref = refOnRow(row, codes);
    if (ref === null) {
      if (isIssued(row)) without.push(row);
      continue;
    }
    const { code, number } = partsOfRef(ref) ?? { code: NO_DIRECTORATE, number: 0 };
    issued.set(code, Math.max(issued.get(code) ?? 0, number));
    const owner = byRef.get(ref);
    const is = row.words.commitment ?? '';
    const was = owner?.words.commitment ?? '';
    if (owner === undefined) byRef.set(ref, row);
    else if (plainWording(is) === plainWording(was)) copied.push({ row, ref, owner });
    else {
      const verdict = saidOfRow(judgements, ref, is);
      doubts.push({ ref, was, is, verdict, about: 'row of the plan', mustBeAnswered: verdict === null });
      if (verdict === 'same') byRef.set(ref, row);
      without.push(verdict === 'same' ? owner : row);
    }
  }
  for (const [ref, row] of byRef) owners.set(row, ref);
  for (const row of without) {
    const code = codeOf(row, framework);
    const number = (issued.get(code) ?? 0) + 1;
    issued.set(code, number);
    owners.set(row, refOf(code, number));
  }
  const actions = rows.flatMap((row): KnownAction[] => {
    const ref = owners.get(row);
    return ref === undefined ? [] : [knownOnRow(row, ref, framework)];
  });
  return { actions, owners, doubts, copied, counters: Object.fromEntries(issued) };
}

export function knownOnRow(row: PlanRowRead, ref: string, framework: Framework): KnownAction {
  const { commitment = '', measure = '', ledBy = '', standing } = row.words;
  return { ref, code: codeOf(row, framework, ref), commitment, measure, ledBy, gone: standing === GONE };
}

/** The Ref that a row says it has, as it was issued; null for a text that no Ref of the plan is. */
export function refOnRow(row: PlanRowRead, codes: ReadonlyMap<string, string>): string | null {
  const key = refKey(row.ref);
  const [letters = '', number = ''] = key?.split(' ') ?? [];
  const code = letters === NO_DIRECTORATE ? NO_DIRECTORATE : codes.get(letters);
  if (key === null) return null;
  if (code !== undefined) return refOf(code, Number(number));
  // A code of another framework counts as it stands, on a row that a run wrote.
  const parts = isIssued(row) ? partsOfRef(row.ref) : null;
  return parts === null ? null : refOf(parts.code, parts.number);
}

/** A row that names a directorate of another framework may have come to it from the one that its Ref was issued for: it is anyone's. */
function codeOf({ words }: PlanRowRead, framework: Framework, ref = ''): string {
  const { directorate = '' } = words;
  const named = directorateNamed(framework, directorate);
  if (named !== null) return named.shortCode;
  const issued = partsOfRef(ref)?.code ?? NO_DIRECTORATE;
  return directorate !== '' && framework.directorates.some(({ shortCode }) => shortCode === issued) ? NO_DIRECTORATE : issued;
}
