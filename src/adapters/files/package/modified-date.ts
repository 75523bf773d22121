import { childNamed, textOf } from './markup';
import { linkedPath, type PackageParts } from './package-parts';

/** The date in the document's properties, else that of the newest entry in the zip container. */
export function modifiedDate(parts: PackageParts): string | undefined {
  const path = linkedPath(parts, '', 'core-properties');
  const written =
    path === null ? '' : textOf(childNamed(parts.tree(path), 'modified') ?? { name: '', attributes: new Map(), children: [] });
  // A time without a zone is taken to be UTC, as the format has it: the same file must say the same everywhere.
  const zoned = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(written.trim()) || !written.includes('T') ? written : `${written.trim()}Z`;
  return Number.isNaN(Date.parse(zoned)) ? parts.newestEntry() : new Date(zoned).toISOString();
}
