/**
 * What a word or phrase tells beside a date (docs/rules.md#timescale-start-and-end).
 * - `ongoing`, `frequency`: goes on; a frequency ("annual") describes more often than it dates (docs/rules.md#timescale-ongoing).
 * - `provisional`; `condition` ("subject to"); `event` ("once", "when"), a condition that also says when.
 * - `immediate`: at the plan date.
 * - `started`, `starts`: a verb, past or other, whose date is a start; `ends`: one whose date is an end.
 * - `from`, `until`: a preposition, which counts only directly before a date; `after` is `from` before a date, else an event.
 * Rules: docs/rules.md#timescale-provisional, docs/rules.md#timescale-conditional.
 */
export type Meaning =
  | 'ongoing'
  | 'frequency'
  | 'provisional'
  | 'condition'
  | 'event'
  | 'immediate'
  | 'started'
  | 'starts'
  | 'ends'
  | 'from'
  | 'until'
  | 'after';

export const PHRASES: Readonly<Record<Meaning, readonly string[]>> = {
  ongoing: [
    'ongoing',
    'on going',
    'continuous',
    'continuously',
    'continual',
    'continually',
    'continuing',
    'continues',
    'in progress',
    'underway',
    'under way',
    'business as usual',
    'bau',
    'rolling',
    'until further notice',
    'indefinite',
    'indefinitely',
  ],
  frequency: [
    'annual',
    'annually',
    'yearly',
    'quarterly',
    'monthly',
    'weekly',
    'fortnightly',
    'daily',
    'termly',
    'biannual',
    'biannually',
    'biennial',
    'biennially',
    'bimonthly',
    'per annum',
    'year round',
    'all year',
    'throughout the year',
  ],
  provisional: [
    'provisional',
    'provisionally',
    'tbc',
    'tba',
    'tbd',
    'to be confirmed',
    'to be agreed',
    'to be announced',
    'to be advised',
    'to be decided',
    'to be determined',
    'to be finalised',
    'not confirmed',
    'unconfirmed',
    'expected',
    'estimated',
    'est',
    'anticipated',
    'approximately',
    'approx',
    'circa',
    'likely',
    'tentative',
    'tentatively',
    'indicative',
    'indicatively',
    'proposed',
  ],
  condition: [
    'if',
    'subject to',
    'dependent on',
    'dependent upon',
    'dependant on',
    'dependant upon',
    'depending on',
    'depending upon',
    'depends on',
    'contingent on',
    'contingent upon',
    'conditional on',
    'conditional upon',
    'reliant on',
    'pending',
    'awaiting',
    'provided that',
    'providing that',
    'unless',
    'assuming',
    'permitting',
  ],
  event: ['once', 'when', 'as soon as', 'upon', 'on completion of', 'on receipt of', 'on approval of'],
  immediate: ['immediate', 'immediately', 'at once', 'straight away', 'straightaway'],
  started: [
    'commenced',
    'launched',
    'relaunched',
    'started',
    'began',
    'begun',
    'introduced',
    'established',
    'initiated',
    'opened',
    'went live',
  ],
  starts: [
    'start',
    'starts',
    'starting',
    'start date',
    'commence',
    'commences',
    'commencing',
    'commencement',
    'begin',
    'begins',
    'beginning',
  ],
  ends: [
    'due',
    'deadline',
    'complete',
    'completes',
    'completed',
    'completing',
    'completion',
    'finish',
    'finished',
    'finishes',
    'finalise',
    'finalised',
    'deliver',
    'delivered',
    'delivery',
    'publish',
    'published',
    'review',
    'reviewed',
    'end date',
    'ending',
    'ends',
    'ended',
  ],
  from: ['from', 'since', 'as from', 'as of', 'wef', 'with effect from', 'effective from', 'effective'],
  until: ['by', 'to', 'until', 'till', 'til', 'through', 'up to', 'before', 'prior to', 'as at', 'no later than', 'not later than'],
  after: ['after', 'following', 'post'],
};

/** Every word of the phrases, for correcting spelling. */
export const PHRASE_WORDS: readonly string[] = Object.values(PHRASES).flatMap((texts) => texts.flatMap((text) => text.split(' ')));
