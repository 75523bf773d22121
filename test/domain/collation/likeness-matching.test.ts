import fc from 'fast-check';
import { identify, type KnownAction, type SentFile, setAsideVersions } from '../../../src/domain/collation';
import * as likenessModule from '../../../src/domain/collation/likeness';
import { actionOf, type Sketch } from './action-of';

/** Counts the pairs for which a likeness is worked out, and the wordings whose words are counted. */
let scored = 0;
let wordings = 0;
jest.mock('../../../src/domain/collation/likeness', () => {
  const actual = jest.requireActual<typeof likenessModule>('../../../src/domain/collation/likeness');
  return {
    ...actual,
    wordCounts: (text: string) => {
      wordings += 1;
      return actual.wordCounts(text);
    },
    likeness: (...wordings: Parameters<typeof actual.likeness>) => {
      scored += 1;
      return actual.likeness(...wordings);
    },
    likenessByTotals: (...totals: Parameters<typeof actual.likenessByTotals>) => {
      scored += 1;
      return actual.likenessByTotals(...totals);
    },
  };
});

const { likeness, plainWording, wordCounts } = jest.requireActual<typeof likenessModule>('../../../src/domain/collation/likeness');

function known(ref: string, sketch: Sketch): KnownAction {
  return { ref, code: 'GET', commitment: sketch.commitment, measure: sketch.measure ?? '', ledBy: sketch.ledBy ?? '', gone: false };
}

function matches(sent: readonly Sketch[], before: readonly KnownAction[]): string[] {
  const { identified } = identify(sent.map(actionOf), before, {}, () => 'GET');
  return identified.map(({ ref, by }) => (by === 'new' ? 'new' : ref));
}

/** What `identify` must find, by the plain way: every pair scored, all of them sorted, the best taken first. */
function matchesOfAllPairs(sent: readonly Sketch[], before: readonly KnownAction[]): string[] {
  const found = sent.map(() => 'new');
  const taken = new Set<KnownAction>();
  sent.forEach(({ commitment }, row) => {
    const same = before.find((one) => !taken.has(one) && plainWording(one.commitment) === plainWording(commitment));
    if (same === undefined) return;
    taken.add(same);
    found[row] = same.ref;
  });
  const open = before.filter((one) => !taken.has(one));
  const pairs = sent.flatMap((sketch, row) =>
    found[row] === 'new' ? open.map((one) => ({ row, one, score: scoreOf(sketch, one), reached: firstShared(sketch, one) })) : [],
  );
  pairs.sort((a, b) => b.score - a.score || a.row - b.row || a.reached - b.reached);
  for (const { row, one, score } of pairs) {
    if (score < 0.55 || found[row] !== 'new' || taken.has(one)) continue;
    taken.add(one);
    found[row] = one.ref;
  }
  return found;
}

function scoreOf(sketch: Sketch, one: KnownAction): number {
  const wording = likeness(wordCounts(sketch.commitment), wordCounts(one.commitment));
  const same = (now = '', before = ''): boolean => now !== '' && plainWording(now) === plainWording(before);
  const kept = (same(sketch.measure, one.measure) ? 0.12 : 0) + (same(sketch.ledBy, one.ledBy) ? 0.03 : 0);
  return wording === 0 ? 0 : Math.min(1, wording + kept);
}

/** Of equal scores the known action that holds the row's earliest word comes first. */
function firstShared(sketch: Sketch, one: KnownAction): number {
  const words = wordCounts(one.commitment);
  return [...wordCounts(sketch.commitment).keys()].findIndex((word) => words.has(word));
}

it('finds the matches of all pairs scored and sorted, ties too', () => {
  const word = fc.constantFrom('falls', 'homes', 'schools', 'carers', 'parks', 'in', 'for', 'the', 'Parks,');
  const field = fc.constantFrom('', '.', 'people', 'People.', 'visits');
  const sketch = fc.record({
    commitment: fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' ')),
    measure: field,
    ledBy: field,
  });
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 14 }), fc.array(sketch, { maxLength: 14 }), (sent, before) => {
      const all = before.map((one, index) => known(`GET-${String(index + 1)}`, one));
      expect(matches(sent, all)).toEqual(matchesOfAllPairs(sent, all));
    }),
    { numRuns: 500 },
  );
});

describe('the pairs scored', () => {
  /** Rows of which any two share five words of fourteen; the reworded row has twelve of its fourteen from before. */
  const commitment = (row: number, isReworded: boolean): string => {
    const own = Array.from({ length: 7 }, (_, index) => `word${String(row * 7 + index)}`);
    return `Improve the wellbeing of people ${own.join(' ')} ${isReworded ? 'with districts' : 'very quickly'}`;
  };
  const rowsOf = (count: number, isReworded: boolean): Sketch[] =>
    Array.from({ length: count }, (_, row) => ({ commitment: commitment(row, isReworded), measure: 'People helped', ledBy: 'Head' }));

  function countScored(work: () => void): number {
    scored = 0;
    work();
    return scored;
  }

  it('are few for each row, though every two rows share words', () => {
    const pairs = (count: number): number => {
      const before = rowsOf(count, false).map((one, row) => known(`GET-${String(row + 1)}`, one));
      const sent = rowsOf(count, true);
      return countScored(() => expect(matches(sent, before)).toEqual(before.map(({ ref }) => ref)));
    };
    const [few, many] = [pairs(250), pairs(500)];
    expect(few).toBeGreaterThanOrEqual(250);
    expect(many / few).toBeLessThan(2.1);
  });

  it('are no more than all pairs, and few of them again, when every two rows are alike', () => {
    const alike = (row: number, end: string): Sketch => ({ commitment: `Improve the wellbeing of people by service ${String(row)}${end}` });
    const count = 150;
    const before = Array.from({ length: count }, (_, row) => known(`GET-${String(row + 1)}`, alike(row, '')));
    const sent = Array.from({ length: count }, (_, row) => alike(row + 25, ' and partners'));
    const pairs = countScored(() => expect(matches(sent, before)).toEqual(matchesOfAllPairs(sent, before)));
    expect(pairs).toBeLessThan(1.5 * count * count);
  });

  it('are few for each row when two versions of a file are compared', () => {
    const pairs = (count: number): number => {
      const file = (version: number, isReworded: boolean): SentFile => {
        const actions = rowsOf(count, isReworded).map(actionOf);
        return { file: `plan v${String(version)}.xlsx`, version, modified: null, actions };
      };
      return countScored(() => {
        const [aside] = setAsideVersions([file(1, false), file(2, true)]);
        expect(aside?.actions).toHaveLength(count);
      });
    };
    expect(pairs(250)).toBeLessThanOrEqual(250);
    expect(pairs(500)).toBeLessThanOrEqual(500);
  });
});

describe('the wordings whose words are counted', () => {
  const sketches = (count: number, end = ''): Sketch[] =>
    Array.from({ length: count }, (_, row) => ({ commitment: `Plan${String(row)} of the park${String(row)} with trees${end}` }));
  const fileOf = (version: number, rows: readonly Sketch[]): SentFile => {
    return { file: `plan v${String(version)}.xlsx`, version, modified: null, actions: rows.map(actionOf) };
  };

  function countWordings(work: () => void): number {
    wordings = 0;
    work();
    return wordings;
  }

  it('are none where rows are known by their wording', () => {
    const rows = sketches(100);
    const before = rows.map((one, row) => known(`GET-${String(row + 1)}`, one));
    expect(countWordings(() => expect(matches(rows, before)).toEqual(before.map(({ ref }) => ref)))).toBe(0);
  });

  it('are none for a directorate that sent one file', () => {
    expect(countWordings(() => expect(setAsideVersions([fileOf(1, sketches(100))])).toEqual([]))).toBe(0);
  });

  it('are those of the newest version once and of each older one at most once, however many there are', () => {
    const of = (versions: number): number => {
      const files = Array.from({ length: versions }, (_, index) => fileOf(index + 1, sketches(100, ` ${String(index)}`)));
      return countWordings(() => expect(setAsideVersions(files)).toHaveLength(versions - 1));
    };
    expect(of(5)).toBeLessThanOrEqual(500);
    expect(of(20)).toBeLessThanOrEqual(2000);
  });
});
