import { HEADING_KEYS, type HeadingKey } from './heading-keys';
import { CERTAIN, FIRM } from './heading-matcher';

/** What the headings of a possible table say. */
export interface FoundHeadings {
  /** How surely a heading is there, 0 to 1; 0 where it is not. */
  readonly strength: (key: HeadingKey) => number;
  /** The words of the column with this heading, "" where there is none. */
  readonly words: (key: HeadingKey) => string;
  /** Whether the sheet's name or the lines above say what kind of table it is. */
  readonly isTitled: () => boolean;
}

/** Everything that sets one kind of table apart from the others; readers and screens ask this and never the kind's name. */
interface TableKindRules {
  /** What a row of it is, and so what it is read as. */
  readonly rowKind: 'action' | 'measure' | 'activity';
  /** The heading under which stands the text that makes a row. */
  readonly rowHeading: HeadingKey;
  /** The heading that takes its place in a table without it. */
  readonly rowHeadingElse: HeadingKey | null;
  /** A row without the text is still one where this heading is filled. */
  readonly rowWithout: HeadingKey | null;
  /** What a line is that stands alone: the theme of the rows below, or a row with the rest still to be filled in. */
  readonly loneLine: 'theme' | 'row';
  /** Whether services may be listed under a line such as "Services involved include:". */
  readonly listsServices: boolean;
  /** Whether it has a column of outcomes, which cells of codes may give away. */
  readonly hasOutcomeColumn: boolean;
  /** Whether its title names the outcome of all its rows. */
  readonly hasOutcomeInTitle: boolean;
  /** Words that make a title of it, in the sheet's name and in a line above; null where titles say nothing about the kind. */
  readonly title: { readonly sheetName: RegExp; readonly line: RegExp } | null;
  /** The headings that a user may give to a column of it. */
  readonly columns: readonly HeadingKey[];
  /** Whether a table with these headings is of this kind. No table is of two kinds. */
  readonly isMadeBy: (headings: FoundHeadings) => boolean;
  /** What people call it. */
  readonly words: {
    readonly name: string;
    /** What it is a table of, within a sentence. */
    readonly table: readonly [one: string, many: string];
    readonly row: readonly [one: string, many: string];
  };
}

/** The four of which a priority table has at least two. */
export const CORE_KEYS = ['ledBy', 'timescale', 'measure', 'sharedOutcome'] as const satisfies readonly HeadingKey[];

/** The core headings that stand in a table. A start alone says when, if not by when, and makes a table as the timescale does. */
export function coreIn(has: (key: HeadingKey) => boolean): HeadingKey[] {
  return CORE_KEYS.map((key) => (key === 'timescale' && !has(key) ? 'start' : key)).filter(has);
}

const coreOf = ({ strength }: FoundHeadings): HeadingKey[] => coreIn((key) => strength(key) > 0);

/** The kinds of table that are read (docs/rules.md#table-kinds); the usual one first, as a user is offered them. */
const TABLE_KIND_RULES = {
  /** What a directorate commits itself to. */
  priorities: {
    rowKind: 'action',
    rowHeading: 'commitment',
    rowHeadingElse: null,
    rowWithout: null,
    loneLine: 'theme',
    listsServices: true,
    hasOutcomeColumn: true,
    hasOutcomeInTitle: false,
    title: null,
    columns: HEADING_KEYS.filter((key) => key !== 'strategies'),
    isMadeBy: (headings) => {
      const { strength } = headings;
      const core = coreOf(headings);
      // Two of them at least beyond reasonable doubt, so that a row of ordinary words is no header.
      const firm = [...core, 'commitment' as const].filter((key) => strength(key) >= FIRM);
      if (strength('commitment') >= 0.45 && core.length >= 2 && firm.length >= 2) return true;
      // A list of actions with who does them and how they stand, whether it says by when or not.
      const isFollowed = Math.max(strength('status'), strength('progress')) >= FIRM && strength('ledBy') >= FIRM;
      return isFollowed && (strength('commitment') >= CERTAIN || (strength('commitment') >= 0.6 && core.length >= 2));
    },
    words: { name: 'Priorities', table: ['table', 'tables'], row: ['action', 'actions'] },
  },
  /** A directorate's "Measures within the Logframe" (docs/rules.md#measures-tables). */
  measures: {
    rowKind: 'measure',
    rowHeading: 'measure',
    rowHeadingElse: 'indicator',
    rowWithout: null,
    loneLine: 'row',
    listsServices: false,
    hasOutcomeColumn: false,
    hasOutcomeInTitle: false,
    title: { sheetName: /\b(?:measures?|logframe|indicators?|ovis?)\b/i, line: /\b(?:measures?|indicators?)\b/i },
    columns: ['measure', 'timescale', 'progress', 'status', 'theme', 'directorate', 'ref', 'notes'],
    isMadeBy: ({ strength, words, isTitled }) => {
      const followed = Math.max(strength('timescale'), strength('progress'));
      if (strength('commitment') > 0 || followed < FIRM) return false;
      const indicator = strength('indicator');
      if (indicator >= FIRM && indicator >= CERTAIN * 0.8 && /verifiable|\bovis?\b/i.test(words('indicator'))) return true;
      // Under a title plainer headings do.
      return Math.max(indicator, strength('measure')) >= FIRM && isTitled();
    },
    words: {
      name: 'Logframe measures',
      table: ['logframe table', 'logframe tables'],
      row: ['measure', 'measures'],
    },
  },
  /** Appendix A: what the council does already, outcome by outcome (docs/rules.md#activity-tables). */
  activity: {
    rowKind: 'activity',
    rowHeading: 'commitment',
    rowHeadingElse: null,
    rowWithout: 'strategies',
    loneLine: 'theme',
    listsServices: false,
    hasOutcomeColumn: false,
    hasOutcomeInTitle: true,
    title: null,
    columns: ['commitment', 'strategies', 'theme', 'directorate', 'ref', 'notes'],
    isMadeBy: (headings) => headings.strength('commitment') >= 0.6 && headings.strength('strategies') > 0 && coreOf(headings).length < 2,
    words: {
      name: 'Current activity',
      table: ['activity table', 'activity tables'],
      row: ['commitment', 'commitments'],
    },
  },
} as const satisfies Readonly<Record<string, TableKindRules>>;

export type TableKind = keyof typeof TABLE_KIND_RULES;

/** In the order in which they are shown. */
export const TABLE_KINDS = Object.keys(TABLE_KIND_RULES) as readonly TableKind[];

export function rulesOf(kind: TableKind): TableKindRules {
  return TABLE_KIND_RULES[kind];
}

/** A row as read; a service is listed in a table of actions, under a line that opens a list. */
export type RowKind = TableKindRules['rowKind'] | 'service';

/** Whether the rows of a table are actions. */
export const holdsActions = ({ kind }: { readonly kind: TableKind }): boolean => rulesOf(kind).rowKind === 'action';

/** The headings of which any marks the column with the text that makes a row. */
export const ROW_HEADINGS: ReadonlySet<HeadingKey> = new Set(
  TABLE_KINDS.map(rulesOf).flatMap(({ rowHeading, rowHeadingElse }) => [rowHeading, ...(rowHeadingElse === null ? [] : [rowHeadingElse])]),
);

/** The kind of table that these headings make; null where they make none. */
export function kindMadeBy(headings: Omit<FoundHeadings, 'isTitled'>, isTitled: (kind: TableKind) => boolean): TableKind | null {
  return TABLE_KINDS.find((kind) => rulesOf(kind).isMadeBy({ ...headings, isTitled: () => isTitled(kind) })) ?? null;
}
