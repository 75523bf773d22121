import type { Action } from '../reading';
import type { Finding } from './finding';
import { findingOf } from './finding-of';

/** A commitment without what people change when they copy it: capitals, spaces, line breaks, bullets, punctuation. */
export function plainCommitment(text: string): string {
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

/** Whose action it is: by name, or, where none was recognised, by the words that should have named it. */
const ownerOf = ({ directorate, directorateText, source }: Action): string =>
  directorate ?? `? ${source.file} ${directorateText === '' ? source.sheetId : directorateText}`;

/**
 * Commitments that stand twice, in the order of the actions: the first is left alone and every later one names it, so
 * that a pair is one finding. Listed services are left out. Across directorates only names that are known are compared.
 */
export function checkDuplicates(actions: readonly Action[]): Finding[] {
  const seen = new Map<string, Action[]>();
  return actions.flatMap((action) => {
    const plain = plainCommitment(action.commitment);
    if (action.kind === 'service' || plain === '') return [];
    const earlier = seen.get(plain) ?? [];
    seen.set(plain, [...earlier, action]);
    const same = earlier.find((other) => ownerOf(other) === ownerOf(action));
    const place = { key: 'commitment', quote: action.commitment } as const;
    if (same !== undefined) return [findingOf(action, { code: 'duplicate-commitment', where: whereIs(same, action) }, place)];
    const other = earlier.find((each) => each.directorate !== null);
    if (other === undefined || action.directorate === null) return [];
    const problem = { code: 'duplicate-across-directorates', where: whereIs(other, action), directorate: other.directorate ?? '' } as const;
    return [findingOf(action, problem, place)];
  });
}
