import type { Framework } from '../framework';
import type { LeadReading } from './lead-reading';
import { type LeadWords, isBodyWord, isFunctionWord, isOpen, isPostWord, leadWords, wordsOf } from './lead-words';

/** A lead longer than this is a paragraph, and stays whole. */
const LONGEST = 300;

/** What stands beyond this many characters is no list of leads; it is kept in the text and not read. */
const READ = 2000;

/** What sets leads apart. "N/A" is one answer, not two leads. */
const APART = /[,;\r\n\u2028•]+|(?<!\bn\s?)\/|\/(?!\s?a\b)|\s\+\s/iu;

/** A person's name: two to four words with a capital, none of them a word of posts, bodies or lines of work. */
function looksLikeName(lead: string, words: LeadWords): boolean {
  const bare = lead.replace(/\s*\(.*\)\s*$/u, '');
  if (/^(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Cllr|Sir|Dame)\b/u.test(bare)) return true;
  const parts = bare.split(/\s+/u);
  const named = parts.every((part) => /^\p{Lu}[\p{Ll}'’.-]*(?:\p{Lu}[\p{Ll}'’-]+)*\.?$/u.test(part));
  const plain = wordsOf(bare);
  return (
    parts.length >= 2 && parts.length <= 4 && named && !plain.some((word) => isBodyWord(word) || isFunctionWord(word) || words.isTeam(word))
  );
}

/** "Directors Group": posts in the plural before a body are its members, and the lead is the body. "Lead for Family Hubs" is not. */
function isBodyOfPosts(plain: readonly string[]): boolean {
  const last = plain.at(-1) ?? '';
  const before = plain.at(-2) ?? '';
  const others = plain.slice(0, -2);
  return isBodyWord(last) && isPostWord(before) && /s$|^executive$/.test(before) && !others.some(isPostWord);
}

function hasPost(lead: string, words: LeadWords): boolean {
  const plain = wordsOf(lead);
  return plain.some((word) => words.isPost(word)) && !isBodyOfPosts(plain);
}

/** Whether the words stand for an officer. Words we know nothing of ("Patel", "JW") are given the benefit of the doubt. */
function isPerson(lead: string, words: LeadWords): boolean {
  if (isOpen(lead)) return false;
  if (/\S@\S/u.test(lead) || hasPost(lead, words)) return true;
  const plain = wordsOf(lead);
  if (words.isTeam(lead) || plain.some(isBodyWord)) return false;
  if (looksLikeName(lead, words)) return true;
  return !plain.every((word) => isFunctionWord(word) || words.isTeam(word)) && !(plain.length > 1 && plain.some(isFunctionWord));
}

/** Whether part of a lead could stand alone: it names a post, a known team, a person, or says that nobody is named yet. */
const standsAlone = (part: string, words: LeadWords): boolean =>
  hasPost(part, words) || words.isTeam(part) || isOpen(part) || looksLikeName(part, words) || wordsOf(part).some(isTeamEnd);

const isTeamEnd = (word: string): boolean => /^(?:teams?|units?|boards?|groups?|partnerships?)$/u.test(word);

/**
 * "CPH and PH Specialists" are two leads; "Innovation and Prevention Manager" and "Head of Economy and Environment" are
 * one each. So "and" splits only where what stands on both sides could stand alone.
 */
function splitOnAnd(part: string, words: LeadWords): string[] {
  if (part.length > LONGEST) return [part];
  const pieces = part.split(/\s+and\s+/iu);
  const leads: string[] = [];
  for (const piece of pieces) {
    const previous = leads.at(-1);
    if (previous === undefined) leads.push(piece);
    else if (standsAlone(previous, words) && standsAlone(piece, words)) leads.push(piece);
    else leads[leads.length - 1] = `${previous} and ${piece}`;
  }
  return leads;
}

/** Whether the words name a post, a person, or a team, directorate or place of the framework, as those under "Led by" do. */
export function namesWho(text: string, framework: Framework): boolean {
  const words = leadWords(framework);
  return readLead(text, framework).leads.some((lead) => hasPost(lead, words) || words.isTeam(lead) || looksLikeName(lead, words));
}

/** Reads a "Led by" cell. Never throws; an empty text has no leads (docs/rules.md#lead). */
export function readLead(text: string, framework: Framework): LeadReading {
  const trimmed = text.trim();
  const words = leadWords(framework);
  const leads = trimmed
    .slice(0, READ)
    // A slash inside a name of the framework ("HR/OD") does not set two leads apart.
    .split(words.isTeam(trimmed) ? /[\r\n]+/u : APART)
    .map((part) =>
      part
        .trim()
        .replace(/^and\s+(?:or\s+)?|^[-–·▪*]\s*/iu, '')
        .replace(/\s+and$/iu, ''),
    )
    .filter((part) => /[\p{L}\p{N}?]/u.test(part))
    .flatMap((part) => splitOnAnd(part, words));
  const open = leads.filter((lead) => isOpen(lead));
  return { text: trimmed, leads, notPeople: leads.filter((lead) => !isPerson(lead, words)), open };
}
