/** What a column of a framework sheet, or of a council's own list, holds. */
export type SheetField =
  | 'code'
  | 'outcome'
  | 'otherTitles'
  | 'under'
  | 'directorate'
  | 'shortCode'
  | 'otherNames'
  | 'indicatorId'
  | 'indicator'
  | 'level'
  | 'meansOfVerification'
  | 'notes'
  | keyof typeof VOCABULARY_HEADINGS;

/** The headings as the sheet to fill in has them, over the lists of words. */
export const VOCABULARY_HEADINGS = {
  statuses: 'Statuses',
  verdicts: 'Finance’s verdicts',
  namedFunds: 'Funds by name',
  posts: 'Posts',
  teams: 'Teams',
  commonWords: 'Common words',
  places: 'Places',
} as const;

/** The headings as the sheet to fill in has them. */
export const LIST_HEADINGS = {
  code: 'Outcome code',
  outcome: 'Outcome',
  otherTitles: 'Other titles',
  under: 'Under',
  directorate: 'Directorate',
  shortCode: 'Short code',
  otherNames: 'Other names',
  indicatorId: 'Indicator no.',
  indicator: 'Indicator',
  level: 'For outcome',
  meansOfVerification: 'Means of verification',
  notes: 'Notes',
} as const;

/** Lines above the lists: a label with its value beside it. */
export const SETTING_LABELS = {
  council: 'Council',
  name: 'Name of the plan',
  planDate: 'Plan agreed on',
  lowCostUpTo: 'Low cost up to (£)',
  outcomeWord: 'Word for an outcome',
} as const;
export type Setting = keyof typeof SETTING_LABELS;

/** Words that councils put over such lists; whole phrases, in small letters, without brackets and closing marks. */
const FIELD_WORDS: Readonly<Record<SheetField, RegExp>> = {
  code: /^(?:(?:outcome|goal|priority|objective)s? (?:code|no|number|ref)|code)$/,
  outcome:
    /^(?:(?:our |shared |strategic |key |corporate )?(?:outcome|goal|priorit(?:y|ie)|objective|aim|ambition|theme|pillar|mission)s?(?: title)?|title)$/,
  otherTitles: /^other (?:titles?|wordings?)$/,
  under: /^(?:under|below|belongs to|parent)$/,
  directorate: /^(?:lead |owning )?(?:directorate|department|service|division|service area)s?(?: name)?$/,
  shortCode: /^(?:(?:directorate |department )?(?:short ?code|short name|abbreviation|acronym|code|prefix))$/,
  otherNames: /^(?:other names?|also called|also known as|aliases)$/,
  indicatorId: /^(?:(?:indicator|ovi) (?:no|number|ref|id|code)|no|number|ref|id)$/,
  indicator: /^(?:(?:key |performance |objectively verifiable )*indicators?(?: text)?|ovis?|kpis?)$/,
  level: /^(?:for (?:outcome|goal|priority)|level|serves)$/,
  meansOfVerification: /^(?:means of verification|mov|source|data source)$/,
  notes: /^(?:notes?|comments?)$/,
  statuses: /^status(?:es)?$/,
  verdicts: /^(?:finance(?:s|['’]s)? )?verdicts?$/,
  namedFunds: /^(?:funds?(?: by name)?|named funds?|grants?)$/,
  posts: /^posts?$/,
  teams: /^teams?$/,
  commonWords: /^common words?$/,
  places: /^places?$/,
};

const SETTING_WORDS: Readonly<Record<Setting, RegExp>> = {
  council: /^(?:name of (?:the )?)?council$/,
  name: /^(?:name of (?:the )?)?(?:plan|strategy)$/,
  planDate: /^(?:plan agreed on|plan date|date agreed|agreed on)$/,
  lowCostUpTo: /^low cost up to$/,
  outcomeWord: /^word for (?:an )?outcomes?$/,
};

const plainHeading = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[\s*:.?]+/g, ' ')
    .trim();

/** What the words over a column may say of it, the likeliest first: "Code" may be an outcome's or a directorate's. */
export function fieldsNamed(words: string): SheetField[] {
  const plain = plainHeading(words);
  return (Object.keys(FIELD_WORDS) as SheetField[]).filter((field) => FIELD_WORDS[field].test(plain));
}

export function settingNamed(words: string): Setting | null {
  const plain = plainHeading(words);
  return (Object.keys(SETTING_WORDS) as Setting[]).find((setting) => SETTING_WORDS[setting].test(plain)) ?? null;
}
