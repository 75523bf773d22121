import type { Framework } from '../framework';

/** What the suggestions under a framework rest on. */
export interface SuggestionsRestOn {
  /** Whether the framework says what its indicators measure; without, words alone are compared and no suggestion is strong. */
  readonly knowsConcepts: boolean;
  /** One sentence for people. */
  readonly restsOn: string;
}

export function suggestionsRestOn({ indicators }: Framework): SuggestionsRestOn {
  const known = indicators.filter(({ concepts }) => concepts !== undefined).length;
  if (indicators.length === 0) return { knowsConcepts: false, restsOn: 'This framework has no indicators, so nothing can be suggested.' };
  if (known === 0)
    return {
      knowsConcepts: false,
      restsOn: 'This framework does not say what its indicators measure, so suggestions rest on shared words alone.',
    };
  const all = known === indicators.length ? '' : ` Of ${String(indicators.length - known)} indicators only the words are known.`;
  return { knowsConcepts: true, restsOn: `Suggestions rest on what each indicator measures and what is known to move it.${all}` };
}
