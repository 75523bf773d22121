import type { Framework } from '../framework';
import { patternByText } from '../wording';

/**
 * A fund or grant by its own name. The framework lists those its council knows; one it does not list is known by its
 * capitals ("Coastal Communities Fund"). "The Fund" and "Fund Manager" name none.
 */
const CAPITALS = patternByText(
  /(?<![\p{L}\p{N}&'’-])((?:\p{Lu}[\p{L}\p{N}&'’-]*\s+(?:(?:and|of|for|&)\s+)?){1,7}(?:Fund|Grant|Levy))(?![ \t]+(?!Round|Phase|Wave|Year)\p{Lu}\p{Ll})(?!\s+(?:[Mm]anager|[Oo]fficer|[Hh]older|[Aa]pplication)|[\p{L}\p{N}])/gu,
);
/** The last word of every name that is known by its capitals. */
const LAST_WORD = /Fund|Grant|Levy/;
const NO_NAME =
  /^(?:The|This|That|A|An|Our|Any|New|Each|Every|No|Apply for|Review|Explore|Grant|Small|Innovation and)\s+(?:Fund|Grant|Levy)$/u;

interface FundWords {
  readonly listed: ReturnType<typeof patternByText> | null;
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
    listed:
      names.length === 0 ? null : patternByText(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join('|')})(?![\p{L}\p{N}])`, 'giu')),
  };
  built.set(framework, made);
  return made;
}

/** A fund by its name, where it stands. */
export interface NamedFund {
  /** As written. */
  readonly name: string;
  /** UTF-16 offsets into the text; `to` is not included. */
  readonly from: number;
  readonly to: number;
  /** The framework knows it; any other is known by its capitals alone. */
  readonly isListed: boolean;
}

const fundOf = (name: string, from: number, isListed: boolean): NamedFund => ({ name, from, to: from + name.length, isListed });

/** Every named fund in a text, in its order; of two that overlap, the one that the framework lists. */
export function namedFundsIn(text: string, framework: Framework): NamedFund[] {
  const listed = Array.from(text.matchAll(fundWords(framework).listed?.(text) ?? /(?!)/g), ({ 0: name, index }) =>
    fundOf(name, index, true),
  ).filter(({ name }) => name.length > 5 || name === name.toUpperCase() || /^i?[A-Z]+$/.test(name));
  if (!LAST_WORD.test(text)) return listed;
  const capitals = Array.from(text.matchAll(CAPITALS(text)), ({ 1: name = '', index }) => fundOf(name, index, false)).filter(
    ({ name }) => !NO_NAME.test(name),
  );
  const found: NamedFund[] = [];
  let next = 0;
  for (const fund of capitals) {
    while ((listed[next]?.to ?? Infinity) <= fund.from) next += 1;
    if ((listed[next]?.from ?? Infinity) >= fund.to) found.push(fund);
  }
  return [...listed, ...found].sort((a, b) => a.from - b.from);
}

/** The first named fund in a text, as written, those that the framework lists before others; null where there is none. */
export function namedFundIn(text: string, framework: Framework): string | null {
  const funds = namedFundsIn(text, framework);
  return (funds.find(({ isListed }) => isListed) ?? funds[0])?.name ?? null;
}
