/** What a verb does with money. `take on` is for people, `hire` for people and things, `build` for buildings and grounds. */
export type VerbClass = 'procure' | 'buy' | 'hire' | 'take on' | 'build' | 'spend' | 'give' | 'seek' | 'earn' | 'save';

export type VerbForm = 'base' | 'ing' | 'past';

export interface MoneyVerb {
  readonly base: string;
  readonly form: VerbForm;
  readonly does: VerbClass;
  /** It is a noun as often, so that its place alone does not make it a verb: "fund manager", "order of the day". */
  readonly isNounToo: boolean;
}

const CLASSES: Readonly<Record<VerbClass, string>> = {
  procure: 'procure reprocure re-procure outsource commission recommission re-commission tender retender re-tender',
  buy: 'buy purchase lease rent order acquire',
  hire: 'hire',
  'take on': 'recruit re-recruit appoint employ second backfill take',
  build:
    'build rebuild construct install upgrade refurbish renovate extend convert resurface redevelop repair replace insulate restore erect demolish widen modernise re-roof',
  spend: 'fund invest reinvest pay spend subsidise finance reimburse',
  give: 'offer give award provide distribute allocate launch open administer',
  seek: 'bid apply seek secure attract win obtain',
  earn: 'charge sell generate raise earn',
  save: 'save cut reduce lower trim',
};

const NOUNS_TOO = new Set(
  'fund finance commission tender retender re-tender order lease rent hire second charge bid save cut pay spend purchase award offer upgrade repair raise'.split(
    ' ',
  ),
);
const PAST: Readonly<Record<string, string>> = {
  buy: 'bought',
  build: 'built',
  rebuild: 'rebuilt',
  pay: 'paid',
  spend: 'spent',
  give: 'given',
  bid: 'bid',
  seek: 'sought',
  win: 'won',
  sell: 'sold',
  cut: 'cut',
  take: 'taken',
};
const DOUBLED = new Set(['bid', 'cut', 'win', 'trim']);

function formsOf(base: string): [form: VerbForm, word: string][] {
  const stem = DOUBLED.has(base) ? base + base.slice(-1) : base.replace(/e$/, '');
  const past = PAST[base] ?? (/[^aeiou]y$/.test(base) ? base.replace(/y$/, 'ied') : `${stem}ed`);
  return [
    ['past', past],
    ['ing', `${stem}ing`],
    ['base', base],
  ];
}

const VERBS: ReadonlyMap<string, MoneyVerb> = new Map(
  Object.entries(CLASSES).flatMap(([does, bases]) =>
    bases.split(' ').flatMap((base) =>
      formsOf(base).map(([form, word]): [string, MoneyVerb] => {
        return [word, { base, form, does: does as VerbClass, isNounToo: NOUNS_TOO.has(base) }];
      }),
    ),
  ),
);

/** The verb of which a word is a form; null for any other word. */
export function moneyVerb(lower: string): MoneyVerb | null {
  return VERBS.get(lower) ?? null;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Base form, "-s" and "-ing" of regular verbs. */
const inflected = (bases: string): ReadonlySet<string> =>
  new Set(bases.split(' ').flatMap((base) => [base, `${base}s`, `${base.replace(/e$/, '')}ing`]));

/** Verbs by which another is brought to act: who does what follows "to" is not the council. */
export const ENABLING = inflected(
  'support help encourage enable assist ask advise train urge require allow incentivise persuade challenge invite signpost lobby press expect want teach remind call influence empower inspire equip',
);
/** Verbs that only look at what their object is about. */
export const LOOKING = inflected(
  'review monitor report map publish share understand learn discuss study evaluate analyse audit compare comment respond describe record track measure observe survey research reflect',
);
/** Verbs that weigh whether to do what follows. */
export const EXPLORING = inflected('explore consider investigate scope examine assess look appraise debate test');
/** Nouns before "to": what follows is thought about, not done. */
export const THOUGHTS = list(
  'option options plan plans proposal proposals case need opportunity opportunities scope potential feasibility way ways idea ideas possibility whether chance appetite',
);
