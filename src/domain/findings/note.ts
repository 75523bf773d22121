/** What a note begins with. */
const OPENINGS = [
  String.raw`n\s?[/.]?\s?a`,
  String.raw`t\.?b\.?[acd]`,
  'none|nil|no|yes|y|n|new|all|any|other|various|multiple|several|unknown|ditto|same|draft|local|own|partly|partially',
  'not (?:applicable|known|yet|available|required|relevant|stated|assigned|given|decided|set)',
  'to (?:be|follow)',
  'see|cf|refer|ref|per|as|pending|awaiting|under|in|within|through|with|by|via|from|links?',
];
const NOTE = new RegExp(String.raw`^[^\p{L}\p{N}]*(?:${OPENINGS.join('|')})(?![\p{L}\p{N}])`, 'iu');

/**
 * Whether a cell holds a note in place of a value, which claims nothing: "n/a", "tbc", "-", "see 3.7", "as above", a question.
 * Rule: docs/rules.md#unreadable-cells.
 */
export function isNote(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || text.includes('?') || NOTE.test(text);
}
