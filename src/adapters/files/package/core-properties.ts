import { momentOfIso } from '../iso-time';
import { childNamed, textOf } from './markup';
import { linkedPath, type PackageParts } from './package-parts';

/** The date in the document's properties, else that of the newest entry in the zip container. */
export function modifiedDate(parts: PackageParts): string | undefined {
  return momentOfIso(coreProperty(parts, 'modified')) ?? parts.newestEntry();
}

/** Who or what made the document, by its properties; "" where they do not say. */
export function creatorOf(parts: PackageParts): string {
  return coreProperty(parts, 'creator');
}

function coreProperty(parts: PackageParts, name: 'modified' | 'creator'): string {
  const path = linkedPath(parts, '', 'core-properties');
  const property = path === null ? undefined : childNamed(parts.tree(path), name);
  return property === undefined ? '' : textOf(property);
}
