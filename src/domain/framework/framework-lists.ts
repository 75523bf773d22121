import type { Setting, VOCABULARY_HEADINGS } from './framework-headings';
import { plainName } from './plain-name';

interface Place {
  readonly row: number;
  readonly column: number;
}

interface Words {
  readonly words: string;
  readonly place: Place;
}

interface Names extends Words {
  readonly names: readonly string[];
}

interface OutcomeRow {
  readonly code: Words;
  readonly title: Words;
  readonly others: Names;
  readonly under: Words;
  readonly isLinked: boolean;
}

interface DirectorateRow {
  readonly name: Words;
  readonly shortCode: Words;
  readonly others: Names;
}

interface IndicatorRow {
  readonly id: Words;
  readonly text: Words;
  readonly level: Words;
  readonly meansOfVerification: Words;
  readonly notes: Words;
  readonly isLinked: boolean;
}

type Json = Record<string, unknown>;

/** "Goal 1: Housing", "1. Housing", "SO1 – Housing": a code before the title of one cell. */
const CODED_TITLE =
  /^((?:goal|priority|objective|aim|ambition|theme|pillar|mission)\s+(?:\d+(?:\.\d+)*|[A-Z])|(?:(?:shared |strategic )?outcome\s+)?(?:\d+(?:\.\d+)+|\d{1,2}(?=[.:)\s–—-])|[A-Z]{1,4}\d{1,2}(?:\.\d+)*))(?:\s*[.:)–—-]+\s*|\s+)(?=\p{L})(.+)$/isu;

/** Builds the JSON of a framework from the rows of its lists, with the cell of each part. */
export class FrameworkLists {
  private readonly settings: Json = {};
  private readonly outcomes: Json[] = [];
  private readonly directorates: Json[] = [];
  private readonly indicators: Json[] = [];
  private readonly vocabularies: Record<string, string[]> = {};
  private readonly places = new Map<string, Place>();
  /** The outcome of the rows that follow, where a list of indicators says it once a group. */
  private current: Json | null = null;

  set(setting: Setting, value: string | number, place: Place): void {
    if (setting === 'outcomeWord') this.settings.words = { outcome: value };
    else this.settings[setting] = value;
    this.places.set(setting === 'outcomeWord' ? 'words' : setting, place);
  }

  word(vocabulary: keyof typeof VOCABULARY_HEADINGS, words: string, place: Place): void {
    const list = (this.vocabularies[vocabulary] ??= []);
    this.places.set(`vocabularies.${vocabulary}.${String(list.length)}`, place);
    list.push(words);
  }

  /** Another row of headings follows: what a group said no longer holds. */
  endRows(): void {
    this.current = null;
  }

  outcome({ code, title, others, under, isLinked }: OutcomeRow): void {
    if ([code, title, others, under].every(({ words }) => words === '')) return;
    const [, inTitle = '', rest = title.words] = code.words === '' ? (CODED_TITLE.exec(title.words) ?? []) : [];
    const written = code.words !== '' ? code.words : inTitle.replace(/^(?:(?:shared|strategic) )?outcome\s+/i, '');
    if (isLinked) {
      const known = this.outcomes.find((one) => (written !== '' && one.code === written) || this.isTitled(one, rest));
      if (known !== undefined) {
        this.current = known;
        return;
      }
    }
    const at = `outcomes.${String(this.outcomes.length)}`;
    const titles = [...(rest === '' ? [] : [rest]), ...others.names];
    const json: Json = { code: written === '' ? this.freeNumber() : written, titles };
    if (under.words !== '') json.under = under.words;
    this.put(at, { code: code.words === '' ? title.place : code.place, titles: title.place, under: under.place });
    this.places.set(at, title.words === '' ? code.place : title.place);
    this.outcomes.push(json);
    this.current = json;
  }

  directorate({ name, shortCode, others }: DirectorateRow): void {
    if ([name, shortCode, others].every(({ words }) => words === '')) return;
    const at = `directorates.${String(this.directorates.length)}`;
    // A list of actions or measures may name one directorate in many rows.
    if (
      name.words !== '' &&
      shortCode.words === '' &&
      others.names.length === 0 &&
      this.directorates.some((one) => one.name === name.words)
    )
      return;
    const json: Json = { otherNames: [...others.names] };
    if (name.words !== '') json.name = name.words;
    if (shortCode.words !== '') json.shortCode = shortCode.words.toUpperCase();
    this.put(at, { name: name.place, shortCode: shortCode.place, otherNames: others.place });
    this.places.set(at, name.words === '' ? shortCode.place : name.place);
    this.directorates.push(json);
  }

  indicator({ id, text, level, meansOfVerification, notes, isLinked }: IndicatorRow): void {
    if ([id, text, level].every(({ words }) => words === '')) return;
    const at = `indicators.${String(this.indicators.length)}`;
    const json: Json = {};
    if (text.words !== '') json.text = text.words;
    if (id.words !== '') json.id = id.words;
    const of = level.words !== '' ? level.words : isLinked ? this.current?.code : undefined;
    if (of !== undefined) json.level = of;
    if (meansOfVerification.words !== '') json.meansOfVerification = meansOfVerification.words;
    if (notes.words !== '') json.notes = notes.words;
    if (/work in progress/i.test(notes.words)) json.status = 'work in progress';
    this.put(at, { id: id.place, text: text.place, level: level.words === '' ? text.place : level.place });
    this.places.set(at, text.place);
    this.indicators.push(json);
  }

  done(): { readonly json: Json; readonly places: ReadonlyMap<string, Place> } {
    const codeOf = (words: unknown): unknown => {
      if (this.outcomes.some(({ code }) => code === words)) return words;
      return this.outcomes.find((one) => typeof words === 'string' && this.isTitled(one, words))?.code ?? words;
    };
    for (const outcome of this.outcomes) if (outcome.under !== undefined) outcome.under = codeOf(outcome.under);
    for (const indicator of this.indicators) if (indicator.level !== undefined) indicator.level = codeOf(indicator.level);
    const json: Json = { ...this.settings, outcomes: this.outcomes, directorates: this.directorates };
    if (this.indicators.length > 0) json.indicators = this.indicators;
    if (Object.keys(this.vocabularies).length > 0) json.vocabularies = this.vocabularies;
    return { json, places: this.places };
  }

  private isTitled({ titles }: Json, title: string): boolean {
    const plain = plainName(title);
    return plain !== '' && Array.isArray(titles) && titles.some((one) => typeof one === 'string' && plainName(one) === plain);
  }

  /** "3" for the third outcome, where none is called so. */
  private freeNumber(): string {
    let number = this.outcomes.length + 1;
    while (this.outcomes.some(({ code }) => code === String(number))) number += 1;
    return String(number);
  }

  private put(at: string, places: Readonly<Record<string, Place>>): void {
    for (const [key, place] of Object.entries(places)) this.places.set(`${at}.${key}`, place);
  }
}
