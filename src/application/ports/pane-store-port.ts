/**
 * What the pane keeps on this computer for the person at it: small texts and the bytes of files, by key. Nothing of it leaves the computer or
 * goes into a workbook. A host may offer no such store, or have no room left: then a call rejects, with whatever error.
 */
export interface PaneStorePort {
  /** Null where nothing is kept under that key. */
  recall(key: string): Promise<string | null>;
  remember(key: string, value: string): Promise<void>;
  recallFile(key: string): Promise<Uint8Array | null>;
  rememberFile(key: string, bytes: Uint8Array): Promise<void>;
  /** Forgets the files whose keys begin with these words. */
  forgetFiles(keysBegin: string): Promise<void>;
}
