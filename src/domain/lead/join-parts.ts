import type { LeadKinds } from './lead-kinds';
import { isGivenName } from './given-names';
import type { LeadPart } from './lead-parts';

/** A lead longer than this is a paragraph; what stands in it is no evidence. */
const LONGEST = 300;

/** A lead as it grows from its parts. */
interface Growing {
  from: number;
  to: number;
  readonly supports: boolean;
}

export interface JoinedLead {
  readonly name: string;
  readonly supports: boolean;
}

/**
 * Puts parts together again that are one lead: "Director of Adults", "Health", "Integration" are the post of one person, and so are
 * "Jane Smith", "Head of Parks". What could stand alone on both sides of a sign is two leads (docs/rules.md#lead).
 */
export function joinParts(text: string, parts: readonly LeadPart[], kinds: LeadKinds): JoinedLead[] {
  const leads: Growing[] = [];
  const words = parts.map(({ from, to }) => text.slice(from, to));
  for (const [index, part] of parts.entries()) {
    const current = leads.at(-1);
    if (
      current === undefined ||
      part.sign === 'always' ||
      !new Junction(text.slice(current.from, current.to), parts, words, index, kinds).isOneLead()
    )
      leads.push({ from: part.from, to: part.to, supports: part.supports });
    else current.to = part.to;
  }
  return leads.map(({ from, to, supports }) => ({ name: text.slice(from, to), supports }));
}

/** The place between a lead so far and the part after it. */
class Junction {
  private readonly next: string;

  constructor(
    private readonly lead: string,
    private readonly parts: readonly LeadPart[],
    private readonly words: readonly string[],
    private readonly index: number,
    private readonly kinds: LeadKinds,
  ) {
    this.next = words[index] ?? '';
  }

  isOneLead(): boolean {
    const { lead, next, kinds } = this;
    const sign = this.parts[this.index]?.sign;
    if (lead.length > LONGEST) return sign === 'and' || sign === 'with' || sign === 'dash';
    switch (sign) {
      case 'dash':
        return (
          !(kinds.isSureName(lead) && kinds.isSureName(next)) &&
          !(kinds.hasPost(lead) && kinds.beginsWithPost(next) && !this.namesPerson(lead))
        );
      case 'line':
        return this.isNameWithPost();
      case 'comma':
        return this.isOneOverComma();
      case 'slash':
        return this.isOneOverSlash();
      case 'and':
        return !this.areTwoOverAnd();
      case 'with':
        return !this.areTwoOverWith();
      case 'plus':
      case 'always':
      case undefined:
        return false;
    }
  }

  private sign(at: number): string {
    return this.parts[at]?.sign ?? 'always';
  }

  private word(at: number): string {
    return this.words[at] ?? '';
  }

  /** A name is in it beside a post: "Jane Smith, Head of Parks" is complete. */
  private namesPerson(text: string): boolean {
    return text.split(/(?:(?<!\s)\s+)?(?:[,\n:(]|\s[-–—]\s)\s*/u).some((part) => this.kinds.isSureName(part.replace(/\)$/u, '')));
  }

  private isName(text: string): boolean {
    return this.kinds.isLikelyName(text);
  }

  private isPost(text: string): boolean {
    return this.kinds.hasPost(text) && !this.kinds.isSureName(text);
  }

  /** "Jane Smith, Head of Parks", or "Head of Parks, Jane Smith" where the name has no post of its own after it. */
  private isNameWithPost(): boolean {
    const { lead, next, kinds } = this;
    if ((this.isName(lead) || isSurnameFirst(lead, kinds)) && this.isPost(next) && !kinds.isOpen(next)) return true;
    if (!this.isPost(lead) || this.namesPerson(lead) || !kinds.isSureName(next)) return false;
    const after = this.sign(this.index + 1);
    return !((after === 'comma' || after === 'line') && this.isPost(this.word(this.index + 1)));
  }

  private isOneOverComma(): boolean {
    const { lead, next, kinds } = this;
    const saysAllAges = /^all[\s-]+ages?\s/iu.test(next);
    if ((kinds.isOpen(next) && !saysAllAges) || kinds.isEmail(next) || kinds.isEmail(lead)) return kinds.isEmail(next) && this.isName(lead);
    if (this.isSurnameFirst() || this.isNameWithPost()) return true;
    if (kinds.beginsWithPost(next)) return false;
    const listed = this.closedList();
    // "KCC – Strategy, Policy and Assurance": a body with the list of what it works on.
    const afterDash = lead
      .split(/\s[-–—]\s/u)
      .slice(1)
      .at(-1);
    if (afterDash !== undefined && listed !== null && !kinds.hasPost(lead) && this.isFragment(afterDash.split(/,\s*/u).at(-1) ?? ''))
      return this.isFragment(next) && !kinds.standsAlone(listed.last);
    // "Policy, Performance and Partnerships Manager": nothing before the last part could stand alone.
    if (this.isFragment(lead))
      return listed !== null && this.isFragment(next, listed.lastAt === this.index) && this.endsAsName(listed.last);
    if (this.isName(lead) && !this.isSurnameAlone(lead)) return kinds.isKnownTeam(next) || kinds.isBody(next) || kinds.isWork(next);
    if (this.namesPerson(lead)) return kinds.isWork(next) && kinds.listsItsWork(lead) && !kinds.isKnownTeam(next);
    if (kinds.hasPost(lead) && !kinds.hasPost(next) && !kinds.isSureName(next)) {
      // "Matron, Emergency Department": a post in one word is somebody's only with where it is.
      if (!/\s/u.test(lead) && kinds.isBody(next)) return true;
      // "Registered Manager, The Limes": a house or a place by its name.
      if (/^the\s+\p{Lu}/iu.test(next) && kinds.isGenericPost(lead)) return true;
      if (kinds.isGenericPost(lead))
        return (
          this.isName(next) ||
          kinds.isKnownTeam(next) ||
          kinds.isBody(next) ||
          kinds.isWork(next) ||
          kinds.isPlace(next) ||
          !kinds.standsAlone(next)
        );
      if (/,\s/u.test(lead) && kinds.isGenericPost(lead.split(',')[0] ?? '') && kinds.isBody(lead))
        return (kinds.isBody(next) && !kinds.isAcronym(next)) || (listed !== null && kinds.isWork(next) && kinds.isBodyOfWork(listed.last));
      if (kinds.isWork(next) && !kinds.isKnownTeam(next)) return true;
      // A name that holds its own "and" closes the list: "Head of Finance, Procurement and Commercial Services".
      if (kinds.listsItsWork(lead) && /\sand\s|&/u.test(next) && kinds.isBodyOfWork(next) && kinds.endsLoosely(next)) return true;
      return kinds.listsItsWork(lead) && listed !== null && kinds.isWork(next) && this.isMoreWork(listed.last);
    }
    return false;
  }

  private isOneOverSlash(): boolean {
    const { lead, next, kinds } = this;
    if (kinds.listsItsWork(lead) && !kinds.isOpen(next)) return kinds.isWork(next);
    // "Essex/Kent Partnership": two places of one body.
    const [place = '', ...rest] = next.split(/\s+/u);
    if (
      /^\p{Lu}\p{Ll}+$/u.test(lead) &&
      !isGivenName(lead) &&
      kinds.isPlace(place) &&
      /^(?:partnership|alliance|network|border|forum)/iu.test(rest[0] ?? '')
    )
      return true;
    if (kinds.isPlace(lead) && kinds.isBody(next)) return true;
    return this.isFragment(lead) && !kinds.isService(lead) && kinds.hasPost(next) && !kinds.beginsWithPost(next);
  }

  /** Whether "and" stands between two leads. */
  private areTwoOverAnd(): boolean {
    const { lead, next, kinds } = this;
    if (this.isSurnamePairAfter()) return this.leadStandsAlone();
    // "Medway Council – Adult Social Care and Public Health": a body with two of its services.
    const [body = '', service] = lead.split(/\s[-–—]\s/u);
    if (
      service !== undefined &&
      (kinds.isBody(body) || kinds.isAcronym(body)) &&
      kinds.isKnownTeam(service) &&
      kinds.isKnownTeam(next) &&
      !kinds.isBody(next)
    )
      return false;
    const isList = kinds.listsItsWork(lead) && !this.namesPerson(lead);
    if (!this.leadStandsAlone()) return false;
    // "Project Manager, Innovation and Partnerships Team": the name of the team goes on.
    const segments = lead.split(/,\s*|\s[-–—]\s/u);
    const isMidName =
      segments.length > 1 && kinds.isGenericPost(segments[0] ?? '') && this.isFragment(segments.at(-1) ?? '') && !kinds.isSureName(next);
    if (isMidName && !kinds.beginsWithPost(next) && (kinds.isWork(next) || kinds.isBodyOfWork(next))) return false;
    const saysAllAges = /^all[\s-]+ages?\s/iu.test(next);
    if ((kinds.isOpen(next) && !saysAllAges) || kinds.isEmail(next) || kinds.isSureName(next) || kinds.beginsWithPost(next)) return true;
    const bareWork = kinds.isKnownTeam(lead) && !kinds.isBody(lead) && !kinds.isAcronym(lead) && !kinds.hasPost(lead);
    if (isGivenName(next) && isGivenName(lead.split(/,\s*/u).at(-1) ?? '')) return true;
    if (kinds.isOthers(next)) return !isList || /^\p{Ll}/u.test(next);
    // "Public Health and Wellbeing Manager" is one post, "Commissioning Team and Quality Manager" are two leads.
    // "ASB and Enforcement Manager": capitals that are nobody's name here say what the post is for.
    const isWorkInCapitals = kinds.isAcronym(lead) && !kinds.isKnownTeam(lead) && !kinds.isBody(lead) && !kinds.hasPost(lead);
    if (kinds.hasPost(next)) return !bareWork && !isWorkInCapitals;
    if (kinds.isKnownTeam(next)) return !isList || (kinds.isBody(next) && !kinds.endsLoosely(next));
    if (kinds.isBody(next))
      return isList ? !(kinds.isBodyOfWork(next) && kinds.endsLoosely(next)) : !(bareWork && kinds.isBodyOfWork(next));
    if (isList) return false;
    if (kinds.isLikelyName(next) || kinds.isAcronym(next)) return true;
    return (this.isName(lead) && !kinds.isWork(next)) || (kinds.isService(next) && (this.isInCommaList() || isOfManyWords(lead)));
  }

  /** "Head of Housing with Public Health", but "Lead for people with dementia" and "Lead for work with schools". */
  private areTwoOverWith(): boolean {
    const { lead, next, kinds } = this;
    const goesOn =
      /(?:^|\s)(?:work|working|engagement|liaison|people|children|adults|pupils|residents|those|links?|relations(?:hips)?|families)$/iu;
    if (!this.leadStandsAlone() || goesOn.test(lead)) return false;
    return kinds.standsAlone(next) || kinds.isOthers(next);
  }

  private leadStandsAlone(): boolean {
    const { lead, next, kinds } = this;
    if (kinds.isService(lead) && kinds.isKnownTeam(next) && !kinds.isBody(next) && isOfManyWords(next)) return true;
    return (
      kinds.standsAlone(lead) ||
      this.namesPerson(lead) ||
      isGivenName(lead) ||
      isSurnameFirst(lead, kinds) ||
      (kinds.isService(lead) && this.isInCommaList())
    );
  }

  private isInCommaList(): boolean {
    return this.index >= 2 && this.sign(this.index - 1) === 'comma' && this.kinds.isKnownTeam(this.word(0));
  }

  /** Words that are no lead by themselves: lines of work, groups of people, places. */
  private isFragment(text: string, isLast = false): boolean {
    const { kinds } = this;
    if (kinds.isKnownTeam(text) || kinds.isOpen(text)) return false;
    if (isLast) return true;
    return (
      kinds.isWork(text) ||
      kinds.isPlace(text) ||
      /^(?:district|borough|county|city|town|parish)$/iu.test(text) ||
      (/^\p{Lu}\p{Ll}+$/u.test(text) && !isGivenName(text) && !kinds.standsAlone(text))
    );
  }

  /** The list "A, B and C" that the lead so far is in the midst of: its last part, and where it is; null where no "and" closes it. */
  private closedList(): { readonly last: string; readonly lastAt: number } | null {
    for (let at = this.index; at < this.parts.length; at += 1) {
      if (this.sign(at) === 'and') return { last: this.word(at), lastAt: at };
      if (this.sign(at) !== 'comma') return null;
    }
    return null;
  }

  /** "Partnerships Manager", "Health and Care Partnership": gives the whole list before it its meaning. */
  private endsAsName(last: string): boolean {
    const { kinds } = this;
    return (
      !kinds.beginsWithPost(last) &&
      !kinds.isSureName(last) &&
      ((kinds.hasPost(last) && !kinds.isOpen(last)) || (kinds.isBody(last) && !kinds.isOthers(last) && !kinds.isNamedBody(last)))
    );
  }

  private isMoreWork(last: string): boolean {
    const { kinds } = this;
    return kinds.isWork(last) || (kinds.isBodyOfWork(last) && kinds.endsLoosely(last));
  }

  private isSurnameAlone(text: string): boolean {
    return /^\p{Lu}+$/u.test(text);
  }

  /** "Smith, Jane", "SMITH, Jane", "Brown, T.": one person, whose surname stands first. */
  private isSurnameFirst(): boolean {
    return isSurname(this.lead, this.kinds) && isGiven(this.next, this.lead, this.kinds);
  }

  /** After "and" another person whose surname stands first. */
  private isSurnamePairAfter(): boolean {
    return (
      this.sign(this.index + 1) === 'comma' && isSurname(this.next, this.kinds) && isGiven(this.word(this.index + 1), this.next, this.kinds)
    );
  }
}

const isOfManyWords = (text: string): boolean => /\S\s+\S/u.test(text);

function isSurnameFirst(text: string, kinds: LeadKinds): boolean {
  const [surname = '', given, ...more] = text.split(/(?:(?<!\s)\s+)?,\s*/u);
  return given !== undefined && more.length === 0 && isSurname(surname, kinds) && isGiven(given, surname, kinds);
}

function isSurname(text: string, kinds: LeadKinds): boolean {
  const surname = /^(?:(?:de|da|di|van|von|der|den|la|le|al|el|st)\s+)*\p{Lu}[\p{L}'’-]+$/iu.test(text) && /\p{Lu}/u.test(text);
  return (
    surname &&
    !isGivenNameAlone(text) &&
    !kinds.isWork(text) &&
    !kinds.isBody(text) &&
    !kinds.isKnownTeam(text) &&
    !kinds.hasPost(text) &&
    !kinds.isPlace(text)
  );
}

/** "James" and "Thomas" are surnames as well; with capitals throughout they are written as such. */
const isGivenNameAlone = (text: string): boolean => isGivenName(text) && !/^\p{Lu}{2,}$/u.test(text);

function isGiven(text: string, surname: string, kinds: LeadKinds): boolean {
  const [first = '', ...more] = text
    .replace(/(?:(?<!\s)\s+)?\([^()]*\)$|(?<!\s)\s+[-–—]\s.*$/u, '')
    .replace(/^(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Cllr)\.?\s+/u, '')
    .split(/\s+/u);
  if (more.length > 1 || more.some((word) => !/^\p{Lu}[\p{L}.'’-]*$/u.test(word))) return false;
  if (/^(?:\p{Lu}\.\s?)+$/u.test(text) || (/^\p{Lu}$/u.test(text) && /\p{Ll}/u.test(surname))) return true;
  if (isGivenName(first)) return true;
  // A surname in capitals or with a particle tells as much.
  const isMarked = /^\p{Lu}{3,}$/u.test(surname) || /^(?:de|da|di|van|von|der|den)\s/u.test(surname);
  return isMarked && /^\p{Lu}\p{Ll}+$/u.test(first) && !kinds.isWork(first) && !kinds.isBody(first) && !kinds.hasPost(first);
}
