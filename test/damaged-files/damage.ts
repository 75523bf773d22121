import type { Chance } from '../life/chance';
import { type Format, type Original, ZIPPED } from './originals';

/**
 * What must come of a damaged file. "same": it is read as the original was, since the change harms nothing. "same or said": it is refused, or read as the
 * original was but for cells that show that they cannot be read. "answer": a result or a refusal, since the damaged file is another file of its own right, or
 * its format has no checksum by which anything could be noticed.
 */
export type Promised = 'same' | 'same or said' | 'answer';

export interface Damage {
  readonly what: string;
  readonly of: readonly Format[];
  readonly promised: (format: Format) => Promised;
  /** The damaged bytes; follows from the bytes and the chance alone. */
  readonly make: (original: Original, chance: Chance) => Uint8Array;
}

const EVERY: readonly Format[] = [...ZIPPED, 'fods', 'xls', 'csv'];

/** Of the bytes of a file, of which only a zip container has checksums. */
export function ofBytes(what: string, make: (bytes: Uint8Array, chance: Chance) => Uint8Array, of = EVERY): Damage {
  return {
    what,
    of,
    promised: (format) => (ZIPPED.includes(format) ? 'same or said' : 'answer'),
    make: ({ bytes }, chance) => make(bytes, chance),
  };
}
