/** Said of a row that names no directorate; a directorate that is named is called by its name, in the framework or not. */
export const DIRECTORATE_NOT_KNOWN = 'Directorate not known';

/** The heading over rows that name no shared outcome. */
export const NO_SHARED_OUTCOME = 'No shared outcome named';

/** The headings under which finance's verdicts stand, in All priorities and beside a directorate's own actions. */
export const FINANCE_HEADINGS = { check: 'Finance check', note: 'Finance note', by: 'Finance by', date: 'Finance date' } as const;

interface Owned {
  /** Name in the framework; null when none was recognised. */
  readonly directorate: string | null;
  /** The words that were meant to name it; "" where there are none. */
  readonly directorateText: string;
}

/** The directorate's name in the framework, else the words that were meant to name it; "" when it is named nowhere. */
export function directorateNameOf({ directorate, directorateText }: Owned): string {
  return directorate ?? directorateText.trim();
}

/** The same, in words also when it is named nowhere. */
export function directorateWords(owned: Owned): string {
  return directorateNameOf(owned) || DIRECTORATE_NOT_KNOWN;
}
