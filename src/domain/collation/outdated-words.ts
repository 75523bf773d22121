import { agreeing, counted } from '../wording';
import type { OutdatedDecision } from './decision';

/** What a new version of the framework did to an indicator decided on, in one or two sentences. */
export function outdatedInWords({ what, indicator, was, now, refs }: OutdatedDecision): string {
  const decisions = counted(refs.length, 'decision');
  switch (what) {
    case 'gone':
      return `${indicator} is no longer in the logframe, so ${decisions} on it ${agreeing(refs.length, 'counts', 'count')} for nothing. It said: “${was}”`;
    case 'reworded':
      return `${indicator} has changed since ${decisions} on it. It said: “${was}” Now it says: “${now?.text ?? ''}”`;
    case 'renumbered':
      return `${indicator} is now ${now?.id ?? ''}, with the same words. ${decisions} went with it.`;
  }
}
