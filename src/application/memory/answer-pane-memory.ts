import { Failure } from '../ports/failure';
import type { PaneStorePort } from '../ports/pane-store-port';
import type { WorkbookPort } from '../ports/ports';
import { type CollationChoices, NOTHING_CHOSEN, type SubmittedFile } from '../requests/collation-requests';
import type { KeptSubmissions, PaneMemoryRequests } from '../requests/pane-memory-requests';

interface MemoryWorld {
  readonly store: PaneStorePort;
  /** Holds a name by which its submissions are known on this computer; it says nothing of anybody. */
  readonly workbook: Pick<WorkbookPort, 'recall' | 'remember'>;
  readonly newId: () => string;
}

const TASK = 'last task';
const ROLE = 'role';
const INITIALS = 'initials of verdicts';
const WORKBOOK_NAME = 'submissions';
/** Workbooks whose submissions are kept, the newest last. */
const BOOKS = 'workbooks with submissions';
/** So many at most, since nobody tells that a workbook was deleted. */
const MOST_BOOKS = 5;
/** With the version of its shape: what another version of this program kept is not read. */
const listKey = (book: string): string => `submissions 1 ${book}`;
const filesOf = (book: string): string => `${book}\n`;
const fileKey = (book: string, name: string): string => `${filesOf(book)}${name}\n`;

/** Names of the files and what was chosen, as it is kept beside their bytes. */
interface ListKept {
  readonly files: readonly string[];
  readonly choices: CollationChoices;
}

/** Answers what the pane remembers on this computer. What a person added to a collation is kept for the workbook until it is written. */
export function answerPaneMemory({ store, workbook, newId }: MemoryWorld): PaneMemoryRequests {
  const kept = new Map<string, SubmittedFile>();
  const nameOfBook = async (): Promise<string> => {
    const known = await workbook.recall(WORKBOOK_NAME);
    if (known !== null) return known;
    const made = newId();
    await workbook.remember(WORKBOOK_NAME, made);
    return made;
  };

  const keepAll = async (files: readonly SubmittedFile[], choices: CollationChoices): Promise<readonly string[]> => {
    const known = await workbook.recall(WORKBOOK_NAME);
    if (files.length === 0 && known === null) return [];
    const book = known ?? (await nameOfBook());
    if (files.length === 0) {
      kept.clear();
      await store.forgetFiles(filesOf(book));
      await store.remember(listKey(book), '');
      return [];
    }
    await onlyNewest(store, book);
    const list: ListKept = { files: files.map(({ name }) => name), choices };
    await store.remember(listKey(book), JSON.stringify(list));
    for (const gone of [...kept.keys()].filter((name) => !list.files.includes(name))) {
      kept.delete(gone);
      await store.forgetFiles(fileKey(book, gone));
    }
    const lost: string[] = [];
    for (const file of files) {
      if (kept.get(file.name) === file) continue;
      try {
        await store.rememberFile(fileKey(book, file.name), await file.bytes());
        kept.set(file.name, file);
      } catch {
        lost.push(file.name);
      }
    }
    return lost;
  };

  // One after the other: files are added and choices made faster than they are kept.
  let underWay: Promise<unknown> = Promise.resolve();
  const keep: PaneMemoryRequests['keepSubmissions'] = (files, choices) => {
    const keeping = underWay.then(() => keepAll(files, choices)).catch(() => files.map(({ name }) => name));
    underWay = keeping;
    return keeping;
  };

  return {
    lastTask: () => store.recall(TASK).catch(() => null),
    rememberTask: (task) => store.remember(TASK, task).catch(() => undefined),
    role: () => store.recall(ROLE).catch(() => null),
    rememberRole: (role) => store.remember(ROLE, role).catch(() => undefined),
    initials: async () => (await store.recall(INITIALS).catch(() => null)) ?? '',
    rememberInitials: (by) => store.remember(INITIALS, by).catch(() => undefined),
    keptSubmissions: async () => {
      try {
        const book = await workbook.recall(WORKBOOK_NAME);
        const list = book === null ? null : listFrom(await store.recall(listKey(book)));
        if (book === null || list === null) return null;
        const read = await keptFiles(store, book, list);
        for (const file of read.files) kept.set(file.name, file);
        return read;
      } catch {
        return null;
      }
    },
    keepSubmissions: keep,
  };
}

function listFrom(text: string | null): ListKept | null {
  if (text === null || text === '') return null;
  const { files, choices } = JSON.parse(text) as Partial<ListKept>;
  return files === undefined ? null : { files, choices: { ...NOTHING_CHOSEN, ...choices } };
}

async function keptFiles(store: PaneStorePort, book: string, { files, choices }: ListKept): Promise<KeptSubmissions> {
  const read = await Promise.all(files.map(async (name) => ({ name, bytes: await store.recallFile(fileKey(book, name)) })));
  return {
    files: read.filter(({ bytes }) => bytes !== null).map(({ name }) => fileKept(store, book, name)),
    choices,
    lost: read.filter(({ bytes }) => bytes === null).map(({ name }) => name),
  };
}

/** The bytes are fetched anew each time, as `SubmittedFile` has it. */
function fileKept(store: PaneStorePort, book: string, name: string): SubmittedFile {
  return {
    name,
    bytes: async () => {
      const bytes = await store.recallFile(fileKey(book, name)).catch(() => null);
      if (bytes === null) throw new Failure('unreadable file', `“${name}” is no longer kept on this computer. Add it again.`);
      return bytes;
    },
  };
}

/** Forgets the submissions of workbooks that were long not worked on. */
async function onlyNewest(store: PaneStorePort, book: string): Promise<void> {
  const before = ((await store.recall(BOOKS)) ?? '').split('\n').filter((one) => one !== '' && one !== book);
  const after = [...before, book].slice(-MOST_BOOKS);
  for (const gone of before.filter((one) => !after.includes(one))) {
    await store.forgetFiles(filesOf(gone));
    await store.remember(listKey(gone), '');
  }
  await store.remember(BOOKS, after.join('\n'));
}
