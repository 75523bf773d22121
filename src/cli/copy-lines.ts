import { type Collated, copiedInWords } from '../application';
import { counted } from '../domain/wording';
import { UsageError } from './cli-world';
import { short } from './short-words';

type Copy = Collated['copies'][number];

/** A file of `--merge` that is no copy of the plan ends the run before anything is written. */
export function demandCopies(copies: readonly Copy[]): void {
  const refused = copies.flatMap(({ problem }) => problem ?? []);
  if (refused.length > 0) throw new UsageError(`${refused.join(' ')} Nothing was written.`);
}

/** What each copy of the plan brought: how much, then text by text. */
export function copyLines(copies: readonly Copy[]): string[] {
  return copies.flatMap(({ file, texts, notices }) => [
    `${file}, a copy of this plan: ${countsInWords(texts)}.`,
    ...notices.map((notice) => `${file}: ${notice}`),
    ...texts.map(textLine),
  ]);
}

function countsInWords(texts: Copy['texts']): string {
  const count = (how: Copy['texts'][number]['how']): number => texts.filter((text) => text.how === how).length;
  const parts = [
    `${counted(count('taken'), 'text')} taken`,
    ...(count('conflict') > 0 ? [counted(count('conflict'), 'conflict')] : []),
    ...(count('mine') > 0 ? [`${counted(count('mine'), 'text')} not taken, as you said`] : []),
    ...(count('set aside') > 0 ? [`${counted(count('set aside'), 'text')} without a place in the plan`] : []),
  ];
  return texts.length === 0 ? 'nothing typed there that the plan does not have' : parts.join(', ');
}

function textLine(text: Copy['texts'][number]): string {
  const { copy, sheet, row, beside, heading, theirs, mine, how } = text;
  const where = [row === '' || row === beside ? beside : row, heading].filter((part) => part !== '').map(short);
  const place = [sheet, ...where].join(', ');
  if (how === 'taken') return `From ${copy}: ${place}: "${short(theirs)}"${mine === '' ? '' : ` instead of "${short(mine)}"`}.`;
  const stays = mine === '' ? '' : ` The plan keeps "${short(mine)}".`;
  const settle = how === 'conflict' ? ' Both were typed: settle it with --take-copy or --keep-mine.' : '';
  return `${place}: ${copiedInWords(text, short)}.${stays}${settle}`;
}
