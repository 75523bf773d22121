import type { FurtherRole } from './further-column';
import type { HeaderCell } from './header-cells';
import type { HeadingKey } from './heading-keys';

const of = (key: HeadingKey, role: FurtherRole, words: RegExp): { key: HeadingKey; role: FurtherRole; words: RegExp } => ({
  key,
  role,
  words,
});

/** The words of a heading that say which of several columns of one field it is, in small letters. */
const ROLES: readonly { key: HeadingKey; role: FurtherRole; words: RegExp }[] = [
  of(
    'start',
    'start',
    /^(?:(?:planned|proposed|estimated|actual|expected) )?(?:start|starts|begin|begins|beginning|commence|commences|commencement|from)(?:ing)?(?: date| month)?$|^(?:date|month) (?:of start|started)$/,
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
    /^(?:(?:also )?support(?:ed|ing)?(?: by| leads?| officers?| organisations?| services?| partners?| teams?)?|other (?:partners?|organisations?|leads?|services?)|(?:key |delivery |other )?partners?(?: organisations?| involved)?|working with|in partnership with|who else(?: is involved)?|contributors?|with whom|partnership working)$/,
  ),
  of(
    'measure',
    'figure',
    /^(?:baselines?|targets?|trajectory|starting point|milestone target|target outcome|current performance)(?:\s*[(:]?\s*(?:20)?\d{2}.*)?$|^(?:20\d{2}(?:\/\d{2})?) (?:baseline|target)$/,
  ),
];

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
  const words = wordsOf(cell);
  return ROLES.find((role) => role.words.test(words)) ?? null;
}

/** Whether a column's dates say nothing of when the work is done. */
export function isOtherDate(cell: Pick<HeaderCell, 'texts'>): boolean {
  return OTHER_DATE.test(wordsOf(cell));
}

/** Whether a heading is that of a field by itself: it neither says what its column adds to another nor that its dates are of something else. */
export function isOfItself(cell: Pick<HeaderCell, 'texts'>): boolean {
  return roleOf(cell) === null && !isOtherDate(cell);
}
