import type { Framework } from '../framework';

/** An area that a wording names; places are characters of the text. */
export interface AreaInText {
  readonly name: string;
  /** The areas that it is made of where the wording may mean each of them; empty for a single one. */
  readonly of: readonly string[];
  readonly from: number;
  readonly to: number;
}

export interface AreaNames {
  /** The area that "the national average" speaks of. */
  readonly national: string;
  readonly isNational: (name: string) => boolean;
  readonly find: (text: string) => AreaInText[];
}

const DEFAULT_NATIONAL = 'England';
const NATIONS = ['England and Wales', 'England', 'Wales', 'Scotland', 'Northern Ireland', 'Great Britain', 'United Kingdom'];

/** "Anyshire County Council" governs Anyshire. */
const COUNCIL_WORDS =
  /\b(?:the|royal|london|metropolitan|borough|county|city|district|unitary|combined|council|authority|corporation|of)\b/gi;

/** Words that stand capitalised after "in" and are no place: "in Year 6", "in Reception", "in Adult Social Care". */
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Year|Reception|Key|Stage|Foundation|Early|Care|Services?|Schools?|Children|Adults?|Social|Health|Education|English|Maths|Reading|Writing|Primary|Secondary|Council|Local|National|Section|Quarter|Phase|Type|Tier|Grade|Level|Band|Public|Community|Hospital|Housing)$/;
const AFTER_PREPOSITION =
  /\b(?:in|across|within|throughout)\s+(\p{Lu}[\p{Ll}’'-]{2,30}(?:[ -](?:\p{Lu}[\p{Ll}’'-]{2,30}|upon|on|and(?= \p{Lu}))){0,4})/gu;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const built = new WeakMap<Framework, AreaNames>();

/** The areas of a framework: those that it lists, its council's own, its places and the nation (docs/rules.md#target-areas). */
export function areaNames(framework: Framework): AreaNames {
  const known = built.get(framework);
  if (known !== undefined) return known;
  const names = namesOf(framework);
  built.set(framework, names);
  return names;
}

function namesOf({ areas, council, vocabularies }: Framework): AreaNames {
  const national = areas.find((area) => area.national)?.name ?? DEFAULT_NATIONAL;
  const byName = new Map<string, { name: string; of: readonly string[] }>();
  for (const { name, otherNames, of } of areas) for (const each of [name, ...otherNames]) byName.set(each, { name, of });
  const home = council.replace(COUNCIL_WORDS, ' ').replace(/\s+/g, ' ').trim();
  for (const name of [home, ...vocabularies.places, national, ...NATIONS])
    if (name !== '' && !byName.has(name)) byName.set(name, { name, of: [] });
  const longestFirst = [...byName.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const listed = new Map(areas.filter(({ of }) => of.length > 0).map(({ name, of }) => [[...of].sort().join('\n'), name]));
  const joinedName = (parts: readonly string[]): string => listed.get([...parts].sort().join('\n')) ?? parts.join(' and ');
  const find = (text: string): AreaInText[] => {
    const found: AreaInText[] = Array.from(text.matchAll(pattern), ({ 0: words, index }) => {
      return { name: words, of: [], ...byName.get(words), from: index, to: index + words.length };
    });
    if (areas.length === 0) found.push(...unlistedIn(text, found));
    return joined(
      text,
      found.sort((one, other) => one.from - other.from),
      (name) => name === national,
      joinedName,
    );
  };
  return { national, isNational: (name) => name === national || NATIONS.includes(name), find };
}

/** Where no areas are listed, capitalised words after "in" and the like are one. */
function unlistedIn(text: string, known: readonly AreaInText[]): AreaInText[] {
  return Array.from(text.matchAll(AFTER_PREPOSITION)).flatMap(({ 0: all, 1: name = '', index }) => {
    const from = index + all.length - name.length;
    const to = from + name.length;
    if (name.split(/[ -]/).some((word) => NO_PLACE.test(word))) return [];
    if (known.some((one) => one.from < to && from < one.to)) return [];
    return [{ name, of: [], from, to }];
  });
}

/** "Kent and Medway" is one area of two; so are three joined by commas. A number or "in" between them keeps them apart. */
function joined(
  text: string,
  areas: readonly AreaInText[],
  isNational: (name: string) => boolean,
  nameOf: (parts: readonly string[]) => string,
): AreaInText[] {
  const result: AreaInText[] = [];
  for (const area of areas) {
    const last = result.at(-1);
    const between = last === undefined ? '' : text.slice(last.to, area.from);
    const joins = /^\s*(?:and|&|,|, and)\s*(?:in\s+)?$/.test(between) && !/in\s+$/.test(between);
    if (last === undefined || !joins || isNational(area.name) || isNational(last.name)) result.push(area);
    else {
      const of = [...(last.of.length > 0 ? last.of : [last.name]), ...(area.of.length > 0 ? area.of : [area.name])];
      result[result.length - 1] = { name: nameOf(of), of, from: last.from, to: area.to };
    }
  }
  return result;
}
