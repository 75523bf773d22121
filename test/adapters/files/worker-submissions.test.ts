import { readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { answerSubmission } from '../../../src/adapters/files/answer-submission';
import { createWorkerSubmissions, fileSubmissions, type SubmissionWorker } from '../../../src/adapters/files';
import type { OpenRequest } from '../../../src/adapters/files/submission-messages';
import type { SubmissionPort } from '../../../src/application';

const NAME = 'GET.xlsx';
const sample = (): Uint8Array => new Uint8Array(readFileSync(`assets/samples/submissions/${NAME}`));

/** What a worker is made to do: answer as the real one does, or fail. */
type Manner = 'answers' | 'does not load' | 'dies while reading' | 'never ends';

/** Both ends of a worker over a genuine message channel: what crosses it is cloned or transferred, as between threads. */
class FakeWorker implements SubmissionWorker {
  ended = false;
  messages = 0;
  private readonly channel = new MessageChannel();
  private readonly listeners: { readonly type: string; readonly listener: (event: MessageEvent) => void }[] = [];

  constructor(manner: Manner, submissions: SubmissionPort = fileSubmissions) {
    const { port1, port2 } = this.channel;
    port1.on('message', (data) => {
      this.messages += 1;
      this.tell('message', data);
    });
    const never: SubmissionPort = { open: () => new Promise(() => undefined), factsOf: fileSubmissions.factsOf };
    if (manner === 'does not load') setTimeout(() => this.tell('error'));
    else
      answerSubmission(
        {
          postMessage: (reply) => port2.postMessage(reply),
          addEventListener: (_type, listener) => {
            port2.on('message', (data: OpenRequest) => {
              listener({ data });
              if (manner === 'dies while reading') this.tell('error');
            });
          },
        },
        manner === 'answers' ? submissions : never,
      );
  }

  postMessage(request: OpenRequest, transfer: Transferable[]): void {
    this.channel.port1.postMessage(
      request,
      transfer.filter((one) => one instanceof ArrayBuffer),
    );
  }

  addEventListener(type: string, listener: (event: MessageEvent) => void): void {
    this.listeners.push({ type, listener });
  }

  private tell(type: string, data?: unknown): void {
    for (const one of this.listeners) if (one.type === type) one.listener(new MessageEvent(type, { data }));
  }

  terminate(): void {
    this.ended = true;
    this.channel.port1.close();
  }
}

function opening(manner: Manner): { readonly port: SubmissionPort; readonly workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const port = createWorkerSubmissions(() => {
    const worker = new FakeWorker(manner);
    workers.push(worker);
    return worker;
  });
  return { port, workers };
}

test('a book comes over the line as it is read here, its bytes transferred and its worker ended', async () => {
  const { port, workers } = opening('answers');
  const bytes = sample();
  const told: string[] = [];
  const book = await port.open(NAME, bytes, { onProgress: (_done, what) => told.push(what) });
  expect(book).toEqual(await fileSubmissions.open(NAME, sample()));
  expect(bytes.byteLength).toBe(0);
  expect(told.at(-1)).toBe(NAME);
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
});

test('a view of something larger leaves the rest where it is', async () => {
  const { port } = opening('answers');
  const inner = sample();
  const larger = new Uint8Array(inner.length + 8);
  larger.set(inner, 4);
  const book = await port.open(NAME, larger.subarray(4, 4 + inner.length));
  expect(book.sheets.length).toBeGreaterThan(0);
  expect(larger.byteLength).toBe(inner.length + 8);
});

test('many rows come in portions', async () => {
  const { port, workers } = opening('answers');
  const lines = Array.from({ length: 1200 }, (_, row) => `Action ${String(row)},Lead`);
  const book = await port.open('long.csv', new TextEncoder().encode(lines.join('\n')));
  expect(book.sheets.map(({ rows }) => rows.size)).toEqual([1200]);
  // Ready, three portions, the book.
  expect(workers.map(({ messages }) => messages)).toEqual([5]);
});

test('each file has a worker of its own', async () => {
  const { port, workers } = opening('answers');
  await Promise.all([port.open(NAME, sample()), port.open('a.csv', new TextEncoder().encode('a,b'))]);
  expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
});

test('a file that is refused says the same as here, and ends its worker', async () => {
  const { port, workers } = opening('answers');
  const damaged = (): Uint8Array => Uint8Array.of(80, 75, 3, 4);
  const here = await fileSubmissions.open('broken.xlsx', damaged()).catch((error: unknown) => error);
  const there = await port.open('broken.xlsx', damaged()).catch((error: unknown) => error);
  expect(there).toMatchObject({ name: 'SubmissionError', code: 'unreadable file', message: (here as Error).message });
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
});

test('a worker that dies is one plain failure', async () => {
  const { port, workers } = opening('dies while reading');
  await expect(port.open(NAME, sample())).rejects.toMatchObject({
    name: 'SubmissionError',
    code: 'unreadable file',
    message: expect.stringContaining('“GET.xlsx” could not be read in full: reading stopped') as string,
  });
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
});

test.each([
  ['the script does not load', opening('does not load').port],
  [
    'there are none',
    createWorkerSubmissions(() => {
      throw new ReferenceError('Worker is not defined');
    }),
  ],
])('where workers are unavailable because %s, the file is opened here', async (_, port) => {
  expect(await port.open(NAME, sample())).toEqual(await fileSubmissions.open(NAME, sample()));
});

test('stopping ends the worker and throws the reason of the signal', async () => {
  const { port, workers } = opening('never ends');
  const stop = new AbortController();
  const reading = port.open(NAME, sample(), { signal: stop.signal });
  await new Promise((done) => setTimeout(done, 20));
  stop.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
});

test('nothing is started for a signal that has stopped already', async () => {
  const { port, workers } = opening('answers');
  await expect(port.open(NAME, sample(), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  expect(workers).toEqual([]);
});

describe('a worker that says nothing', () => {
  /** A worker that says what it is told to and nothing else. */
  function silentWorker(): { readonly worker: SubmissionWorker; readonly say: (data: unknown) => void; readonly ended: () => boolean } {
    let ended = false;
    let tell: (event: MessageEvent) => void = () => undefined;
    const worker: SubmissionWorker = {
      postMessage: () => undefined,
      terminate: () => {
        ended = true;
      },
      addEventListener: (type: string, listener: (event: MessageEvent) => void) => {
        if (type === 'message') tell = listener;
      },
    };
    return { worker, say: (data) => tell(new MessageEvent('message', { data })), ended: () => ended };
  }

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test.each([
    ['never begins', []],
    ['hangs on the file', [{ kind: 'ready' }]],
  ])('is ended with a plain sentence: it %s', async (_, replies) => {
    const { worker, say, ended } = silentWorker();
    const opened = createWorkerSubmissions(() => worker).open(NAME, sample());
    const failure = opened.catch((error: unknown) => error);
    for (const reply of replies) say(reply);
    await jest.advanceTimersByTimeAsync(59_000);
    expect(ended()).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await failure).toMatchObject({
      name: 'SubmissionError',
      code: 'unreadable file',
      message: expect.stringContaining('“GET.xlsx” took too long to read') as string,
    });
    expect(ended()).toBe(true);
  });

  test('is waited for as long as it reports progress', async () => {
    const { worker, say } = silentWorker();
    const opened = createWorkerSubmissions(() => worker).open(NAME, sample());
    say({ kind: 'ready' });
    for (let minute = 0; minute < 5; minute += 1) {
      await jest.advanceTimersByTimeAsync(50_000);
      say({ kind: 'progress', done: minute / 5, what: NAME });
    }
    say({ kind: 'book', book: { name: NAME, sheets: [] } });
    expect(await opened).toEqual({ name: NAME, sheets: [] });
    expect(jest.getTimerCount()).toBe(0);
  });
});
