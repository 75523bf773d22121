import { createHash } from 'node:crypto';
import { constants, createReadStream, rmSync } from 'node:fs';
import { access, chmod, lstat, mkdir, open, readdir, readFile, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileFacts } from '../application';
import type { CliWorld, FilePlace, FileToWrite, FolderEntry } from './cli-world';
import { WritingStopped } from './cli-world';

/** The files of this machine, by Node. */
export const nodeFiles: Pick<CliWorld, 'lookAt' | 'listFolder' | 'readFile' | 'factsOf' | 'demandWritable' | 'writeFiles'> = {
  lookAt,
  listFolder,
  readFile: async (path) => new Uint8Array(await readFile(path)),
  factsOf,
  demandWritable,
  writeFiles,
};

/** As many links as an operating system follows before it takes them for a circle. */
const MOST_LINKS = 40;

async function lookAt(path: string): Promise<FilePlace> {
  const target = await targetOf(resolve(path), 0);
  const found = await stat(target, { bigint: true }).catch(() => null);
  // A file that is not there yet has no number of its own; two names of it that differ in capitals may be one file, so they count as one.
  if (found === null) return { target, identity: target.normalize('NFC').toLowerCase(), kind: 'nothing' };
  const kind = found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
  // Some network drives number no files; there the path has to do.
  const identity = found.ino === 0n ? target.normalize('NFC').toLowerCase() : `${String(found.dev)}:${String(found.ino)}`;
  return { target, identity, kind };
}

/** The path with all links followed, whether or not its last steps are there; a link to a file that is not there is followed too. */
async function targetOf(path: string, links: number): Promise<string> {
  const real = await realpath(path).catch(() => null);
  if (real !== null) return real;
  const link = await lstat(path).catch(() => null);
  if (link?.isSymbolicLink() === true && links < MOST_LINKS) {
    return targetOf(resolve(dirname(path), await readlink(path)), links + 1);
  }
  const folder = dirname(path);
  return folder === path ? path : join(await targetOf(folder, links), basename(path));
}

async function listFolder(path: string): Promise<readonly FolderEntry[] | null> {
  if ((await lookAt(path)).kind !== 'folder') return null;
  const names = await readdir(path);
  return Promise.all(names.map(async (name) => ({ name, path: join(path, name), kind: (await lookAt(join(path, name))).kind })));
}

/** Read in pieces: what lies in a folder beside workbooks may be larger than memory. A pipe is not opened, since it may never end. */
async function factsOf(path: string): Promise<FileFacts> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return { size: null, sha256: null };
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
    return { size: found.size, sha256: hash.digest('hex') };
  } catch {
    return { size: found.size, sha256: null };
  }
}

async function demandWritable(path: string): Promise<void> {
  const { target, kind } = await lookAt(path);
  if (kind === 'folder') throw coded('EISDIR');
  if (kind === 'other') return access(target, constants.W_OK);
  if (kind === 'file') {
    // The right to write a folder is enough to put another file in place of one that is marked read-only: the mark is minded all the same.
    if (((await stat(target)).mode & 0o222) === 0) throw coded('READ-ONLY');
    // Opened for writing and closed again: on Windows this is refused while Excel has the file open.
    await (await open(target, 'r+')).close();
    if (await isOpenElsewhere(target)) throw coded('LOCKED');
  }
  await access(await nearestFolder(dirname(target)), constants.W_OK);
}

/** Excel and LibreOffice put a file of their own beside one that they have open. */
async function isOpenElsewhere(target: string): Promise<boolean> {
  const beside = [`~$${basename(target)}`, `.~lock.${basename(target)}#`];
  const found = await Promise.all(beside.map((name) => stat(join(dirname(target), name)).catch(() => null)));
  return found.some((one) => one !== null);
}

async function nearestFolder(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found !== null && !found.isDirectory()) throw coded('ENOTDIR');
  return found !== null || dirname(path) === path ? path : nearestFolder(dirname(path));
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Files written beside their places and not yet put there. */
const unfinished = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * All files are written beside their places first and then put there, so that a disk that is full, or a run that is interrupted, leaves
 * every earlier file complete. A link stays a link: the file that it leads to is replaced, and keeps its mode.
 */
async function writeFiles(files: readonly FileToWrite[]): Promise<void> {
  const stop = (signal: NodeJS.Signals): void => {
    for (const path of unfinished) rmSync(path, { force: true });
    process.kill(process.pid, signal);
  };
  // Only meanwhile: with a listener a signal waits for long calculations, without one it ends the program at once.
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    await writeAll(files);
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
    for (const path of unfinished) await rm(path, { force: true });
    unfinished.clear();
  }
}

async function writeAll(files: readonly FileToWrite[]): Promise<void> {
  const written: string[] = [];
  const toRename: { readonly path: string; readonly from: string; readonly to: string }[] = [];
  let path = '';
  try {
    for (const [index, file] of files.entries()) {
      path = file.path;
      await mkdir(dirname((await lookAt(path)).target), { recursive: true });
      const { target, kind } = await lookAt(path);
      if (kind === 'other') continue;
      const beside = join(dirname(target), `.${String(process.pid)}-${String(index)}.part`);
      unfinished.add(beside);
      await writeFile(beside, file.bytes);
      if (kind === 'file') await chmod(beside, (await stat(target)).mode);
      toRename.push({ path, from: beside, to: target });
    }
    // A device or a pipe, such as /dev/stdout, has no place beside it.
    for (const file of files) {
      path = file.path;
      if ((await lookAt(path)).kind === 'other') await writeFile(path, file.bytes);
    }
    for (const { path: next, from, to } of toRename) {
      path = next;
      await rename(from, to);
      unfinished.delete(from);
      written.push(path);
    }
  } catch (error) {
    throw new WritingStopped(path, written, { cause: error });
  }
}
