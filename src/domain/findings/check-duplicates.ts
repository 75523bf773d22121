import type { Action } from '../reading';
import { isAscii } from '../wording';
import type { CheckMemory } from './check-memory';
import type { Finding } from './finding';
import { findingOf } from './finding-of';

/** A commitment without what people change when they copy it: capitals, spaces, line breaks, bullets, punctuation. */
function plainCommitment(text: string): string {
  if (isAscii(text))
    return text
      .toLowerCase()
      .replaceAll('&', ' and ')
      .replaceAll("'", '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function whereIs(first: Action, seenFrom: Action): string {
  const { file, sheet, row } = first.source;
  const sheetWords = file === seenFrom.source.file && first.source.sheetId === seenFrom.source.sheetId ? '' : ` of ${sheet}`;
  return `row ${row + 1}${sheetWords}${file === seenFrom.source.file ? '' : ` in ${file === '' ? 'this workbook' : file}`}`;
}

/** The directorate an action belongs to: by name, or, where none was recognised, by the words that should have named it. */
const ownerOf = ({ directorate, directorateText, source }: Action): string =>
  directorate ?? `? ${source.file} ${directorateText === '' ? source.sheetId : directorateText}`;

/** Where the same words stood before: the first of each owner, and the first of an owner whose name is known. */
interface Seen {
  readonly byOwner: Map<string, Action>;
  named: Action | null;
}

const seenAt = (action: Action): Seen => {
  return { byOwner: new Map([[ownerOf(action), action]]), named: action.directorate === null ? null : action };
};

/**
 * Commitments that stand twice, in the order of the actions: the first is left alone and every later one names it, so
 * that a pair is one finding. Listed services are left out. Across directorates only names that are known are compared.
 * Rule: docs/rules.md#duplicate-commitments.
 */
export function checkDuplicates(actions: readonly Action[], memory: CheckMemory): Finding[] {
  const firsts = new Map<string, Action>();
  const repeated = new Map<string, Seen>();
  return actions.flatMap((action) => {
    const plain = plainOf(action, memory);
    if (plain === '' || action.kind === 'service') return [];
    const first = firsts.get(plain);
    if (first === undefined) {
      firsts.set(plain, action);
      return [];
    }
    const earlier = repeated.get(plain) ?? seenAt(first);
    repeated.set(plain, earlier);
    return duplicateOf(action, earlier) ?? [];
  });
}

/** The finding of an action whose words stood before, which from now on has stood before others. */
function duplicateOf(action: Action, earlier: Seen): Finding | null {
  const owner = ownerOf(action);
  const same = earlier.byOwner.get(owner);
  const other = earlier.named;
  if (same === undefined) earlier.byOwner.set(owner, action);
  if (action.directorate !== null) earlier.named ??= action;
  const place = { key: 'commitment' } as const;
  if (same !== undefined) return findingOf(action, { code: 'duplicate-commitment', where: whereIs(same, action) }, place);
  if (other === null || action.directorate === null) return null;
  const problem = { code: 'duplicate-across-directorates', where: whereIs(other, action), directorate: other.directorate ?? '' } as const;
  return findingOf(action, problem, place);
}

function plainOf(action: Action, memory: CheckMemory): string {
  let plain = memory.plain.get(action);
  if (plain === undefined) memory.plain.set(action, (plain = plainCommitment(action.commitment)));
  return plain;
}
