import type { Framework } from '../framework';
import { isAscii } from '../wording';

/** What the reader asks of a framework: its posts, teams, common words and directorates. */
export interface LeadWords {
  readonly isPost: (word: string) => boolean;
  /** The whole of a lead, or one word of it, is a team, a directorate or a place. */
  readonly isTeam: (text: string) => boolean;
  /** A team or directorate that the framework names; places and common words are none. */
  readonly isOwnTeam: (text: string) => boolean;
  /** An abbreviation of a post that the framework names: "CPH", "CPHs". */
  readonly isOwnPost: (word: string) => boolean;
  /** The names of the framework's teams, directorates and places that hold a sign which sets leads apart: "HR/OD", "Growth, Environment and Transport". */
  readonly joinedNames: readonly string[];
}

/** Words that end or begin the name of a post held by one person. */
const POSTS = new Set(
  (
    'manager managers lead leads leader leaders director directors officer officers head heads coordinator coordinators co-ordinator specialist specialists consultant consultants ' +
    'worker workers commissioner commissioners adviser advisers advisor advisors chief chair chairman chairwoman chairperson member members practitioner practitioners nurse nurses ' +
    'registrar registrars planner planners engineer engineers warden wardens champion champions secretary executive accountant analyst analysts administrator supervisor sponsor ' +
    'councillor councillors cllr professor prof doctor dr mr mrs ms mx miss sir dame assistant deputy principal superintendent inspector ' +
    'epidemiologist psychologist therapist physiotherapist dietitian dietician pharmacist midwife teacher headteacher solicitor lawyer surveyor architect ecologist economist librarian ' +
    'apprentice intern statistician developer designer facilitator strategist controller buyer procurer treasurer clerk mayor president governor trustee gp vicar owner matron matrons sergeant constable paediatrician psychiatrist clinician counsellor'
  ).split(' '),
);

/** Words that name a body of people. A post named beside one ("Project Manager, Innovation Delivery Team") is still a person's. */
const BODIES = new Set(
  (
    'team teams unit units group groups board boards service services department departments division divisions directorate directorates partnership partnerships network networks ' +
    'alliance alliances hub hubs committee committees council councils forum forums office offices trust trusts panel college colleges school schools hospital hospitals library libraries ' +
    'university agency agencies authority authorities association charity company consortium federation collaborative programme programmes project projects taskforce ' +
    'workforce staff partners providers organisation organisations colleagues stakeholders districts boroughs dept depts nhs icb icp icbs hcp hcps vcse vcs vcses pcn pcns police society centre centres'
  ).split(' '),
);

/** Words that name a line of work; a lead made of such words alone ("Organisation Development & Staff Engagement") is a function, not an officer. */
const FUNCTIONS = new Set(
  (
    'health care social public adult adults children childrens young people education skills learning housing planning transport highways environment economy economic growth finance legal ' +
    'communications comms engagement development commissioning commercial procurement strategy policy performance quality safeguarding prevention wellbeing communities community ' +
    'culture arts leisure sport physical activity mental inclusion equality diversity digital technology innovation research intelligence data insight analytics governance property estates ' +
    'infrastructure regeneration licensing trading standards resilience emergency workforce human resources hr od ict it organisation organisational corporate customer ' +
    'integrated early years family families youth disability carers ageing climate energy waste countryside heritage libraries registration coroners employment business support ' +
    'delivery transformation change improvement training and of the for to in with & - / leadership management senior district county ' +
    'relationships relations assurance tourism food drink autism maternity neonatal local national regional countywide place places neighbourhoods neighbourhood homelessness benefits revenues ' +
    'safety protection intervention recovery reablement sustainability carbon parking street streets cleansing recycling libraries museums archives inequalities sexual drugs alcohol substance misuse tobacco obesity ' +
    'healthy ages welfare poverty inward investment enterprise support send sen cyp shared special needs access reform integration collaboration partnerships partnership operations commercial resources'
  ).split(' '),
);

const OPEN =
  /(?:^|[^\p{L}])(?:t\.?b\.?[cad]\.?|n\s*(?:\/\s*)?a|none|nobody|no one|no lead|unknown|vacan(?:t|cy)|various|multiple|several|everyone|everybody|anyone|all|to be (?:\p{L}+ )?(?:confirmed|agreed|appointed|advised|determined|decided|identified|recruited|allocated|assigned|announced|established|defined)|not (?:yet )?(?:known|confirmed|agreed|appointed|identified|assigned|allocated|in post)|yet to be \p{L}+|awaiting|being recruited|under recruitment|recruiting|post vacant)(?![\p{L}])/iu;

/** The text says only that no one is named: "all" and "various" count only so, since "Head of All-Age Autism" is a post. */
const WEAK = /^(?:various|multiple|several|all|everyone|everybody|anyone|none|nobody|no one|na)\b/iu;

/** The words of each of the last texts: every question about a lead asks for them anew. */
const wordsKnown = new Map<string, readonly string[]>();
const MOST_TEXTS = 2000;

export function wordsOf(text: string): readonly string[] {
  let words = wordsKnown.get(text);
  if (words === undefined) {
    if (wordsKnown.size >= MOST_TEXTS) wordsKnown.clear();
    wordsKnown.set(text, (words = splitWords(text).filter((word) => word !== '' && word !== '-')));
  }
  return words;
}

function splitWords(text: string): string[] {
  if (isAscii(text))
    return text
      .toLowerCase()
      .replace(/'s?(?![a-z])/g, '')
      .split(/[^a-z0-9&-]+/);
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s?(?![\p{L}])/gu, '')
    .split(/[^\p{L}\p{N}&-]+/u);
}

const flat = (text: string): string => wordsOf(text).join(' ');

/** "TBC", "vacant", "to be appointed", "?": no one is responsible yet. */
export function isOpen(lead: string): boolean {
  const found = OPEN.exec(lead);
  if (found === null) return /^[\s?.…–—-]*$/u.test(lead);
  const word = found[0].replace(/^[^\p{L}]/u, '');
  return WEAK.test(word) ? WEAK.test(lead.trim()) && !wordsOf(lead).some((each) => POSTS.has(each)) : true;
}

export const isPostWord = (word: string): boolean => POSTS.has(word) || word.split('-').some((part) => part.length > 1 && POSTS.has(part));
export const isBodyWord = (word: string): boolean => BODIES.has(word);
export const isFunctionWord = (word: string): boolean => FUNCTIONS.has(word);

const built = new WeakMap<Framework, LeadWords>();

export function leadWords(framework: Framework): LeadWords {
  const known = built.get(framework);
  if (known !== undefined) return known;
  const { posts, teams, commonWords } = framework.vocabularies;
  const ownPosts = new Set(posts.map(flat));
  const names = [...teams, ...framework.directorates.flatMap((one) => [one.name, one.shortCode, ...one.otherNames])];
  const ownTeams = new Set(names.map(flat));
  const common = new Set(commonWords.map(flat));
  // "CPHs" is several of a post.
  const isOwnPost = (word: string): boolean => ownPosts.has(word) || (word.endsWith('s') && ownPosts.has(word.slice(0, -1)));
  const words: LeadWords = {
    isPost: (word) => isPostWord(word) || isOwnPost(word),
    isTeam: (text) => ownTeams.has(flat(text)) || common.has(flat(text)),
    isOwnTeam: (text) => ownTeams.has(flat(text)),
    isOwnPost,
    joinedNames: [...names, ...commonWords]
      .filter((name) => /[,/&+]|\s(?:and|with)\s/iu.test(name))
      .sort((one, other) => other.length - one.length),
  };
  built.set(framework, words);
  return words;
}
