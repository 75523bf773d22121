import type { OutdatedDecision } from './decision';

/** What a new version of the framework did to an indicator decided on, in one or two sentences. */
export function outdatedInWords({ what, indicator, was, now, refs }: OutdatedDecision): string {
  const decisions = refs.length === 1 ? '1 decision' : `${String(refs.length)} decisions`;
  switch (what) {
    case 'gone':
      return `${indicator} is no longer in the logframe, so ${decisions} on it ${refs.length === 1 ? 'counts' : 'count'} for nothing. It said: “${was}”`;
    case 'reworded':
      return `${indicator} has changed since ${decisions} on it. It said: “${was}” Now it says: “${now?.text ?? ''}”`;
    case 'renumbered':
      return `${indicator} is now ${now?.id ?? ''}, with the same words. ${decisions} went with it.`;
  }
}
