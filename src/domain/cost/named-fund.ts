import type { Framework } from '../framework';

/**
 * A fund or grant by its own name. The framework lists those its council knows; one it does not list is known by its
 * capitals ("Coastal Communities Fund"). "The Fund" and "Fund Manager" name none.
 */
const CAPITALS =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}&'’-]*\s+(?:(?:and|of|for|&)\s+)?){1,7}(?:Fund|Grant|Levy))(?!\s+(?:[Mm]anager|[Oo]fficer|[Hh]older|[Aa]pplication)|[\p{L}\p{N}])/gu;
const NO_NAME =
  /^(?:The|This|That|A|An|Our|Any|New|Each|Every|No|Apply for|Review|Explore|Grant|Small|Innovation and)\s+(?:Fund|Grant|Levy)$/u;

interface FundWords {
  readonly listed: RegExp | null;
}

const built = new WeakMap<Framework, FundWords>();

function fundWords(framework: Framework): FundWords {
  const known = built.get(framework);
  if (known !== undefined) return known;
  const names = framework.vocabularies.namedFunds
    .map((name) =>
      name
        .trim()
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s+/g, String.raw`\s+`),
    )
    .sort((a, b) => b.length - a.length);
  // An abbreviation is itself only in capitals: "BCF".
  const made: FundWords = {
    listed: names.length === 0 ? null : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join('|')})(?![\p{L}\p{N}])`, 'iu'),
  };
  built.set(framework, made);
  return made;
}

/** The first named fund in a text, as written; null where there is none. */
export function namedFundIn(text: string, framework: Framework): string | null {
  const listed = fundWords(framework).listed?.exec(text)?.[0] ?? null;
  if (listed !== null && (listed.length > 5 || listed === listed.toUpperCase() || /^i?[A-Z]+$/.test(listed))) return listed;
  return Array.from(text.matchAll(CAPITALS), (found) => (found[1] ?? '').trim()).find((name) => !NO_NAME.test(name)) ?? null;
}
