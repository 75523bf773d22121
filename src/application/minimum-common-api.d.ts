/**
 * What the domain and the application may use beyond the language: the few standard interfaces that a browser, a worker and
 * Node all provide (the Minimum Common Web API). `tsconfig.core.json` compiles both rooms with these alone, without the types
 * of the DOM, Node or Office; the whole project is compiled without this file, since there those types declare them.
 */

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}
