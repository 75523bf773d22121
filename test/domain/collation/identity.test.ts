import fc from 'fast-check';
import { identify, type Judgement, type KnownAction } from '../../../src/domain/collation';
import { actionOf, type Sketch } from './action-of';

const codeOf = (directorate: string | null): string => (directorate === null ? 'TBC' : directorate === 'Adult Social Care' ? 'ASC' : 'GET');

function known(ref: string, commitment: string, more: Partial<KnownAction> = {}): KnownAction {
  return { ref, code: ref.split('-')[0] ?? '', commitment, measure: '', ledBy: '', gone: false, ...more };
}

function refs(sketches: readonly Sketch[], before: readonly KnownAction[] = [], counters: Record<string, number> = {}): string[] {
  return identify(sketches.map(actionOf), before, counters, codeOf).identified.map(({ ref, by }) => `${ref} ${by}`);
}

const KITCHEN = 'Open a community kitchen in Swale with the district council';
const TREES = 'Plant ten thousand trees along the coast and on school grounds';

describe('a first run', () => {
  it('numbers each directorate from 1, two digits at least', () => {
    expect(refs([{ commitment: KITCHEN }, { directorate: 'Adult Social Care', commitment: TREES }, { commitment: TREES }])).toEqual([
      'GET-01 new',
      'ASC-01 new',
      'GET-02 new',
    ]);
  });
  it('gives rows of no known directorate a Ref of their own kind', () => {
    expect(refs([{ directorate: null, commitment: KITCHEN }])).toEqual(['TBC-01 new']);
  });
});

describe('a later run', () => {
  const cases: readonly [string, readonly Sketch[], readonly KnownAction[], readonly string[]][] = [
    ['the same words', [{ commitment: KITCHEN }], [known('GET-07', KITCHEN)], ['GET-07 wording']],
    [
      'other spaces, quotes, case and full stop',
      [{ commitment: ` ${KITCHEN.toUpperCase()}. ` }],
      [known('GET-07', KITCHEN)],
      ['GET-07 wording'],
    ],
    ['words added', [{ commitment: `${KITCHEN}, and with all twelve districts` }], [known('GET-07', KITCHEN)], ['GET-07 likeness']],
    [
      'words exchanged',
      [{ commitment: 'Open a community kitchen in Thanet with the district council' }],
      [known('GET-07', KITCHEN)],
      ['GET-07 likeness'],
    ],
    ['another action', [{ commitment: TREES }], [known('GET-07', KITCHEN)], ['GET-08 new']],
    [
      'rows in another order',
      [{ commitment: TREES }, { commitment: KITCHEN }],
      [known('GET-01', KITCHEN), known('GET-02', TREES)],
      ['GET-02 wording', 'GET-01 wording'],
    ],
    [
      'the same sentence in two directorates',
      [{ directorate: 'Adult Social Care', commitment: KITCHEN }, { commitment: KITCHEN }],
      [known('GET-01', KITCHEN), known('ASC-01', KITCHEN)],
      ['ASC-01 wording', 'GET-01 wording'],
    ],
    [
      'the same sentence twice in one directorate',
      [{ commitment: KITCHEN }, { commitment: KITCHEN }],
      [known('GET-01', KITCHEN), known('GET-02', KITCHEN)],
      ['GET-01 wording', 'GET-02 wording'],
    ],
    [
      'a row split in two: the likelier half keeps the Ref',
      [{ commitment: 'Open a community kitchen in Swale with the district' }, { commitment: 'Train cooks' }],
      [known('GET-01', KITCHEN)],
      ['GET-01 likeness', 'GET-02 new'],
    ],
    [
      'our Ref on a row much reworded',
      [{ commitment: 'Community kitchen for Thanet', ref: 'GET-01' }],
      [known('GET-01', KITCHEN)],
      ['GET-01 ref'],
    ],
    ['our Ref on a row about something else', [{ commitment: TREES, ref: 'GET-01' }], [known('GET-01', KITCHEN)], ['GET-02 new']],
    [
      'our Ref copied to a second row',
      [
        { commitment: 'Community kitchen, Thanet', ref: 'GET-01' },
        { commitment: KITCHEN, ref: 'GET-01' },
      ],
      [known('GET-01', KITCHEN)],
      ['GET-02 new', 'GET-01 ref'],
    ],
    [
      'a Ref computed by a formula is theirs, not ours',
      [{ commitment: TREES, ref: 'GET-01', refFormula: '="GET-"&ROW()' }],
      [known('GET-01', KITCHEN), known('GET-02', TREES)],
      ['GET-02 wording'],
    ],
    ['a row that comes back gets its Ref back', [{ commitment: KITCHEN }], [known('GET-01', KITCHEN, { gone: true })], ['GET-01 wording']],
    [
      'a living twin comes before a gone one',
      [{ commitment: KITCHEN }],
      [known('GET-01', KITCHEN, { gone: true }), known('GET-02', KITCHEN)],
      ['GET-02 wording'],
    ],
  ];
  it.each(cases)('%s', (_, sent, before, expected) => {
    expect(refs(sent, before)).toEqual(expected);
  });

  it('never issues a number again, not even that of an action long gone', () => {
    expect(refs([{ commitment: TREES }], [known('GET-03', KITCHEN, { gone: true })], { GET: 9 })).toEqual(['GET-10 new']);
  });

  it('puts a doubtful match to the user', () => {
    const { doubts } = identify(
      [actionOf({ commitment: 'Open a kitchen in Thanet with the parish council and volunteers' })],
      [known('GET-01', KITCHEN)],
      {},
      codeOf,
    );
    expect(doubts.map(({ ref, verdict }) => [ref, verdict])).toEqual([['GET-01', null]]);
  });

  it('lists what was not sent', () => {
    const { gone } = identify([actionOf({ commitment: TREES })], [known('GET-01', KITCHEN), known('GET-02', TREES)], {}, codeOf);
    expect(gone.map(({ ref }) => ref)).toEqual(['GET-01']);
  });
});

describe('what the user says of a doubt', () => {
  const THANET = 'Open a kitchen in Thanet with the parish council and volunteers';
  const judged = (judgement: Partial<Judgement>, ...sent: readonly string[]): unknown[] => {
    const judgements = [{ ref: 'GET-01', is: THANET, verdict: 'new', ...judgement } as const];
    const before = [known('GET-01', KITCHEN), known('GET-02', TREES)];
    const { identified, doubts } = identify(
      sent.map((commitment) => actionOf({ commitment })),
      before,
      {},
      codeOf,
      { judgements },
    );
    return [...identified.map(({ ref, by }) => `${ref} ${by}`), ...doubts.map(({ ref, is, verdict }) => [ref, is, verdict])];
  };

  it('a new one gets a Ref of its own, and the doubt stays to be answered otherwise', () => {
    expect(judged({ verdict: 'new' }, THANET, TREES)).toEqual(['GET-03 new', 'GET-02 wording', ['GET-01', THANET, 'new']]);
  });
  it('the same keeps the Ref, though another row is as like', () => {
    const rival = KITCHEN.replace('Swale', 'Dover');
    expect(judged({ verdict: 'same' }, rival, THANET)).toEqual(['GET-03 new', 'GET-01 likeness', ['GET-01', THANET, 'same']]);
  });
  it('a Ref that finds its own words again is not taken from them', () => {
    expect(judged({ verdict: 'same' }, KITCHEN, THANET)).toEqual(['GET-01 wording', 'GET-03 new']);
  });
  it('nothing is made of a judgement on words that are not there', () => {
    expect(judged({ is: 'Gone', verdict: 'same' }, THANET)).toEqual(['GET-01 likeness', ['GET-01', THANET, null]]);
  });
});

it('gives every action one Ref of its own, in any order, and keeps it while nothing but the order changes', () => {
  const sentence = fc
    .array(fc.constantFrom('falls', 'homes', 'schools', 'carers', 'work', 'parks', 'in', 'for', 'with'), { minLength: 1, maxLength: 8 })
    .map((list) => list.join(' '));
  const sketches = fc.array(fc.record({ commitment: sentence, directorate: fc.constantFrom('GET', 'Adult Social Care') }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(sketches, fc.integer(), (sent, seed) => {
      const first = identify(sent.map(actionOf), [], {}, codeOf);
      const issued = first.identified.map(({ ref }) => ref);
      expect(new Set(issued).size).toBe(sent.length);
      const before = first.identified.map(({ ref, action }) => known(ref, action.commitment));
      const shuffled = sent
        .map((one, index) => ({ one, key: Math.sin(seed + index) }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const second = identify(shuffled.map(actionOf), before, first.counters, codeOf);
      expect(second.identified.every(({ by }) => by === 'wording')).toBe(true);
      for (const { ref, action } of second.identified) expect(before.find((one) => one.ref === ref)?.commitment).toBe(action.commitment);
    }),
  );
});
