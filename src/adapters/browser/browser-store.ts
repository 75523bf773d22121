import type { PaneStorePort } from '../../application';

const DATABASE = 'delivery-plan-collator';
const TEXTS = 'texts';
const FILES = 'files';

/**
 * The browser's own database of this origin, which survives a reload of the pane and the end of Excel. Some hosts give an add-in none, as where
 * cookies of other sites are blocked: every call then rejects.
 */
export function createBrowserStore(): PaneStorePort {
  let database: Promise<IDBDatabase> | null = null;
  const opened = (): Promise<IDBDatabase> => (database ??= open());
  const ask = async <Value>(store: string, mode: IDBTransactionMode, what: (in_: IDBObjectStore) => IDBRequest<Value>): Promise<Value> =>
    answered(what((await opened()).transaction(store, mode).objectStore(store)));
  return {
    recall: async (key) => {
      const value: unknown = await ask<unknown>(TEXTS, 'readonly', (texts) => texts.get(key));
      return typeof value === 'string' ? value : null;
    },
    remember: async (key, value) => {
      await ask(TEXTS, 'readwrite', (texts) => texts.put(value, key));
    },
    recallFile: async (key) => {
      const bytes: unknown = await ask<unknown>(FILES, 'readonly', (files) => files.get(key));
      return bytes instanceof Uint8Array ? bytes : null;
    },
    rememberFile: async (key, bytes) => {
      await ask(FILES, 'readwrite', (files) => files.put(bytes, key));
    },
    forgetFiles: async (keysBegin) => {
      await ask(FILES, 'readwrite', (files) => files.delete(IDBKeyRange.bound(keysBegin, `${keysBegin}\uffff`)));
    },
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    for (const store of [TEXTS, FILES]) request.result.createObjectStore(store);
  };
  return answered(request);
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The store of the browser did not answer.'));
  });
}
