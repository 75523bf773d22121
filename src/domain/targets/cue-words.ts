/** The words by which a wording says what is to become of a number. Small letters; a phrase is words with one space between. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

export type Way = 'up' | 'down' | 'better';

const UP = words(
  'increase increases increased increasing rise rises risen rising rose grow grows grown growing raise raises raised raising boost boosts boosted expand expands expanded expanding double doubles doubled doubling treble trebled trebling triple tripled higher',
);
const DOWN = words(
  'reduce reduces reduced reducing decrease decreases decreased decreasing decline declines declined declining fall fallen fell falling drop drops dropped dropping cut cutting lower lowered lowering lessen lessened narrow narrows narrowed narrowing shrink shrunk minimise minimised halve halves halved halving eliminate eliminated eradicate eradicated tackle address',
);
const BETTER = words('improve improves improved improving enhance enhanced strengthen strengthened');
const NOUNS_UP = words('increase rise growth improvement uplift gain more');
const NOUNS_DOWN = words('reduction reductions decrease decline fall drop cut fewer less');

export function verbWay(word: string): Way | null {
  if (UP.has(word)) return 'up';
  if (DOWN.has(word)) return 'down';
  return BETTER.has(word) ? 'better' : null;
}

export function nounWay(word: string): 'up' | 'down' | null {
  if (NOUNS_UP.has(word)) return 'up';
  return NOUNS_DOWN.has(word) ? 'down' : null;
}

/** Verbs that say by how much with no number: "halve". In per cent. */
export const FACTORS: ReadonlyMap<string, number> = new Map([
  ['halve', -50],
  ['halves', -50],
  ['halved', -50],
  ['halving', -50],
  ['double', 100],
  ['doubles', 100],
  ['doubled', 100],
  ['doubling', 100],
  ['treble', 200],
  ['trebled', 200],
  ['trebling', 200],
  ['triple', 200],
  ['tripled', 200],
]);

export const KEEPING = words('maintain maintains maintained maintaining sustain sustained');
/** These keep a level only where one is spoken of: "remain at", not "people who remain in work". */
export const STAYING = words('remain remains remained stay stays keep kept hold held');
export const MODAL = words('will shall should must');
export const REACHING = words(
  'reach reaches reached reaching achieve achieves achieved achieving attain attained hit meet meets met meeting exceed exceeds exceeded',
);
export const PROCESS = words(
  'implement implemented publish published develop developed launch launched adopt adopted establish established deliver delivered produce produced complete completed agree agreed embed embedded introduce introduced review reviewed create created progress',
);
/** Other verbs with which a wording may begin; what is to be done follows. */
export const IMPERATIVE = words(
  'ensure prevent relieve support attract deliver train provide help enable recruit close secure create build complete open plant install offer achieve reach meet have move give see keep get make',
);
export const AUXILIARY = words(
  'be been being have has had is are was were to will shall should must also then further continue continued would we go going remain',
);
/** Who is to do it, and not what is measured. */
export const AGENT =
  /^(?:(?:by|that|and|,|to)\s+)*(?:we|all (?:our )?(?:organisations|partners|councils|trusts|services)|(?:each|every) (?:organisation|partner|council)|(?:the |our )?(?:council|partners|partnership|system|nhs|icb|trust|trusts|service|services)|our ambition is|our aim is|our target is|(?:the )?(?:target|ambition|aim) is(?: to| for)?|there)$/;

export const FILLER = words(
  'a an the of around about approximately approx roughly some just only over all level levels rate rates figure value values total average current further additional overall at our its their score proportion percentage share nearly almost circa c minimum maximum performance coverage uptake ratio gap number net still',
);

export const DURATIONS = words(
  'hour hours hr hrs day days week weeks month months minute minutes mins second seconds year years yr yrs old olds fortnight nights night',
);
export const BASELINE = words('baseline currently current previously latest was were stood stands starting against');
export const GAPS = words('gap gaps difference differences inequality inequalities disparity disparities variation');
