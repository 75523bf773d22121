import { counted, grouped } from '../../domain/wording';
import { KEPT_TEXTS } from '../../application';
import type { CollationDryRun } from '../shared/pane-services';

/** Every word about colleagues' copies of the plan. */

type Copy = CollationDryRun['copies'][number];
type CopiedText = Copy['texts'][number];

export const COPY_WORDS = {
  list: 'Copies of this plan',
  isCopy: 'a copy of this plan',
  title: ({ texts }: Copy) =>
    texts.length === 0
      ? 'A colleague’s copy of this plan: nothing typed there that is not here'
      : `A colleague’s copy of this plan: ${counted(texts.length, 'text')} typed there`,
  ask: ({ file }: Copy) => `What was typed in ${file}`,
  merge: 'Merge it into this plan',
  leave: 'Leave it out',
  mustSay: (copies: number) =>
    `Say first whether ${copies === 1 ? 'the copy of this plan is' : `the ${grouped(copies)} copies of this plan are`} to be merged.`,
  texts: ({ texts }: Copy) => {
    const conflicts = texts.filter(({ how }) => how === 'conflict').length;
    return `${counted(texts.length, 'text')} of the copy${conflicts === 0 ? '' : `, ${grouped(conflicts)} with other words here`}`;
  },
  textsOf: (copy: Copy) => `${COPY_WORDS.texts(copy)}: ${copy.file}`,
  place: ({ sheet, row, beside, heading }: CopiedText) =>
    [row === '' ? beside : row, sheet, heading].filter((part) => part !== '').join(' · '),
  theirs: (words: string) => `the copy has: ${words}`,
  mine: (words: string) => `this plan has: ${words}`,
  how: ({ how }: CopiedText) => (how === 'set aside' ? `goes to the sheet “${KEPT_TEXTS}”, since no row here is surely its own` : null),
  conflictHint: `Yours stays, and theirs goes to the sheet “${KEPT_TEXTS}”, unless you choose.`,
} as const;
