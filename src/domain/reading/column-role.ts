import type { FurtherRole } from './further-column';
import type { HeaderCell } from './header-cells';
import type { HeadingKey } from './heading-keys';

interface Role {
  readonly key: HeadingKey;
  readonly role: FurtherRole;
  readonly words: readonly RegExp[];
}

const of = (key: HeadingKey, role: FurtherRole, ...words: readonly RegExp[]): Role => ({ key, role, words });

/** The words of a heading that say which of several columns of one field it is, in small letters. */
const ROLES: readonly Role[] = [
  of(
    'start',
    'start',
    /^(?:(?:planned|proposed|estimated|actual|expected|year|project|work) )?(?:start|starts|begin|begins|beginning|commence|commences|commencement|from|kick-?off|launch)(?:ing)?(?: date| month| year)?$|^(?:date|month) (?:of start|started)$/,
  ),
  of(
    'timescale',
    'first planned',
    /^(?:original|originally|first|initial|previous|baseline)\b.*\b(?:date|deadline|timescale|completion|due|target)\b/,
  ),
  of(
    'progress',
    'done',
    /^(?:actual (?:completion|end|finish)|completed|closed|achieved|date (?:closed|completed|achieved|done)|completion achieved)(?: date| on)?$/,
  ),
  of(
    'ledBy',
    'support',
    /^(?:also )?support(?:ed|ing|ers?)?(?: (?:by|from))?$/,
    /^(?:also )?support(?:ed|ing|ers?)? (?:leads?|officers?|organisations?|agenc(?:y|ies)|bod(?:y|ies)|services?|partners?|teams?|staff|departments?|directorates?)$/,
    /^(?:all )?others? (?:(?:key |lead )?(?:partners?|organisations?|agenc(?:y|ies)|bod(?:y|ies)|leads?|services?|teams?|people|staff|officers?|departments?|directorates?|stakeholders?))?(?: ?(?:involved|contributing|to involve))?$/,
    /^(?:key |delivery |other |supporting )?(?:partners?|stakeholders?)(?: organisations?| agencies| involved)?$/,
    /^(?:working|(?:working )?in partnership) with$/,
    /^(?:to be )?delivered (?:jointly |in partnership |together )?with$/,
    /^who (?:else|helps|supports|will (?:help|support|assist))\b/,
    /^contribut(?:ors?|ing (?:teams?|services?|partners?))$/,
    /^(?:with whom|partnership working|(?:helped|assisted) by|involving|also involved)$/,
    /^(?:services?|teams?|partners?|officers?|agencies|organisations?|departments?) (?:supporting|involved|contributing)$/,
    /^(?:working|delivered) alongside$/,
    /^(?:additional|specialist|strategic|external|enabling|contributing|supporting|key|other|wider|local|delivery) (?:partners?|stakeholders?|services?|agenc(?:y|ies)|bod(?:y|ies)|teams?|organisations?|officers?)(?: ?\(?s\)?)?$/,
    /^(?:helpers?|collaborators?)$/,
  ),
  of(
    'measure',
    'figure',
    /^(?:baselines?|targets?|trajectory|starting point|milestone target|target outcome|current performance)(?:\s*(?:[(:]\s*)?(?:20)?\d{2}.*)?$|^(?:20\d{2}(?:\/\d{2})?) (?:baseline|target)$/,
  ),
];

/** What names an action in a few words beside the column that says what is done, and what says more of one that has a title. */
const TITLE = /^(?:action|project|commitment|scheme|initiative|activity|task|short) (?:title|name)$|^title$|^headline$/;
const MORE_OF_ACTION =
  /^how (?:will )?(?:we|it|this)(?: will)?(?: be)? (?:do|done|deliver|delivered|achieve|achieved)(?: it| this)?$|^(?:(?:brief|short|full|further|more) )?(?:(?:action|project|commitment|scheme|initiative|activity|task) )?(?:description|details?|summary)(?: of (?:the )?(?:action|project|commitment|activity|task|works?|deliverables?|scheme))?$/;

/** Whether a column without a field of its own belongs to the commitment: as its title, or as what says more of it. */
export function roleInCommitment(cell: Pick<HeaderCell, 'texts'>): 'title' | 'also' | null {
  const words = wordsOf(cell);
  if (TITLE.test(words)) return 'title';
  return MORE_OF_ACTION.test(words) ? 'also' : null;
}

/** Whether a heading asks only whether the action is done: "Done?", "Complete (Y/N)". Its marks are then the status. */
export function asksWhetherDone(cell: Pick<HeaderCell, 'texts'>): boolean {
  return /^(?:is (?:it|this) |action )?(?:done|completed?|finished|achieved|implemented|closed)(?: yet)?(?: y ?\/? ?n| yes ?\/? ?no)?$/.test(
    wordsOf(cell),
  );
}

/** Whether a date takes the place of one that another column gives: "Extended to", "New date". */
export function isRevisedDate(cell: Pick<HeaderCell, 'texts'>): boolean {
  return /^(?:extended|revised|new|amended|re ?planned|rescheduled)(?: (?:to|target|due|end|completion|deadline|date|timescale))+$/.test(
    wordsOf(cell),
  );
}

/** Columns of dates that are about something else than the work: when it was noted, reviewed, raised. */
const OTHER_DATE =
  /^(?:(?:latest |last )?(?:note|update|updated|review|reviewed|comment|meeting|issue|raised|added|opened|created|reported|report|approval|approved|agreed|record|recorded|entry|assigned|next review)s?) (?:date|on)$|^date (?:of )?(?:the )?(?:last |latest |next )?(?:note|update|review|meeting|issue|entry|raised|added|opened|created|reported|approved|agreed|recorded|assigned|updated|reviewed)s?$|^(?:last|next) (?:update|updated|review|reviewed)$/;

const wordsOf = (cell: Pick<HeaderCell, 'texts'>): string =>
  (cell.texts.at(-1) ?? '')
    .toLowerCase()
    .replace(/[()?:*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The part in a field that a heading's own words give it; null for most headings. */
export function roleOf(cell: Pick<HeaderCell, 'texts'>): { readonly key: HeadingKey; readonly role: FurtherRole } | null {
  const of = (words: string): Role | undefined => ROLES.find((role) => role.words.some((pattern) => pattern.test(words)));
  const group = cell.texts.at(-2);
  // "Original" and "Revised" under "Completion date" say only together what they are.
  return of(wordsOf(cell)) ?? (group === undefined ? null : (of(wordsOf({ texts: [`${cell.texts.at(-1) ?? ''} ${group}`] })) ?? null));
}

/** Whether a column's dates say nothing of when the work is done. */
export function isOtherDate(cell: Pick<HeaderCell, 'texts'>): boolean {
  return OTHER_DATE.test(wordsOf(cell));
}

/** Whether a heading is that of a field by itself: it neither says what its column adds to another nor that its dates are of something else. */
export function isOfItself(cell: Pick<HeaderCell, 'texts'>): boolean {
  return roleOf(cell) === null && !isOtherDate(cell);
}
