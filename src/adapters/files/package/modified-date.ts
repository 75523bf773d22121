import { momentOfIso } from '../iso-time';
import { childNamed, textOf } from './markup';
import { linkedPath, type PackageParts } from './package-parts';

/** The date in the document's properties, else that of the newest entry in the zip container. */
export function modifiedDate(parts: PackageParts): string | undefined {
  const path = linkedPath(parts, '', 'core-properties');
  const modified = path === null ? undefined : childNamed(parts.tree(path), 'modified');
  return momentOfIso(modified === undefined ? '' : textOf(modified)) ?? parts.newestEntry();
}
