/** Reads one file and writes what came of it, as `ReadAnswer`: `node run.cjs --read <file> <answer.json>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { FileRefusal } from '../../src/adapters/files/file-refusal';
import { openBook } from '../../src/adapters/files/open-book';
import { SubmissionError } from '../../src/application';
import { type ReadAnswer, readBookOf } from './read-book';

async function answerFor(path: string): Promise<ReadAnswer> {
  try {
    return readBookOf(await openBook(basename(path), readFileSync(path), { includeHidden: true }));
  } catch (error) {
    if (!(error instanceof SubmissionError)) return { kind: 'threw', error: String(error) };
    const { cause, message } = error;
    if (cause instanceof FileRefusal) return { kind: 'refused', reason: cause.reason, words: message };
    return {
      kind: 'refused',
      reason: error.code,
      words: message,
      unforeseen: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    };
  }
}

const [, , , path = '', answer = ''] = process.argv;
const cpu = process.cpuUsage();
void answerFor(path).then((found) => {
  const { user, system } = process.cpuUsage(cpu);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  writeFileSync(answer, JSON.stringify({ found, cpuMilliseconds: Math.round((user + system) / 1000), peakMegabytes }));
});
