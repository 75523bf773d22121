import { verbWay } from './cue-words';
import type { Direction } from './target-reading';

/** What is better when it is less, and what is better when it is more; of both, the one named first decides (docs/rules.md#target-direction). */
const LESS =
  /\b(?:absen(?:ce|ces|teeism|t)|obes(?:e|ity)|overweight|smok(?:e|es|ers?|ing)|vap(?:e|ing)|mortality|deaths?|dying|suicides?|self-harm|violence|violent|crimes?|offend\w*|reoffend\w*|anti-?social|delay(?:s|ed)?|waits?|waiting|admissions?|admitted|readmissions?|re-?admitted|hospitalisations?|attacks?|harassment|bullying|abuse|hazards?|vacanc(?:y|ies)|sickness|turnover|poverty|lonel(?:y|iness)|isolat(?:ed|ion)|gaps?|inequalit(?:y|ies)|disparit(?:y|ies)|differences?|out of area|length of stay|injur(?:y|ies|ed)|accidents?|collisions?|casualt(?:y|ies)|homeless(?:ness)?|rough sleep\w*|unemploy(?:ed|ment)|neet|emissions?|pollut\w*|fly-?tipping|complaints?|decay(?:ed)?|extractions?|over[- ]?reliance|inactiv(?:e|ity)|infections?|conceptions?|exclusions?|suspensions?|no longer meet|spending more than|longer than|misuse|falls|prevalence|debt|deprivation|drop-?outs?|domestic abuse|temporary accommodation|fuel poverty|alcohol-(?:related|specific)|incidence|drinking|gambling|stillbirths?|low birth ?weight|anxiety|depression|errors?|breaches|unmet|residual waste|landfill|concentrations?|congestion|outstanding repairs|backlog|overspend|not in education|presentations?|excess weight|frail(?:ty)?|ratio of the rate|slope index)\b/i;
const MORE =
  /\b(?:vaccinat\w*|immunis\w*|uptake|coverage|screen(?:ed|ing)|test(?:ed|ing)|access|satisf\w*|achiev\w*|meet(?:s|ing)?|complet\w*|employ(?:ed|ment|ees)|retention|retained|diagnos(?:ed|is)|recover\w*|support(?:ed|s)?|health checks?|healthy|active(?:ly)?|activity|wellbeing|life expectancy|breastfe\w*|attain\w*|attendance|income|spend|homes delivered|affordable|prevent(?:ed|ion)?|relieved|quit(?:s|ters|ting)?|stopp(?:ed|ing) smoking|still at home|recommend|positively|good|risk (?:is|was|are|has been) (?:reduced|removed)|within \d+|readiness|qualif\w*|recycl\w*|volunteer\w*|participat\w*|trees|biodiversity|treatment|care plans?|apprentice\w*|decent homes|rank of|independen\w*|engag\w*|usual place of residence|assessments?|declaration)\b/i;

/** Whether more or less of something is better, from what it is. */
export function wayOfSubject(subject: string): 'up' | 'down' {
  const [less, more] = [subject.search(LESS), subject.search(MORE)];
  if (less < 0) return 'up';
  return more >= 0 && more < less ? 'up' : 'down';
}

/** The direction that a verb gives; "improve" is better whichever way that is. */
export function wayOfVerb(word: string, subject: string): Direction | null {
  const way = verbWay(word);
  return way === 'better' ? wayOfSubject(subject) : way;
}
