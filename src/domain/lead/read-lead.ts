import type { Framework } from '../framework';
import { joinParts } from './join-parts';
import type { LeadReading } from './lead-reading';
import { type LeadKinds, leadKinds } from './lead-kinds';
import { type LeadWords, isBodyWord, isFunctionWord, isOpen, leadWords, wordsOf } from './lead-words';
import { leadParts } from './lead-parts';

/** What stands beyond this many characters is no list of leads; it is kept in the text and not read. */
const READ = 2000;

/** Whether the words stand for an officer. Words we know nothing of ("Patel", "JW") are given the benefit of the doubt. */
function isPerson(lead: string, words: LeadWords, kinds: LeadKinds): boolean {
  if (isOpen(lead)) return false;
  if (kinds.isEmail(lead) || kinds.hasPost(lead) || kinds.isSureName(lead)) return true;
  // A person beside their team: "Jane Smith, Housing Team".
  if (lead.split(/[,\n:(]|\s[-–—]\s/u).some((part) => kinds.isSureName(part.trim()))) return true;
  const plain = wordsOf(lead);
  if (words.isTeam(lead) || plain.some(isBodyWord) || kinds.isOthers(lead)) return false;
  if (kinds.isLikelyName(lead)) return true;
  return !plain.every((word) => isFunctionWord(word) || words.isTeam(word)) && !(plain.length > 1 && plain.some(isFunctionWord));
}

/** Whether the words name a post, a person, or a team, directorate or place of the framework, as those under "Led by" do. */
export function namesWho(text: string, framework: Framework): boolean {
  const words = leadWords(framework);
  const kinds = leadKinds(framework);
  return readLead(text, framework).leads.some((lead) => kinds.hasPost(lead) || words.isTeam(lead) || kinds.isLikelyName(lead));
}

/** Reads a "Led by" cell. Never throws; an empty text has no leads (docs/rules.md#lead). */
export function readLead(text: string, framework: Framework): LeadReading {
  const trimmed = text.trim();
  const words = leadWords(framework);
  const kinds = leadKinds(framework);
  const read = trimmed.slice(0, READ);
  const joined = joinParts(read, leadParts(read, words.joinedNames), kinds);
  const leads = joined.map(({ name }) => name);
  return {
    text: trimmed,
    leads,
    supporting: joined.filter(({ supports }) => supports).map(({ name }) => name),
    notPeople: leads.filter((lead) => !isPerson(lead, words, kinds)),
    open: leads.filter((lead) => isOpen(lead)),
  };
}
