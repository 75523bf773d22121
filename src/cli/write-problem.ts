/** Why a file cannot be written and what to do about it, by the code of the error. */
export function writeProblem(path: string, error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return `The file ${path} cannot be written: ${REASONS[code] ?? 'the system refused it. Is the folder there, and the file closed?'}`;
}

const OPEN = 'it is open in another program or locked. Close it there and run this again.';
const FULL = 'the disk is full. Make room on it and run this again.';

/** `READ-ONLY` and `LOCKED` are of `CliWorld.demandWritable`, the others of the operating system. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EBUSY: OPEN,
  EPERM: OPEN,
  ETXTBSY: OPEN,
  LOCKED: 'a lock file beside it says that it is open in another program. Close it there; if no program has it open, delete the lock file.',
  EACCES: 'you have no permission to. Ask for it, or give another folder.',
  'READ-ONLY': 'it is marked as read-only. Give another name, or take the mark off.',
  EROFS: 'the disk can only be read. Give a folder on another.',
  EISDIR: 'it is a folder. Give the name of a file.',
  ENOTDIR: 'there is a file where a folder of its path should be. Give another folder.',
  ENOENT: 'the folder is not there. Make it first, or give another.',
  ENAMETOOLONG: 'its name is too long. Give a shorter one.',
  ELOOP: 'its links lead round in a circle. Give another name.',
};
