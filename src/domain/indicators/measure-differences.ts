import { listed } from '../wording';
import type { MeasureFacts } from './measure-facts';

const isOpen = (text: string): boolean => /^(?:X{1,4}|[XYab]%)$/.test(text);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s|,(?=\d{3})/g, '')
    .replace(/–/g, '-')
    .replace(/percent$/, '%');

/** Items of one list that the other has not, each counted as often as it stands. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = other.map(plain);
  return list.filter((item) => {
    const at = left.indexOf(plain(item));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  without(one, other).length === 0 && without(other, one).length === 0;

/** What one side says of place and date, as they differ: "says Kent and Medway by 2028/29", "says Kent and gives no date". */
function placeAndDate({ places, deadline }: MeasureFacts, placesDiffer: boolean, datesDiffer: boolean): string {
  const said: string[] = [];
  const rest: string[] = [];
  if (placesDiffer) {
    if (places.length > 0) said.push(listed(places));
    else rest.push('names no place');
  }
  if (datesDiffer) {
    if (deadline === null) rest.push('gives no date');
    else if (isOpen(deadline)) rest.push('leaves the date open');
    else said.push(`by ${deadline}`);
  }
  return [...(said.length > 0 ? [`says ${said.join(' ')}`] : []), ...rest].join(' and ');
}

function figureDifference(kind: string, printed: readonly string[], restated: readonly string[]): string[] {
  const gone = without(printed, restated);
  const added = without(restated, printed);
  if (gone.length === 0 && added.length === 0) return [];
  if (gone.length === 0) return [`this adds ${listed(added)}`];
  if (gone.every(isOpen))
    return [
      added.length > 0
        ? `the logframe leaves the ${kind} open, this says ${listed(added)}`
        : `this leaves out the ${kind}, which the logframe leaves open`,
    ];
  if (added.length === 0) return [`the logframe says ${listed(gone)}, this leaves it out`];
  return [`the logframe says ${listed(gone)}, this says ${listed(added)}`];
}

/** What a measure says otherwise than the indicator it restates, in words; empty when only punctuation differs. */
export function measureDifferences(printed: MeasureFacts, restated: MeasureFacts, wordingDiffers: boolean): string[] {
  const placesDiffer = !sameSet(printed.places, restated.places);
  const datesDiffer = plain(printed.deadline ?? '') !== plain(restated.deadline ?? '');
  const differences: string[] = [];
  if (placesDiffer || datesDiffer) {
    const [one, other] = [printed, restated].map((facts) => placeAndDate(facts, placesDiffer, datesDiffer));
    differences.push(`the logframe ${one ?? ''}, this ${other ?? ''}`);
  }
  differences.push(
    ...figureDifference('figure', printed.figures, restated.figures),
    ...figureDifference('year', printed.periods, restated.periods),
  );
  if (wordingDiffers) differences.push('it is worded differently');
  return differences;
}
