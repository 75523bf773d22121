import { figuresOf } from './figures';
import type { Deadline, MeasureReading } from './measure-reading';
import { PERIOD_SOURCE, endOfPeriod } from './period';

/** No measure is longer than a cell; beyond this much of it nothing more is looked for. */
const LONGEST = 4000;

/** A measure, or a part of it, that puts the answer off (docs/rules.md#measure-vague). */
const PUT_OFF = new RegExp(
  [
    String.raw`^\W*(?:t\.?b\.?[cad]\b|n\s*/?\s*a\b|none\b|unknown\b|various\b|ditto\b|\?+)`,
    String.raw`^\W*(?:(?:measures?|metrics?|kpis?|targets?|baselines?)\W*)?(?:still\s+)?(?:to\s+be|being|yet\s+to\s+be|will\s+be|not\s+yet|awaiting)\s+(?:\w+ly\s+)?(?:confirmed|agreed|developed|determined|decided|defined|set|identified|advised|scoped|established|finalised|designed|known|drafted|worked up|discussed|co-?produced)\b`,
    String.raw`\b(?:in|under)\s+(?:the\s+process\s+of\s+)?development\W*$`,
    String.raw`\bin\s+(?:draft|progress)\W*$`,
    String.raw`\b(?:is|are|being)\s+(?:being\s+)?developed\W*$`,
    String.raw`\b(?:t\.?b\.?[cad]\.?|to\s+be\s+(?:confirmed|agreed|determined|developed|decided|defined|advised))\W*$`,
    String.raw`^\W*as\s+(?:per|above|below|before|stated|described|detailed|set\s+out|outlined|in)\b`,
    String.raw`^\W*(?:see|refer\s+to|same\s+as|in\s+line\s+with|linked\s+to)\b`,
    String.raw`^\W*(?:awaiting|pending|watch this space|ongoing|on-going|continuous(?:\s+improvement)?)\b[^\p{L}\p{N}]*(?:\p{L}+[^\p{L}\p{N}]*){0,3}$`,
  ].join('|'),
  'iu',
);

/** A rate or count that someone can look up. */
const COUNTABLE =
  /%|\b(?:numbers?|no\.\s?of|proportions?|percentages?|per cent|rates?|ratios?|levels?\s+of|counts?|totals?|volumes?|prevalence|incidence|admissions?|referrals?|attendances?|attendees|uptake|take-up|waiting\s+(?:times?|lists?)|scores?|spend|spending|savings?|turnover|absences?|sickness|satisfaction|index|frequency|visits?|hits|downloads|sign-?ups|registrations?|enrolments?|starts|completions?|deaths|mortality|life\s+expectancy|employment|income|emissions?|footfall|participation|participants|coverage|benchmark(?:s|ed)?|average|quotas?|gad-?7|phq-?9|mors|sqds?|claimants?|qualifications?)\b/iu;

/** More or fewer of people or things that can be counted. */
const MORE_OF =
  /\b(?:increas\w*|more|fewer|less|reduc\w*|decreas\w*|rise|fall|growth|higher|lower|additional|improved)\b[^.;\n]*\b(?:people|residents|families|children|pupils|students|adults|staff|employees|carers|schools?|providers|patients|clients|users|households|businesses|suppliers|homes|services|sessions|groups|organisations|volunteers|members|communities|parents|admissions|incidents|injuries|collisions|complaints|contacts|applications|journeys|trips)\b/iu;

/** Things one can see: papers, bodies, systems, events (docs/rules.md#measure-observable). */
const DELIVERABLE =
  /\b(?:plans?|strateg(?:y|ies)|polic(?:y|ies)|reports?|frameworks?|tools?|toolkits?|systems?|platforms?|dashboards?|trackers?|partnerships?|groups?|committees?|boards?|contracts?|agreements?|mous?|models?|functions?|posts?|training|courses?|workshops?|events?|evaluations?|assessments?|audits?|surveys?|case\s+stud(?:y|ies)|feedback|data|guidance|guides?|proposals?|business\s+cases?|kpis?|metrics?|measures|websites?|campaigns?|publications?|statements?|clusters?|hubs?|networks?|meetings?|minutes|specifications?|pathways?|programmes?|pilots?|protocols?|standards?|registers?|profiles?|maps?|mapping|posters?|leaflets?|apps?|software|charters?|pledges?|concordat|accreditations?|certificates?|awards?|records?|evidence|workstreams?|roadmaps?|reviews?|needs\s+assessments?|jsna|procedures?|templates?|qa|quality\s+assurance)\b/iu;

/** A state that is there or is not. */
const DONE =
  /\b(?:in\s+place|complete[ds]?|completion|established|launch(?:ed)?|published|signed[\s-]off|set\s+up|agreed|adopted|implement(?:ed|ation)|delivered|delivering|recruited|appointed|approved|endorsed|commissioned|rolled\s+out|roll-?out|opened|installed|built|mobilised|embedded|trained|received|accredited|achieved|secured|developed|reviewed|refreshed|revised|shared|tested|piloted|in\s+post)\b/iu;

const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|half|third|quarter|double|twice|all|every|each|both|zero|annual(?:ly)?|monthly|quarterly|weekly)\b/iu;

const BY = String.raw`(?:by|no\s+later\s+than|not\s+later\s+than|before|until|due|in\s+place|complete[d]?|launch(?:ed)?|agreed|signed\s+off|published|delivered|adopted|implemented|established|ready)`;
const DEADLINE = new RegExp(String.raw`\b${BY}[\s:,(]+(?:(?:by|for|the)\s+)*(?:(?:end|close)\s+(?:of\s+)?)?(${PERIOD_SOURCE})`, 'giu');

function partsOf(text: string): string[] {
  return text
    .split(/[\n;•▪]+|\.(?=\s+\p{L})/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}?]/u.test(part));
}

/** Numbers that count: not those inside a name such as "KPI 7", "Tier 1", "SO2". */
function hasNumber(text: string): boolean {
  return /\d/.test(text.replace(/\b(?:kpi|tier|level|phase|stage|step|so|shared\s+outcome|outcome|type|option)s?\s?\d+/gi, ''));
}

/** A part puts the answer off only when it gives no figure beside. */
const putsOff = (part: string): boolean => PUT_OFF.test(part) && !(hasNumber(part) && /%|\bby\b|\bfrom\b|target/i.test(part));

function deadlinesOf(text: string): Deadline[] {
  return Array.from(text.matchAll(DEADLINE)).flatMap((found) => {
    const month = endOfPeriod((found[1] ?? '').trim());
    return month === null ? [] : [{ month, words: found[0].trim() }];
  });
}

/** Reads a measure (docs/rules.md#measure). Never throws; an empty text is neither vague nor observable. */
export function readMeasure(text: string): MeasureReading {
  const trimmed = text.trim();
  const plain = trimmed
    .slice(0, LONGEST)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ');
  const parts = partsOf(plain);
  const vague = parts.length > 0 && parts.every(putsOff);
  const observable =
    parts.length > 0 &&
    !vague &&
    (hasNumber(plain) || [COUNTABLE, MORE_OF, DELIVERABLE, DONE, NUMBER_WORD].some((pattern) => pattern.test(plain)));
  return { text: trimmed, vague, observable, ...figuresOf(plain), deadlines: deadlinesOf(plain) };
}
