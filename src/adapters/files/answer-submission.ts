import type { SubmissionPort } from '../../application';
import type { BookGrid } from '../../domain/grid';
import { namedRefusal } from './file-refusal';
import type { OpenReply, OpenRequest } from './submission-messages';

/** The worker's side of the messages between it and the pane. */
interface WorkerScope {
  postMessage(reply: OpenReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: OpenRequest }) => void): void;
}

/** Rows in one message; few enough for the pane to take in between two frames of the screen. */
const PORTION = 500;

/** Runs in a worker: opens the files that the pane sends, and answers. */
export function answerSubmission(scope: WorkerScope, submissions: SubmissionPort): void {
  const answer = (reply: OpenReply): void => scope.postMessage(reply);
  scope.addEventListener('message', ({ data: { name, bytes } }) => {
    submissions.open(name, bytes, { onProgress: (done, what) => answer({ kind: 'progress', done, what }) }).then(
      (book) => sendBook(book, answer),
      (error: unknown) => {
        // A message cannot carry an error object, so its code and its sentence are sent.
        const { code, message } = namedRefusal(name, error);
        answer({ kind: 'refused', code, message });
      },
    );
  });
  answer({ kind: 'ready' });
}

function sendBook(book: BookGrid, answer: (reply: OpenReply) => void): void {
  book.sheets.forEach(({ rows }, sheet) => {
    const all = [...rows];
    for (let at = 0; at < all.length; at += PORTION) answer({ kind: 'rows', sheet, rows: all.slice(at, at + PORTION) });
  });
  answer({ kind: 'book', book: { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, rows: new Map() })) } });
}
