import { patternByText } from '../wording';
import type { MeasureWords } from './measure-words';

/** A rate or count that someone can look up. */
const COUNTABLE = patternByText(
  /%|\b(?:numbers?|no\.\s?of|proportions?|percentages?|per cent|rates?|ratios?|levels?\s+of|counts?|totals?|volumes?|prevalence|incidence|admissions?|referrals?|attendances?|attendees|uptake|take-up|waiting\s+(?:times?|lists?)|scores?|spend|spending|savings?|turnover|absences?|sickness|satisfaction|index|frequency|visits?|hits|downloads|sign-?ups|registrations?|enrolments?|starts|completions?|deaths|mortality|life\s+expectancy|employment(?!\s+(?:opportunit|support|prospects))|air\s+quality|income|emissions?|footfall|participation|participants|coverage|benchmark(?:s|ed)?|average|quotas?|readiness|attainment|obesity|smoking|breastfeeding|immunisations?|vaccinations?|screening|homelessness|unemployment|attendance|exclusions?|presentations|waits?|usage|users|reach|throughput|gad-?7|phq-?9|claimants?|qualifications?)\b/iu,
);

/** More or fewer of people or things that can be counted. */
const MORE_OF = patternByText(
  /\b(?:increas\w*|more|fewer|less|reduc\w*|decreas\w*|rise|fall|growth|higher|lower|additional|decline)\b[^.;\n]*\b(?:people|residents|families|children|pupils|students|adults|staff|employees|carers|schools?|providers|patients|clients|users|households|businesses|suppliers|homes|services|sessions|groups|organisations|volunteers|members|communities|parents|admissions|incidents|injuries|collisions|complaints|contacts|applications|journeys|trips)\b/iu,
);

/** Things one can see: papers, bodies, systems, events (docs/rules.md#measure-observable). */
const DELIVERABLE = patternByText(
  /\b(?:plans?|strateg(?:y|ies)|polic(?:y|ies)|reports?|frameworks?|tools?|toolkits?|systems?|platforms?|dashboards?|trackers?|partnerships?|groups?|committees?|boards?|contracts?|agreements?|mous?|models?|functions?|posts?|training|courses?|workshops?|events?|evaluations?|assessments?|audits?|surveys?|case\s+stud(?:y|ies)|feedback|data|guidance|guides?|proposals?|business\s+cases?|kpis?|metrics?|measures|websites?|campaigns?|publications?|statements?|clusters?|hubs?|networks?|meetings?|minutes|specifications?|pathways?|programmes?|pilots?|protocols?|standards?|registers?|profiles?|maps?|mapping|posters?|leaflets?|apps?|software|charters?|pledges?|concordat|accreditations?|certificates?|awards?|records?|evidence|workstreams?|roadmaps?|reviews?|needs\s+assessments?|jsna|procedures?|templates?|qa|quality\s+assurance)\b/iu,
);

/** A state that is there or is not. */
const DONE = patternByText(
  /\b(?:in\s+place|complete[ds]?|completion|established|launch(?:ed)?|published|signed[\s-]off|set\s+up|agreed|adopted|implement(?:ed|ation)|delivered|delivering|recruited|appointed|approved|endorsed|commissioned|rolled\s+out|roll-?out|opened|open(?!\s+(?:to|about|spaces?|minded))|approval|approves?|sign[\s-]off|granted|awarded|won|decision|decided|held|submitted|issued|produced|presented|written|drafted|introduced|undertaken|carried\s+out|conducted|passed|obtained|ratified|(?:is|are|be|go|goes|now|site|service|system)\s+live|(?:targets?|dut(?:y|ies)|standards?|deadlines?|requirements?|criteria|milestones?|thresholds?)\s+(?:is\s+|are\s+)?met|within\s+(?:expected\s+range|budget|target)|on\s+(?:time|budget|schedule)|installed|built|mobilised|embedded|trained|received|accredited|achieved|secured|developed|reviewed|refreshed|revised|shared|tested|piloted|in\s+post)\b/iu,
);

const NUMBER_WORD = patternByText(
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|half|third|quarter|double|twice|all|every|each|both|zero|annual(?:ly)?|monthly|quarterly|weekly)\b/iu,
);

/** What an inspector, a regulator or an award scheme says: reached or not (docs/rules.md#measure-observable). */
const RATING = patternByText(
  /\b(?:ofsted|cqc|estyn|hmi|hmicfrs|ilacs|inspectorate|inspections?|regulator\W?s?|ratings?|rated|judge?ments?|gradings?|graded?s?|kitemark|iso\s?\d+|(?:gold|silver|bronze|platinum|green\s+flag|baby\s+friendly|dementia\s+friendly|white\s+ribbon|disability\s+confident)(?:\s+\w+)?|(?<!health\s)status|permission|planning\s+consent|royal\s+assent|peer\s+(?:review|challenge))\b/iu,
);

/** More or less of something, whatever it is, unless it is a thing that nobody can count. */
const CHANGE = patternByText(
  /\b(?:fewer|(?:increas|decreas|reduc|declin)\w*(?:\s+in)?|reductions?\s+in|(?:rise|fall|growth|drop|decline|change)\s+in|lower|higher|less)\s+(?:the\s+)?(\p{L}[^.;,\n]*)/giu,
);
const NOT_COUNTED = patternByText(
  /\b(?:awareness|equity|equality|inequalit(?:y|ies)|wellbeing|well-being|resilience|confidence|knowledge|understanding|quality|engagement|involvement|opportunit(?:y|ies)|outcomes?|happiness|health|access|capacity|capability|collaboration|co-?operation|efficienc(?:y|ies)|effectiveness|cohesion|stigma|visibility|profile|focus|skills|independence|choice|trust|pride|loneliness|isolation|burden|pressures?|barriers?|silos?|impact|influence|relationships?|flexibility|support|empowerment|ambition|aspirations?|vulnerability|risk)\b/iu,
);

/** Praise: how good something is to be, with nothing that shows it (docs/rules.md#measure-observable). */
const PRAISE = patternByText(
  /^\W*(?:(?:a|an|the|more|much|much\s+more|overall|greater|all|we\s+have|to\s+have|there\s+(?:is|are))\s+)*(?:improv(?:ed|ing|ement|ements|es?)|better|stronger|strengthened|strong|enhanced?|enhancing|great(?:er)?|good|high(?:er)?[\s-]quality|excellent|effective|efficient|successful|positive(?!\s+feedback)|meaningful|raised?|robust|best|healthier|happier|happy|safer|inclusive|joined[\s-]up|innovative|sustainable|vibrant|thriving|world[\s-]class|outstanding|increased\s+(?:awareness|confidence|knowledge|understanding|resilience|engagement|collaboration))\b/iu,
);

/** Numbers that count: not those inside a name such as "KPI 7", "Tier 1" or an outcome's code, or joined to letters ("NO2"). */
export function hasNumber(text: string, { codes }: MeasureWords): boolean {
  // Most measures hold no digit at all.
  if (!/\d/.test(text)) return false;
  const named = text.replace(/\b(?:kpi|tier|level|phase|stage|step|shared\s+outcome|outcome|type|option)s?\s?\d+/gi, '');
  return /(?<![\p{L}\d])\d/u.test(codes === null ? named : named.replace(codes(named), ''));
}

const changesSomething = (part: string): boolean => [...part.matchAll(CHANGE(part))].some(([, what = '']) => !NOT_COUNTED(what).test(what));

/**
 * Whether one part of a measure can be counted or seen. Under praise a thing alone is not enough: "Improved training" shows nothing, "Improved
 * training delivered" and "Improved attendance" do.
 */
export function isObservable(part: string, words: MeasureWords): boolean {
  if (hasNumber(part, words)) return true;
  const says = (pattern: ReturnType<typeof patternByText>): boolean => pattern(part).test(part);
  const isPraise = says(PRAISE);
  // "Better outcomes achieved" is still nothing one could see.
  const praised = isPraise ? part.replace(PRAISE(part), '').trim().split(/\s+/u).slice(0, 2).join(' ') : '';
  const isOnlyPraised = NOT_COUNTED(praised).test(praised);
  if (says(COUNTABLE) || says(RATING) || (!isOnlyPraised && says(DONE)) || (words.counted !== null && says(words.counted))) return true;
  return changesSomething(part) || (!isPraise && (says(MORE_OF) || says(DELIVERABLE) || says(NUMBER_WORD)));
}
