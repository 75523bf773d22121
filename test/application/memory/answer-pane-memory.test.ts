import {
  answerPaneMemory,
  NOTHING_CHOSEN,
  type PaneMemoryRequests,
  type PaneStorePort,
  type SubmittedFile,
} from '../../../src/application';

interface FakeStore extends PaneStorePort {
  readonly files: Map<string, Uint8Array>;
  /** Files whose bytes were written, in order. */
  readonly written: string[];
}

/** A store in memory; `room` is how many files it takes. */
function storeFor(room = Infinity): FakeStore {
  const texts = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  const written: string[] = [];
  return {
    files,
    written,
    recall: (key) => Promise.resolve(texts.get(key) ?? null),
    remember: (key, value) => Promise.resolve(void texts.set(key, value)),
    recallFile: (key) => Promise.resolve(files.get(key) ?? null),
    rememberFile: (key, bytes) => {
      if (files.size >= room) return Promise.reject(new Error('no room'));
      written.push(key.split('\n')[1] ?? '');
      return Promise.resolve(void files.set(key, bytes));
    },
    forgetFiles: (begin) => {
      for (const key of files.keys()) if (key.startsWith(begin)) files.delete(key);
      return Promise.resolve();
    },
  };
}

/** A workbook's own settings. */
function settings(): { recall(key: string): Promise<string | null>; remember(key: string, value: string): Promise<void> } {
  const kept = new Map<string, string>();
  return {
    recall: (key) => Promise.resolve(kept.get(key) ?? null),
    remember: (key, value) => Promise.resolve(void kept.set(key, value)),
  };
}

let ids = 0;
const paneOver = (store: PaneStorePort, workbook = settings()): PaneMemoryRequests =>
  answerPaneMemory({ store, workbook, newId: () => `id ${String((ids += 1))}` });

const file = (name: string, words = name): SubmittedFile => ({ name, bytes: () => Promise.resolve(new TextEncoder().encode(words)) });
const words = async (one: SubmittedFile | undefined): Promise<string> => new TextDecoder().decode(await one?.bytes());

const CHOICES = { ...NOTHING_CHOSEN, leaveOut: ['GET'], versions: [{ directorate: 'CYPE', files: ['CYPE v1.xlsx'] }] };

describe('submissions', () => {
  it('are found again with what was chosen, by a pane that is opened anew on the workbook', async () => {
    const [store, workbook] = [storeFor(), settings()];
    expect(await paneOver(store, workbook).keepSubmissions([file('GET.xlsx'), file('HROD.xlsx')], CHOICES)).toEqual([]);
    const kept = await paneOver(store, workbook).keptSubmissions();
    expect(kept?.files.map(({ name }) => name)).toEqual(['GET.xlsx', 'HROD.xlsx']);
    expect(await words(kept?.files[1])).toBe('HROD.xlsx');
    expect(kept).toMatchObject({ choices: CHOICES, lost: [] });
  });

  it('are those of their own workbook', async () => {
    const store = storeFor();
    await paneOver(store).keepSubmissions([file('GET.xlsx')], NOTHING_CHOSEN);
    expect(await paneOver(store).keptSubmissions()).toBeNull();
  });

  it('are forgotten with their bytes once they are written', async () => {
    const [store, workbook] = [storeFor(), settings()];
    const pane = paneOver(store, workbook);
    await pane.keepSubmissions([file('GET.xlsx')], NOTHING_CHOSEN);
    await pane.keepSubmissions([], NOTHING_CHOSEN);
    expect(await paneOver(store, workbook).keptSubmissions()).toBeNull();
    expect(store.files.size).toBe(0);
  });

  it('are read once each, however often a choice changes; one that was taken away is forgotten, one of the same name replaced', async () => {
    const [store, workbook] = [storeFor(), settings()];
    const pane = paneOver(store, workbook);
    const [one, other] = [file('GET.xlsx'), file('GET.xls')];
    await Promise.all([pane.keepSubmissions([one, other], NOTHING_CHOSEN), pane.keepSubmissions([one, other], CHOICES)]);
    expect(store.written).toEqual(['GET.xlsx', 'GET.xls']);
    await pane.keepSubmissions([file('GET.xlsx', 'newer')], CHOICES);
    const kept = await paneOver(store, workbook).keptSubmissions();
    expect(await Promise.all(kept?.files.map(words) ?? [])).toEqual(['newer']);
    expect(store.files.size).toBe(1);
  });

  it('that could not be kept are named, at once and when the pane is opened again', async () => {
    const [store, workbook] = [storeFor(1), settings()];
    expect(await paneOver(store, workbook).keepSubmissions([file('GET.xlsx'), file('HROD.xlsx')], CHOICES)).toEqual(['HROD.xlsx']);
    const kept = await paneOver(store, workbook).keptSubmissions();
    expect([kept?.files.map(({ name }) => name), kept?.lost]).toEqual([['GET.xlsx'], ['HROD.xlsx']]);
  });

  it('are all named where the host has no store, and nothing fails', async () => {
    const refuse = (): Promise<never> => Promise.reject(new Error('blocked'));
    const store = { recall: refuse, remember: refuse, recallFile: refuse, rememberFile: refuse, forgetFiles: refuse };
    const pane = paneOver(store);
    expect(await pane.keepSubmissions([file('GET.xlsx')], NOTHING_CHOSEN)).toEqual(['GET.xlsx']);
    await pane.rememberTask('check');
    await pane.rememberRole('officer');
    await pane.rememberInitials('AB');
    expect([await pane.keptSubmissions(), await pane.lastTask(), await pane.role(), await pane.initials()]).toEqual([null, null, null, '']);
  });

  it('of workbooks beyond the five newest are forgotten', async () => {
    const store = storeFor();
    const books = Array.from({ length: 6 }, settings);
    for (const book of books) await paneOver(store, book).keepSubmissions([file('GET.xlsx')], NOTHING_CHOSEN);
    const kept = await Promise.all(books.map((book) => paneOver(store, book).keptSubmissions()));
    expect(kept.map((one) => one?.files.length ?? 0)).toEqual([0, 1, 1, 1, 1, 1]);
  });

  it('nothing is put into a workbook to which nothing was added', async () => {
    const remember = jest.fn();
    await paneOver(storeFor(), { recall: () => Promise.resolve(null), remember }).keepSubmissions([], NOTHING_CHOSEN);
    expect(remember).not.toHaveBeenCalled();
  });
});

it('a role that was said is known to the next pane, whatever task is opened after it', async () => {
  const store = storeFor();
  expect(await paneOver(store).role()).toBeNull();
  await paneOver(store).rememberRole('finance');
  await paneOver(store).rememberTask('check');
  expect(await paneOver(store).role()).toBe('finance');
});

it('the last task is known to the next pane, on any workbook', async () => {
  const store = storeFor();
  await paneOver(store).rememberTask('collate');
  expect(await paneOver(store).lastTask()).toBe('collate');
});

it('the initials that were last given at this computer are known to the next pane, and stand in no workbook', async () => {
  const store = storeFor();
  const remember = jest.fn();
  const pane = paneOver(store, { recall: () => Promise.resolve(null), remember });
  expect(await pane.initials()).toBe('');
  await pane.rememberInitials('AB');
  await pane.rememberInitials('CD');
  expect(await paneOver(store).initials()).toBe('CD');
  expect(remember).not.toHaveBeenCalled();
});
