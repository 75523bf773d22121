import { stemOf, type Word } from '../indicators';
import type { ConceptHit } from './concept-finder';

/**
 * Where a thing is done, and for whom, is told after what is done: "eye tests in a market hall", "a flu clinic for nurses and carers".
 * A concept named only so is by the way, as long as the row has another subject. Plain English, no council's own.
 */
const stems = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(stemOf));

/** What a place is called, by its last word. */
const PLACES = stems(
  'library museum theatre cinema gallery hall church mosque temple school nursery playgroup classroom college university surgery practice ' +
    'pharmacy chemist clinic hospital ward hospice home hostel refuge prison hub centre shop store supermarket market street estate park ' +
    'garden beach countryside gym pool stadium ground club pub cafe barbershop barber hairdresser workplace office warehouse factory depot ' +
    'station bus train garage town village neighbourhood area town high-street premises site venue space community',
);

/** Whom something is for, by the last word. */
const PEOPLE = stems(
  'carer worker nurse doctor midwife teacher manager leader volunteer warden tenant driver landlord employer business company firm ' +
    'employee colleague staff neighbour smoker drinker family parent refugee apprentice paramedic crew trader retailer shopkeeper student',
);

const AT_A_PLACE = new Set(['in', 'at', 'from', 'inside', 'outside', 'near', 'across', 'around', 'through', 'via', 'on']);
const FOR_PEOPLE = new Set(['for', 'with', 'among', 'amongst', 'between', 'by', 'from', 'to', 'through', 'via']);

/** Words back from the concept in which the "in" or "for" that governs it may stand: a list or two adjectives come between. */
const BACK = 4;

/** Whether a hit says where or for whom, and not what. `words` are those of the field it stands in. */
export function isAside(words: readonly Word[], { first, last }: ConceptHit): boolean {
  const stem = words[last]?.stem ?? '';
  const [isPlace, isPeople] = [PLACES.has(stem), PEOPLE.has(stem)];
  if (!isPlace && !isPeople) return false;
  const before = words.slice(Math.max(0, first - BACK), first);
  return (isPlace && before.some(({ raw }) => AT_A_PLACE.has(raw))) || (isPeople && before.some(({ raw }) => FOR_PEOPLE.has(raw)));
}
