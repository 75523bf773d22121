import { type Framework, directorateNamed } from '../framework';
import { isGivenName } from './given-names';
import { type LeadWords, isBodyWord, isFunctionWord, isOpen, isPostWord, leadWords, wordsOf } from './lead-words';

/**
 * What a part of a lead's cell is, by its words alone. All of it is evidence for {@link joinParts}, which decides whether the sign between
 * two parts sets two leads apart.
 */
export interface LeadKinds {
  readonly isOpen: (text: string) => boolean;
  readonly isEmail: (text: string) => boolean;
  /** Certainly a person: a title, an initial with a surname, or a known given name. */
  readonly isSureName: (text: string) => boolean;
  /** A person by the capitals alone: "Nkechi Okonjo", and "Green Spaces" too. */
  readonly isLikelyName: (text: string) => boolean;
  readonly hasPost: (text: string) => boolean;
  /** Begins with its post: "Head of Parks", "Assistant Director", "CPH"; "Partnerships Manager" does not. */
  readonly beginsWithPost: (text: string) => boolean;
  /** A post of any council that needs its service beside it: "Head of Service", "Project Manager". */
  readonly isGenericPost: (text: string) => boolean;
  /** Lists what the post is for, so that what follows may be more of it: "Head of Leisure", "Assistant Director – Education". */
  readonly listsItsWork: (text: string) => boolean;
  /** A team or directorate of the framework, or one that every council has ("Trading Standards"). */
  readonly isKnownTeam: (text: string) => boolean;
  /** A body with a name: "Kent Police", "Housing Group", "Age UK". */
  readonly isBody: (text: string) => boolean;
  /** A team or service named by its work alone ("Wellbeing Team"), as the end of a longer name is. */
  readonly isBodyOfWork: (text: string) => boolean;
  /** "Services", "programme": ends a name of work as often as it names a body. */
  readonly endsLoosely: (text: string) => boolean;
  /** "JS", "KALC": capitals that are no line of work. */
  readonly isAcronym: (text: string) => boolean;
  /** "others", "team", "partners": somebody, beside a lead. */
  readonly isOthers: (text: string) => boolean;
  /** Lines of work, groups of people and places alone: "Sport", "Young People", "Swale". */
  readonly isWork: (text: string) => boolean;
  readonly isPlace: (text: string) => boolean;
  /** A service that can be asked to lead by that one word: "Housing". */
  readonly isService: (text: string) => boolean;
  /** A body by its own name alone, "Police" and "Age UK", which no list of work ends with. */
  readonly isNamedBody: (text: string) => boolean;
  /** Whether the text could be a lead by itself. */
  readonly standsAlone: (text: string) => boolean;
}

const TITLE = /^(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|Canon)\.?\s+\p{Lu}/u;
const INITIAL_FIRST = /^(?:\p{Lu}\.?[\s-]?){1,3}(?<=[\s.])\p{Lu}(?:(?!\p{Ll})[\p{L}'’-])*\p{Ll}[\p{L}'’-]*$/u;
const NAME_WORD = /^\p{Lu}[\p{Ll}'’.-]*(?:\p{Lu}[\p{Ll}'’-]+)*\.?$/u;
const PARTICLE = /^(?:de|da|di|van|von|der|den|la|le|al|el|ap|bin|ibn|st)$/iu;

const STRONG_BODY =
  /^(?:teams?|units?|boards?|groups?|councils?|police|icbs?|icps?|hcps?|ccgs?|trusts?|nhs|universit(?:y|ies)|colleges?|partnerships?|associations?|authorit(?:y|ies)|committees?|forums?|alliances?|agenc(?:y|ies)|charity|charities|company|federation|collaboratives?|consortium|networks?|panel|directorates?|departments?|divisions?|healthwatch|parishes|districts|boroughs|hospitals?|taskforce|subcommittee|systems?)$/u;
const ONE_WORD_BODY =
  /^(?:police|nhs|icbs?|icps?|hcps?|ccgs?|healthwatch|councils|districts|boroughs|parishes|alliances|vcs|vcse|vcses|providers|schools|gps|libraries|hospitals|universities|colleges|samaritans|probation|coastguard)$/u;
const NAMED_BODY =
  /^(?:nhs|healthwatch|age uk|age concern|citizens advice|university of|office of|friends of|sport england|arts council|natural england|historic england|homes england|jobcentre plus|samaritans|department for|department of|public health england|uk health security agency|ukhsa|dwp|active partnership)(?![\p{L}])/iu;
const OTHERS =
  /^(?:(?:all|the|other|wider|local|key|their|delivery|system|provider|relevant)\s+)*(?:others|teams?|partners|partner organisations|partner agencies|providers|provider trusts|colleagues|stakeholders|parishes|alliances|districts|boroughs|schools|gps|officers|members|staff|volunteers|primary care|voluntary sector|police)$/iu;

/** Services that councils in England name alike, so that a cell with two of them has two leads. */
const USUAL_TEAMS = new Set(
  (
    'public health|adult social care|adult services|adults services|children services|childrens services|children social care|childrens social care|human resources|environmental health|trading standards|community safety|' +
    'social services|regulatory services|customer services|legal services|democratic services|housing services|library service|library services|registration service|youth justice|early help|building control|planning policy|' +
    'economic development|primary care|adult education'
  ).split('|'),
);
const SERVICES = new Set(
  'housing planning education highways libraries transport licensing procurement finance legal communications comms leisure environment hr ict digital regeneration safeguarding commissioning procurement parks'.split(
    ' ',
  ),
);
/** Words of posts that say how high they are and not for what. */
const GENERIC = new Set(
  (
    'head heads of service services manager managers project programme assistant deputy senior strategic corporate executive director directors area team group lead leads leader officer officers interim acting joint ' +
    'principal service operations operational business co-ordinator coordinator specialist consultant adviser advisor ad cabinet member portfolio holder associate divisional general delivery policy commissioning commissioner chief operating nursing medical clinical registered ward duty'
  ).split(' '),
);
/** A post's own words before its "of" or at its beginning. */
const POST_FIRST =
  /^(?:(?:the|interim|acting|joint|deputy|assistant|associate|senior|corporate|strategic|executive|divisional|group|service|county|principal|area|lead|chief|cabinet|portfolio|vice|programme|project|operational|operations|managing|general)\s+)*(?:heads?|directors?|leads?|leaders?|managers?|officers?|chiefs?|chair(?:man|woman|person)?|executive|member|members|holder|consultants?|cllr|councillor|councillors|specialists?|co-?ordinators?|commissioner|secretary|deputy|advis[eo]rs?|clerk|mayor|treasurer|solicitor|registrar)(?![\p{L}-])/iu;
const LISTS_WORK = /(?:^|\s)(?:of|for|in)\s|\s[-–—]\s|:\s/u;
const PEOPLE_OF =
  'children adults people families carers women men girls boys residents pupils students older young adult child learning mental physical public early all ages age'.split(
    ' ',
  );

const built = new WeakMap<Framework, LeadKinds>();

export function leadKinds(framework: Framework): LeadKinds {
  const known = built.get(framework);
  if (known !== undefined) return known;
  const kinds = build(framework, leadWords(framework));
  built.set(framework, kinds);
  return kinds;
}

function build(framework: Framework, words: LeadWords): LeadKinds {
  const places = new Set([...framework.vocabularies.places, ...framework.vocabularies.commonWords].flatMap(wordsOf));
  const isWorkWord = (word: string): boolean => isFunctionWord(word) || places.has(word) || PEOPLE_OF.includes(word) || SERVICES.has(word);
  const bare = (text: string): string =>
    text
      .replace(/(?:(?<!\s)\s+)?\([^()]*(?:\)\s*)?$/u, '')
      .replace(/^the\s+/iu, '')
      .trim();
  const hasPost = (text: string): boolean => {
    const plain = wordsOf(text);
    return (plain.some((word) => words.isPost(word)) || /business partner/iu.test(text)) && !isBodyOfPosts(plain);
  };
  const isSureName = (text: string): boolean => {
    const name = bare(text);
    const parts = name.split(/\s+/u);
    if (parts.length > 6) return false;
    if (TITLE.test(name)) return !wordsOf(parts.slice(2).join(' ')).some((word) => words.isPost(word) || isBodyWord(word));
    if (wordsOf(name).some((word) => words.isPost(word) || isBodyWord(word))) return false;
    if (INITIAL_FIRST.test(name)) return !isWorkWord(wordsOf(name).at(-1) ?? '');
    const capitals = parts.every((part) => NAME_WORD.test(part) || PARTICLE.test(part) || /^\p{Lu}+$/u.test(part));
    return (
      capitals &&
      parts.length >= 2 &&
      parts.length <= 4 &&
      (isGivenName(parts[0] ?? '') || (/^\p{Lu}{2,}$/u.test(parts[0] ?? '') && isGivenName(parts.at(-1) ?? '')))
    );
  };
  const isLikelyName = (text: string): boolean => {
    const name = bare(text);
    const parts = name.split(/\s+/u);
    const plain = wordsOf(name);
    if (isSureName(text)) return true;
    return (
      parts.length >= 2 &&
      parts.length <= 4 &&
      parts.every((part) => NAME_WORD.test(part)) &&
      !plain.some(
        (word) =>
          words.isPost(word) ||
          isBodyWord(word) ||
          STRONG_BODY.test(word) ||
          isFunctionWord(word) ||
          words.isTeam(word) ||
          places.has(word) ||
          OTHERS.test(word),
      )
    );
  };
  const isKnownTeam = (text: string): boolean => {
    const name = bare(text);
    const flat = wordsOf(name).join(' ');
    if (flat === '' || wordsOf(name).every((word) => places.has(word))) return false;
    return words.isOwnTeam(name) || USUAL_TEAMS.has(flat) || directorateNamed(framework, name) !== null;
  };
  const isBody = (text: string): boolean => {
    const name = bare(text);
    const plain = wordsOf(name);
    const last = plain.at(-1) ?? '';
    if (isBodyOfPosts(plain)) return true;
    if (plain.length === 1) return ONE_WORD_BODY.test(last);
    if (NAMED_BODY.test(name)) return !plain.some((word) => words.isPost(word) && word !== 'commissioner');
    return isBodyWord(last) || STRONG_BODY.test(last);
  };
  const endsLoosely = (text: string): boolean => !STRONG_BODY.test(wordsOf(bare(text)).at(-1) ?? '');
  const isBodyOfWork = (text: string): boolean =>
    isBody(text) &&
    wordsOf(bare(text))
      .slice(0, -1)
      .every((word) => isFunctionWord(word) || isBodyWord(word) || PEOPLE_OF.includes(word));
  const isAcronym = (text: string): boolean =>
    /^(?:\p{Lu}[\p{Lu}\p{N}&]{1,6}s?|\p{Lu}{3,5}\p{Ll}{1,3})$/u.test(bare(text)) &&
    !isFunctionWord(bare(text).toLowerCase()) &&
    !bare(text).includes('&');
  const isPlace = (text: string): boolean => wordsOf(text).every((word) => places.has(word) || word === 'and' || word === '&');
  const isWork = (text: string): boolean => wordsOf(text).every((word) => isWorkWord(word) || isFunctionWord(word.replace(/s$/u, '')));
  // "Executive Director Adults" leaves the "of" out.
  const isWorkAfterPost = (text: string): boolean => {
    const work = text.replace(POST_FIRST, '');
    return work !== text && /\p{L}/u.test(work) && isWork(work);
  };
  const isOthers = (text: string): boolean => OTHERS.test(text.trim());
  return {
    isOpen,
    isEmail: (text) => /\S@\S/u.test(text),
    isSureName,
    isLikelyName,
    hasPost,
    beginsWithPost: (text) => POST_FIRST.test(text) || words.isOwnPost(wordsOf(text)[0] ?? ''),
    isGenericPost: (text) =>
      hasPost(text) &&
      !LISTS_WORK.test(text.replace(/^(.*)\bhead of service\b/iu, '$1')) &&
      wordsOf(text).every((word) => GENERIC.has(word)),
    listsItsWork: (text) => hasPost(text) && (LISTS_WORK.test(text) || isWorkAfterPost(text)),
    isKnownTeam,
    isBody,
    isBodyOfWork,
    endsLoosely,
    isAcronym,
    isOthers,
    isWork,
    isPlace,
    isNamedBody: (text) => NAMED_BODY.test(text) || ONE_WORD_BODY.test(wordsOf(text).join(' ')),
    isService: (text) => wordsOf(text).length === 1 && SERVICES.has(wordsOf(text)[0] ?? ''),
    standsAlone: (text) =>
      isOpen(text) || /\S@\S/u.test(text) || hasPost(text) || isKnownTeam(text) || isBody(text) || isLikelyName(text) || isAcronym(text),
  };
}

/** "Directors Group": posts in the plural before a body are its members, and the lead is the body. "Lead for Family Hubs" is not. */
function isBodyOfPosts(plain: readonly string[]): boolean {
  const last = plain.at(-1) ?? '';
  const before = plain.at(-2) ?? '';
  const others = plain.slice(0, -2);
  return isBodyWord(last) && isPostWord(before) && /s$|^executive$/.test(before) && !others.some(isPostWord);
}
