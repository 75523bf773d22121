import { councilRun, NO_BOOK, type Run, type SentRow } from './council-run';
import { onSheet, placesOn, put, wordsBy } from './handled-plan';

const APRIL = { year: 2025, month: 4, day: 30 };
const JULY = { year: 2025, month: 7, day: 31 };
const OCTOBER = { year: 2025, month: 10, day: 31 };

const HUB: SentRow = { commitment: 'Open a family hub in Ashford with the health visitors', measure: '1 hub', ledBy: 'Jo Brown' };
const OTHER: SentRow = { commitment: 'Walk children to school on safer routes', measure: '40 schools', ledBy: 'Al Green' };

/** A plan with the hub, a note on its row or none, then without the hub. */
function goneHub(isNoted: boolean): Run {
  const first = councilRun({ GET: [OTHER, HUB] }, NO_BOOK, APRIL).book;
  const noted = onSheet(first, 'All priorities', (sheet) => {
    const { rows, column } = placesOn(sheet);
    return isNoted ? put(sheet, rows[1] ?? -1, column('Finance check'), 'agreed') : sheet;
  });
  return councilRun({ GET: [OTHER] }, noted, JULY);
}

const weak: SentRow = { commitment: 'Open a drugs service in Thanet with the health board', measure: '9 staff', ledBy: 'Sam Lee' };
const strong: SentRow = { ...HUB, commitment: 'Open a family hub in Ashford with all the health visitors' };

describe('an action that comes in words like those of one that was no longer sent', () => {
  it.each<[string, SentRow, boolean, readonly boolean[]]>([
    ['of which little is the same is asked about where a verdict is on the row', weak, true, [true]],
    ['of which little is the same is put to the user where nothing is on the row', weak, false, [false]],
    ['of nearly the same words is the same action', strong, true, []],
  ])('%s', (_, sent, isNoted, expected) => {
    const next = councilRun({ GET: [OTHER, sent] }, goneHub(isNoted).book, OCTOBER);
    expect(next.collated.doubts.map(({ mustBeAnswered }) => mustBeAnswered)).toEqual(expected);
  });

  it.each(['same', 'new'] as const)('said to be %s: the verdict is on its own action, and it is not asked again', (verdict) => {
    const before = goneHub(true).book;
    const sent = { GET: [OTHER, weak] };
    const next = councilRun(sent, before, OCTOBER, { judgements: [{ ref: 'GET-02', is: weak.commitment, verdict }] });
    expect(next.prepared.questions).toEqual([]);
    const verdicts = wordsBy(next.book, 'Finance check');
    expect([verdicts[weak.commitment], verdicts[HUB.commitment]]).toEqual(
      verdict === 'same' ? [['agreed'], undefined] : [[''], ['agreed']],
    );
    expect(councilRun(sent, next.book, OCTOBER).prepared.questions).toEqual([]);
  });
});

describe('an action that is reworded in its table', () => {
  const first = councilRun({ GET: [OTHER, HUB] }, NO_BOOK, APRIL).book;
  const noted = onSheet(first, 'All priorities', (sheet) => {
    const { rows, column } = placesOn(sheet);
    return put(sheet, rows[1] ?? -1, column('Notes'), 'seen by finance');
  });
  it.each<[string, SentRow, boolean]>([
    ['with another measure and lead, and few words as before', weak, true],
    ['with its measure and lead', { ...HUB, commitment: 'Open a drugs service in Thanet for the health board' }, false],
  ])('%s', (_, sent, mustBeAnswered) => {
    const { doubts } = councilRun({ GET: [OTHER, sent] }, noted, JULY).collated;
    expect(doubts.map((one) => one.mustBeAnswered)).toEqual([mustBeAnswered]);
  });
});
