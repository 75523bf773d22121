import { loadPart, type OpenOptions, SubmissionError, type SubmissionPort } from '../../application';
import type { BookGrid, Cell } from '../../domain/grid';
import { factsOf } from './file-facts';
import { FileRefusal, namedRefusal } from './file-refusal';
import type { OpenReply, OpenRequest } from './submission-messages';

/** What is used of a `Worker`. */
export interface SubmissionWorker {
  postMessage(request: OpenRequest, transfer: Transferable[]): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<OpenReply>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
}

/**
 * Opens submitted files outside the main thread, so that the pane keeps responding. Each file has its own worker, which ends when the
 * file is read: its memory is released, and to cancel, the worker is ended. Where no worker can be started, for example because a
 * security policy forbids it, files are opened in the main thread.
 *
 * @param startWorker starts `submission-worker.entry.ts`; throws where there are no workers.
 */
export function createWorkerSubmissions(startWorker: () => SubmissionWorker): SubmissionPort {
  return {
    open: async (name, bytes, options = {}) => {
      options.signal?.throwIfAborted();
      const worker = started(startWorker);
      if (worker === null) return openHere(name, bytes, options);
      try {
        const book = await openIn(worker, { name, bytes }, options);
        options.signal?.throwIfAborted();
        return book ?? (await openHere(name, bytes, options));
      } finally {
        worker.terminate();
      }
    },
    factsOf,
  };
}

/** In the main thread, which loads the readers of files only where it has to read one itself. */
const openHere: SubmissionPort['open'] = async (...given) => {
  const { fileSubmissions } = await loadPart(() => import('./open-book'));
  return fileSubmissions.open(...given);
};

function started(startWorker: () => SubmissionWorker): SubmissionWorker | null {
  try {
    return startWorker();
  } catch {
    return null;
  }
}

/** So long a worker may say nothing, neither of progress nor of rows: the largest files that are read take some seconds between two replies. */
const LONGEST_SILENCE_MS = 60_000;

/** The book; null when the worker was stopped, or did not start and so has not been given the bytes. */
function openIn(worker: SubmissionWorker, request: OpenRequest, { signal, onProgress }: OpenOptions): Promise<BookGrid | null> {
  return new Promise((resolve, reject) => {
    const rows: Map<number, ReadonlyMap<number, Cell>>[] = [];
    let isReady = false;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        settle();
        // A worker that never began may be what this computer forbids, but bytes that stop one would stop the pane too.
        reject(namedRefusal(request.name, new FileRefusal('no answer')));
      }, LONGEST_SILENCE_MS);
    };
    const settle = (): void => clearTimeout(silence);
    const died = (): void => {
      settle();
      if (isReady) reject(namedRefusal(request.name, new FileRefusal('reader stopped')));
      else resolve(null);
    };
    const hear = (reply: OpenReply): void => {
      listen();
      switch (reply.kind) {
        case 'ready':
          isReady = true;
          send(worker, request);
          break;
        case 'progress':
          onProgress?.(reply.done, reply.what);
          break;
        case 'rows':
          for (const [row, cells] of reply.rows) (rows[reply.sheet] ??= new Map()).set(row, cells);
          break;
        case 'book':
          settle();
          resolve({ ...reply.book, sheets: reply.book.sheets.map((sheet, index) => ({ ...sheet, rows: rows[index] ?? sheet.rows })) });
          break;
        case 'refused':
          settle();
          reject(new SubmissionError(reply.code, reply.message));
          break;
      }
    };
    worker.addEventListener('message', ({ data }) => hear(data));
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    const stop = (): void => {
      settle();
      resolve(null);
    };
    signal?.addEventListener('abort', stop, { once: true });
    listen();
  });
}

/** Transfers the bytes without copying them; a view of a larger buffer is copied first, so that no other bytes are transferred. */
function send(worker: SubmissionWorker, { name, bytes }: OpenRequest): void {
  const { buffer } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  const own = isWhole ? new Uint8Array(buffer) : bytes.slice();
  worker.postMessage({ name, bytes: own }, [own.buffer]);
}
