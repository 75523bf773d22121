import type * as z from 'zod';

/** A cell of the state takes at most as many characters; longer JSON goes on in the cells to its right. */
const CHUNK = 30_000;

export function chunks(json: string): string[] {
  return Array.from({ length: Math.ceil(json.length / CHUNK) }, (_, index) => json.slice(index * CHUNK, (index + 1) * CHUNK));
}

/** JSON this program wrote; a cell somebody altered by hand reads as nothing, and the rest still counts. */
export function parsed<T>(json: string): T[] {
  try {
    return [JSON.parse(json) as T];
  } catch {
    return [];
  }
}

/** The same where it is what it should be: as it stands, so that it is written again in the same words. */
export function parsedAs<T>(schema: z.ZodType<T>, json: string): T[] {
  return parsed<T>(json).filter((found) => schema.safeParse(found).success);
}

/** Texts that this program wrote as JSON, by key; what is no text, since somebody altered it by hand, is passed over. */
export function textsIn(json: string): Record<string, string> {
  const [found] = parsed<unknown>(json);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return {};
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
