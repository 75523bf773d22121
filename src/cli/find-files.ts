import { basename, extname, resolve } from 'node:path';
import { NO_FACTS, type NotRead, SUBMISSION_ENDINGS } from '../application';
import { inNameOrder } from '../domain/wording';
import { type CliWorld, type FolderEntry, UsageError } from './cli-world';

/** A file to read: where it is, and the name it has in reports. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** A path that the run itself writes or reads as something else, so that it is no submission in a folder. */
export interface OwnFile {
  readonly path: string;
  /** "the plan of --previous" */
  readonly is: string;
}

export interface FilesFound {
  /** In the order of their names, whatever order they were given in or the file system has. */
  readonly files: readonly NamedFile[];
  readonly notRead: readonly NotRead[];
}

/**
 * The submissions that the arguments name: files as given, and for a folder every workbook and document in it and in its folders. Lock files of Excel and
 * LibreOffice are passed over; every other file of a folder that is not read is listed with the reason.
 * Rule: docs/rules.md#files-read.
 * @throws UsageError when an argument is neither, or a folder holds no workbook to read.
 */
export async function filesFrom(paths: readonly string[], world: CliWorld, own: readonly OwnFile[]): Promise<FilesFound> {
  const owned = new Map<string, string>();
  for (const { path, is } of own) owned.set((await world.lookAt(path)).identity, is);
  const found: Found[] = [];
  const notRead: NotRead[] = [];
  for (const path of paths) {
    const walk: Walk = { world, owned, entered: new Set(), found: [], notRead: [] };
    if (!(await enter(path, '', walk))) walk.found.push({ path, steps: composed(basename(path)) });
    else if (walk.found.length === 0) throw new UsageError(noWorkbookIn(path, walk.notRead));
    found.push(...walk.found);
    notRead.push(...walk.notRead.filter(({ file }) => !notRead.some((one) => one.file === file)));
  }
  const once = new Map<string, Found>();
  for (const one of found) {
    const { identity } = await world.lookAt(one.path);
    const before = once.get(identity);
    // A file that is given by itself and lies in a given folder too has the shorter of its names, in whatever order they were given.
    if (before === undefined || one.steps.length < before.steps.length) once.set(identity, one);
  }
  return { files: named([...once.values()]), notRead };
}

/** A file that was found. `steps` is its path in the folder that was given, with "/" between the steps. */
interface Found {
  readonly path: string;
  readonly steps: string;
}

interface Walk {
  readonly world: CliWorld;
  /** By identity, what a file or folder of the run itself is. */
  readonly owned: ReadonlyMap<string, string>;
  /** Folders entered, by identity: a link may lead back to one. */
  readonly entered: Set<string>;
  readonly found: Found[];
  readonly notRead: NotRead[];
}

/** Goes through a folder and those in it; false for what is no folder. */
async function enter(folder: string, steps: string, walk: Walk): Promise<boolean> {
  const entries = await listed(folder, walk.world);
  if (entries === null) return false;
  const { identity } = await walk.world.lookAt(folder);
  if (walk.entered.has(identity)) return true;
  walk.entered.add(identity);
  for (const entry of [...entries].sort((a, b) => inNameOrder(a.name, b.name))) {
    const inside = composed(steps === '' ? entry.name : `${steps}/${entry.name}`);
    const is = walk.owned.get((await walk.world.lookAt(entry.path)).identity);
    const why = is === undefined ? whyNot(entry) : `it is ${is}`;
    if (isLock(entry.name)) continue;
    if (why !== null) {
      const isOwn = is !== undefined;
      walk.notRead.push({ file: inside, why, isOwn, facts: isOwn ? NO_FACTS : await walk.world.factsOf(entry.path) });
    } else if (entry.kind === 'folder') await enter(entry.path, inside, walk);
    else walk.found.push({ path: entry.path, steps: inside });
  }
  return true;
}

/** macOS may give the letters of a name and their accents apart; the same file has one name wherever it lies. */
const composed = (name: string): string => name.normalize('NFC');

async function listed(folder: string, world: CliWorld): Promise<readonly FolderEntry[] | null> {
  try {
    return await world.listFolder(folder);
  } catch (error) {
    throw new UsageError(`The folder ${folder} cannot be read: you have no permission to, or it is gone.`, { cause: error });
  }
}

/** `~$plan.xlsx` of Excel and `.~lock.plan.xlsx#` of LibreOffice stand beside a workbook that is open. */
const isLock = (name: string): boolean => name.startsWith('~$') || /^\.~lock\..*#$/.test(name);

/** Why a file of a folder is no submission; null for one that is. */
function whyNot({ name, kind }: FolderEntry): string | null {
  if (kind === 'folder') return null;
  if (kind === 'nothing') return 'it is a link to a file that is not there';
  if (kind === 'other') return 'it is a device or a pipe, not a file';
  if (name.startsWith('.') || name.startsWith('~')) return 'it is a hidden or temporary file';
  const ending = extname(name).toLowerCase();
  if (SUBMISSION_ENDINGS.includes(ending)) return null;
  return ending === ''
    ? 'its name has no ending that says it is a workbook or a document'
    : `${ending} is not the ending of a workbook or a document`;
}

function noWorkbookIn(folder: string, notRead: Walk['notRead']): string {
  const own = notRead.filter(({ isOwn }) => isOwn);
  if (own.length > 0) {
    const files = own.map(({ file, why }) => `${file} (${why})`).join(', ');
    return `The folder ${folder} holds no submission: the only workbook in it is ${files}. Put the submissions there, or give their folder.`;
  }
  return `There is no workbook in the folder ${folder}.${notRead.length === 0 ? '' : ` ${whatWasNotRead(notRead)}`}`;
}

function whatWasNotRead(notRead: readonly NotRead[]): string {
  return `Not read: ${notRead.map(({ file, why }) => `${file} (${why})`).join(', ')}.`;
}

/**
 * Files are called by their names in the folder that was given, those given one by one by their names alone: no name says in which folders
 * of the computer they are. Of several with one name each later one has a number, in the order of their paths below the folder that they
 * share, which is the same wherever that folder is and whatever order they were given in.
 */
function named(found: readonly Found[]): NamedFile[] {
  const ordered = [...found].sort((a, b) => inNameOrder(a.steps, b.steps) || inNameOrder(resolve(a.path), resolve(b.path)));
  const taken = new Set(ordered.map(({ steps }) => steps.toLowerCase()));
  const given = new Set<string>();
  return ordered.map(({ path, steps }) => {
    let name = steps;
    const ending = extname(steps);
    for (let number = 2; given.has(name.toLowerCase()) || (number > 2 && taken.has(name.toLowerCase())); number += 1) {
      name = `${steps.slice(0, steps.length - ending.length)} (${String(number)})${ending}`;
    }
    given.add(name.toLowerCase());
    return { path, name };
  });
}
