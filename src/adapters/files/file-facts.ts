import type { FileFacts } from '../../application';

/** The SHA-256 of a file is not known where a page is not secure and so has no cryptography. */
export async function factsOf(bytes: Uint8Array): Promise<FileFacts> {
  const { crypto } = globalThis as { readonly crypto?: Partial<Crypto> };
  if (crypto?.subtle === undefined) return { size: bytes.length, sha256: null };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return { size: bytes.length, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}
