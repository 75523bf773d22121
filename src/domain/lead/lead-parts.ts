import { patternByText } from '../wording';

type TextPattern = ReturnType<typeof patternByText>;

/**
 * What stands between two parts: `always` sets leads apart whatever they are (a semicolon, a bullet, "supported by"), the others only where
 * the parts could stand alone.
 */
export type SignKind = 'always' | 'line' | 'plus' | 'slash' | 'comma' | 'and' | 'with' | 'dash';

export interface LeadPart {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly supports: boolean;
  /** The sign before it; `always` for the first. */
  readonly sign: SignKind;
}

interface Sign {
  from: number;
  to: number;
  kind: SignKind;
  /** What the words of the sign say of the parts after it, and a bracket of the part before it. */
  after: Role | null;
  before: Role | null;
  /** A label ("Support:") holds until the next label, a phrase ("supported by") until the next semicolon or line. */
  holds: boolean;
}
type Role = 'lead' | 'support';

/** In the order in which one outweighs another where several stand together. */
const STRENGTH: readonly SignKind[] = ['always', 'comma', 'slash', 'plus', 'and', 'with', 'line', 'dash'];

const LEAD_LABEL = String.raw`(?:(?:joint|main|overall|strategic|operational|project|programme|executive|exec|officer|political|action|council|responsible|accountable|delivery|senior\s+responsible|co)[\s-]+)*(?:lead(?:s|ing)?|lead\s+(?:officers?|agency|agencies|organisations?|partners?|service|directorate|department|team|person|by)|led\s+by|owners?|officers?\s+responsible|officer|sponsors?|responsible|accountable|sro|who|joint(?:ly)?)(?:\s*\(s\))?`;
const SUPPORT_LABEL = String.raw`(?:(?:key|delivery|other|main|also|with|in|officer)\s+)*(?:support(?:s|ed|ing|ers?)?(?:\s+(?:by|from|officers?|leads?|partners?|agencies|organisations?|team|services?))?|partners?|partner\s+(?:organisations?|agencies)|contributors?|contributing|helpers?|helped\s+by|assist(?:ed|ing)?(?:\s+by)?|involved|involving|consult(?:ed|ees?)?|(?:working|(?:to\s+be\s+)?delivered(?:\s+(?:jointly|together|in\s+partnership))?|in\s+partnership|partnership\s+working)(?:\s+with)?)(?:\s*\(s\))?`;
const ONLY_SUPPORT_LABEL = new RegExp(`^\\s*${SUPPORT_LABEL}\\s*$`, 'iu');

/** Whether words before a colon say that who stands behind them only supports: "Supported by", "Working with". */
export function isSupportLabel(words: string): boolean {
  return ONLY_SUPPORT_LABEL.test(words);
}

const START = String.raw`(?<=^|[;,.\n\r|•)]\s{0,20})`;

const PATTERNS: readonly {
  readonly pattern: TextPattern;
  readonly kind: SignKind;
  readonly after?: Role;
  readonly before?: Role;
  readonly holds?: true;
}[] = [
  {
    pattern: patternByText(
      new RegExp(
        String.raw`[([]\s*(?:(?:joint|co-?|overall|strategic|operational|project|main)\s*)*(?:lead(?:s|er|ing|\s+officer)?|l)\s*[)\]]`,
        'giu',
      ),
    ),
    kind: 'always',
    before: 'lead',
  },
  {
    pattern: patternByText(/[([]\s*(?:support(?:s|ing|er|ed)?(?:\s+(?:officer|role|lead))?|supporting|helper|partner|s)\s*[)\]]/giu),
    kind: 'always',
    before: 'support',
  },
  {
    pattern: patternByText(new RegExp(String.raw`${START}${LEAD_LABEL}\s*(?:[:=]|\s[-–—]\s)\s*`, 'giu')),
    kind: 'always',
    after: 'lead',
    holds: true,
  },
  {
    pattern: patternByText(new RegExp(String.raw`(?:${START}|(?<=\s))${SUPPORT_LABEL}\s*[:=]\s*|${START}${SUPPORT_LABEL}\s[-–—]\s`, 'giu')),
    kind: 'always',
    after: 'support',
    holds: true,
  },
  {
    pattern: patternByText(
      /(?<![\p{L}])(?:(?:and|with)\s+)?(?:(?:support(?:ed)?|assisted|assistance|helped|help)\s+(?:by|from)|(?<=with\s)(?:the\s+)?(?:support|help|assistance)\s+of)(?![\p{L}])/giu,
    ),
    kind: 'always',
    after: 'support',
  },
  {
    pattern: patternByText(
      /(?<![\p{L}])(?:(?:working|jointly|joint|together|along|in\s+(?:close\s+)?(?:partnership|conjunction|collaboration|liaison|consultation|co-?operation|association))\s+with|alongside|as\s+well\s+as|plus)(?![\p{L}])|(?<=\s)\+(?=\s)|(?<=\p{L}{2})\+(?=\p{Lu}{2})/giu,
    ),
    kind: 'plus',
  },
  { pattern: patternByText(/[;|•▪●◦‣·\t]+|(?<=^|\s)\*+(?=\s|\p{L})/gu), kind: 'always' },
  { pattern: patternByText(/(?<![\r\n\u2028])[\r\n\u2028]+[^\S\r\n\u2028]*[-–—▪*•·][^\S\r\n]*(?=[\p{L}(])/gu), kind: 'always' },
  { pattern: patternByText(/[\r\n\u2028]+|(?<![^\S\r\n])[^\S\r\n]{3,}(?=\p{L})/gu), kind: 'line' },
  { pattern: patternByText(/[,，、]+/gu), kind: 'comma' },
  {
    pattern: patternByText(
      /(?<![\p{L}])and\s*\/\s*or(?![\p{L}])|(?<=^|[\s,)])(?:and|or)(?![\p{L}-])|(?<=^|[\s,)])&(?=\s|$)|(?<=\p{Lu}{2})&(?=\p{Lu}{2})/giu,
    ),
    kind: 'and',
  },
  { pattern: patternByText(/[/\\→]+|(?<=\s)>(?=\s)/gu), kind: 'slash' },
  { pattern: patternByText(/(?<=\s)with(?=\s)/giu), kind: 'with' },
  { pattern: patternByText(/(?<=[^\S\r\n])[-–—]+(?=[^\S\r\n])/gu), kind: 'dash' },
];

/** Words whose "and" or comma never sets leads apart, whatever council writes them. */
const COMPOUNDS = patternByText(
  /police,?\s+(?:and|&)\s+crime|police,\s*fire\s+(?:and|&)\s+crime|fire\s+(?:and|&)\s+rescue|nhs\s+(?:and|&)\s+social\s+care|health\s+(?:and|&)\s+(?:social\s+)?care|health\s+(?:and|&)\s+wellbeing|health\s+(?:and|&)\s+safety|learning\s+(?:and|&)\s+development|n\s?\/\s?a(?![\p{L}])|c\/o|jobcentre\s+plus|(?<![^\s;,>)/])[^\s@;,>)/]+@[^\s;,>)/]+/giu,
);

/** Numbers and letters before the entries of a list, in their order: "1. Jane Smith 2. Tom Brown". */
const NUMBERED = /(?:(?<=^|[\s,;.])\(?(\d{1,2}|[a-h]|i{1,3}|iv|v)[.)]\s*|(?<=^|[\r\n]\s{0,20})(\d{1,2})\s+)(?=[\p{L}])/gu;

const ORDERS: readonly (readonly string[])[] = [
  Array.from({ length: 30 }, (_, index) => String(index + 1)),
  Array.from('abcdefgh'),
  ['i', 'ii', 'iii', 'iv', 'v'],
];

interface NamePatterns {
  readonly names: readonly TextPattern[];
  /** The first word of any of them: most leads hold none. Null for no names. */
  readonly first: TextPattern | null;
}

const patternsOfNames = new WeakMap<readonly string[], NamePatterns>();

/** Each name in all its writings; worked out once for a list, since every lead of a plan is held against it. */
function namePatterns(joinedNames: readonly string[]): NamePatterns {
  const known = patternsOfNames.get(joinedNames);
  if (known !== undefined) return known;
  const firsts = new Set<string>();
  const names = joinedNames.map((name) => {
    const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && word.toLowerCase() !== 'and');
    firsts.add(words[0] ?? '');
    // The comma before "and" may be there or not, and "&" may stand for it; a slash stays a slash.
    const between = name.includes('/')
      ? String.raw`\s*/\s*`
      : String.raw`(?:\s*,\s*(?:and|&)\s+|\s*,\s*|\s*&\s*|\s+(?:and|&)\s+|['’]s\s+|\s+)`;
    return patternByText(new RegExp(String.raw`(?<![\p{L}\p{N}])${words.join(between)}(?![\p{L}\p{N}])`, 'giu'));
  });
  const first = firsts.size === 0 ? null : patternByText(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${[...firsts].join('|')})`, 'iu'));
  const made: NamePatterns = { names, first };
  patternsOfNames.set(joinedNames, made);
  return made;
}

/** The text with everything that may not be parted covered: brackets, e-mail addresses, names that hold a sign themselves. */
function covered(text: string, joinedNames: readonly string[]): string {
  const cover = (pattern: TextPattern, from: string): string => from.replace(pattern(from), (found) => 'x'.repeat(found.length));
  const { names, first } = namePatterns(joinedNames);
  const compounds = cover(COMPOUNDS, text);
  const whole = first?.(text).test(text) === true ? names.reduce((rest, name) => cover(name, rest), compounds) : compounds;
  const roles = PATTERNS.filter(({ before }) => before !== undefined).map(({ pattern }) => pattern);
  return whole.replace(/\([^()]*\)/gu, (found) =>
    /^\((?:\d{1,2}|[a-h]|i{1,3}|iv|v)\)$/u.test(found) || roles.some((role) => found.replace(role(found), '') === '')
      ? found
      : 'x'.repeat(found.length),
  );
}

/** Numbers of a list count only from the first on and in their order, so that "Tier 2. Housing" begins none. */
function numbering(plain: string): Sign[] {
  const found = [...plain.matchAll(NUMBERED)];
  const markOf = ([, mark, alone]: RegExpExecArray): string | undefined => mark ?? alone;
  const order = ORDERS.find(([begin]) => found.some((each) => markOf(each) === begin)) ?? [];
  let next = 0;
  const signs = found.flatMap((each) => {
    if (markOf(each) !== order[next]) return [];
    next += 1;
    return [{ from: each.index, to: each.index + each[0].length, kind: 'always' as const, after: null, before: null, holds: false }];
  });
  return signs.length > 1 || signs[0]?.from === 0 ? signs : [];
}

/** E-mail addresses need nothing but a space between them. */
const BETWEEN_ADDRESSES = /(?<=\S@\S{1,80})\s+(?=\S{1,80}@\S)/gu;

function signsOf(text: string, plain: string): Sign[] {
  const all: Sign[] = [
    ...Array.from(text.matchAll(BETWEEN_ADDRESSES), (found) => ({
      from: found.index,
      to: found.index + found[0].length,
      kind: 'always' as const,
      after: null,
      before: null,
      holds: false,
    })),
    ...numbering(plain),
    ...PATTERNS.flatMap(({ pattern, kind, after = null, before = null, holds = false }) =>
      Array.from(plain.matchAll(pattern(plain)), (found) => ({
        from: found.index,
        to: found.index + found[0].length,
        kind,
        after,
        before,
        holds,
      })),
    ),
  ];
  // Of signs that overlap, the longer and earlier listed counts: "and/or" is one sign.
  const kept: Sign[] = [];
  for (const sign of all.filter(({ from, to }) => to > from))
    if (!kept.some((other) => sign.from < other.to && other.from < sign.to)) kept.push(sign);
  kept.sort((one, other) => one.from - other.from);
  const joined: Sign[] = [];
  for (const sign of kept) {
    const last = joined.at(-1);
    if (last === undefined || /[^\s.]/u.test(plain.slice(last.to, sign.from))) joined.push({ ...sign });
    else {
      // A bracket "(lead)" sets apart only where nothing else does.
      const kinds = [last, sign].filter(({ before, kind }) => before === null || kind !== 'always').map(({ kind }) => kind);
      const kind = STRENGTH.find((each) => kinds.includes(each)) ?? 'always';
      const isAfterRole = last.before !== null || sign.before !== null;
      last.kind = isAfterRole && kind !== 'comma' && kind !== 'line' ? 'always' : kind;
      last.to = sign.to;
      last.after = sign.after ?? last.after;
      last.before = last.before ?? sign.before;
      last.holds = sign.after === null ? last.holds : sign.holds;
    }
  }
  return joined;
}

/** A line that ends in "of", or the next beginning with it, was only wrapped. */
const isWrapped = (plain: string, { kind, from, to }: Sign): boolean =>
  kind === 'line' &&
  (/(?:^|\s)(?:of|for|in|the|to)\s*$/iu.test(plain.slice(0, from)) ||
    /^\s*(?:of|for|in)\s/u.test(plain.slice(to)) ||
    /^\s*[x(]x/u.test(plain.slice(to)));

/** What every sign has one of: "Head of Parks" and "Jane Smith" hold none, and are one part. */
const OF_SIGNS = patternByText(
  /[()[\];:=|•▪●◦‣·\t*\r\n\u2028,，、+&/\\→>.@\d–—-]|\s{3}|support|assist|help|with|alongside|as\s+well|plus|(?<=^|[\s,)])(?:and|or)/iu,
);

/** Parts of a lead's cell, in order. @param joinedNames names that hold a sign which sets leads apart elsewhere. */
export function leadParts(text: string, joinedNames: readonly string[]): LeadPart[] {
  const hasSigns = OF_SIGNS(text).test(text);
  const plain = hasSigns ? covered(text, joinedNames) : text;
  const parts: LeadPart[] = [];
  let from = 0;
  let sign: SignKind = 'always';
  let role: Role = 'lead';
  let held: Role = 'lead';
  const add = (to: number, before: Role | null): void => {
    const [start, end] = trimmed(text, from, to);
    if (!/[\p{L}\p{N}?]/u.test(text.slice(start, end))) return;
    parts.push({ from: start, to: end, supports: (before ?? role) === 'support', sign: parts.length === 0 ? 'always' : sign });
    sign = 'dash';
  };
  const weakest = (kind: SignKind): SignKind => (STRENGTH.indexOf(kind) < STRENGTH.indexOf(sign) ? kind : sign);
  for (const each of hasSigns ? signsOf(text, plain) : []) {
    if (isWrapped(plain, each)) continue;
    const count = parts.length;
    add(each.from, each.before);
    sign = parts.length === count ? weakest(each.kind) : each.kind;
    if (each.after !== null) role = each.after;
    else if (each.kind === 'always' || each.kind === 'line') role = held;
    if (each.holds) held = role;
    from = each.to;
  }
  add(text.length, null);
  return parts;
}

function trimmed(text: string, from: number, to: number): [number, number] {
  const part = text.slice(from, to);
  const before = /^[\s,;:/&+|*•▪·–—-]*/u.exec(part)?.[0].length ?? 0;
  // The full stop of a sentence before a sign: "SRO: Director. Project lead: ..."; the last one of the cell is left.
  const after =
    (to < text.length
      ? /(?:(?<=\p{Ll}{3})\.|(?<![\s,;:/&+|*•▪·–—-]))[\s,;:/&+|*•▪·–—-]*$/u
      : /(?<![\s,;:/&+|*•▪·–—-])[\s,;:/&+|*•▪·–—-]+$/u
    ).exec(part.slice(before))?.[0].length ?? 0;
  return [from + before, to - after];
}
