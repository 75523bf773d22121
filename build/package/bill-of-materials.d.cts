export interface ShippedLibrary {
  readonly name: string;
  /** Null for a library inside another, of which only the name is known. */
  readonly version: string | null;
  readonly licence: string;
  /** The library that carries it inside its own file, or null. */
  readonly inside: string | null;
}
export declare function billOfMaterials(
  program: { name: string; version: string; license: string },
  libraries: readonly ShippedLibrary[],
): object;
