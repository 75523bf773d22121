import {
  type Decision,
  decisionsByAction,
  identify,
  keepUnnumbered,
  NO_INDICATOR,
  numberDecisions,
  outdatedDecisions,
  shortCodeFor,
} from '../../../src/domain/collation';
import { type Framework, kent2025 } from '../../../src/domain/framework';
import type { Action } from '../../../src/domain/reading';
import { actionOf } from './action-of';

const KENT = kent2025();
const textOf = (id: string): string => KENT.indicators.find((indicator) => indicator.id === id)?.text ?? '';
const decided = (ref: string, indicator: string, verdict: Decision['verdict'] = 'confirmed', text = textOf(indicator)): Decision => {
  return { ref, indicator, verdict, text };
};

const FALLS = actionOf({ directorate: 'Adult Social Care', commitment: 'Develop a falls prevention approach in partnership with Health' });
const CARERS = actionOf({ directorate: 'Adult Social Care', commitment: 'Recruit carers champions in every district of the county' });
const TWIN = actionOf({ directorate: 'Adult Social Care', commitment: 'Develop a falls prevention approach in partnership with Housing' });

describe('an action decided on before it has a Ref', () => {
  const first = keepUnnumbered([FALLS, CARERS, TWIN], [], KENT);
  const keysAfter = (actions: readonly Action[]): readonly string[] => keepUnnumbered(actions, first.unnumbered, KENT).keys;
  const [falls = '', carers = '', twin = ''] = first.keys;

  test('has a key of its own, which is no Ref', () => {
    expect(new Set(first.keys).size).toBe(3);
    expect(first.keys.filter((key) => /^[A-Z]/.test(key))).toEqual([]);
  });

  test('keeps it when rows move, are reworded, come and go', () => {
    const reworded = actionOf({
      directorate: 'Adult Social Care',
      commitment: 'Develop with Health a prevention approach to falls, in partnership',
    });
    expect(keysAfter([TWIN, FALLS, CARERS])).toEqual([twin, falls, carers]);
    expect(keysAfter([CARERS, reworded, TWIN])).toEqual([carers, falls, twin]);
  });

  test('does not give it to the row beside it when it is deleted, and has it again when it comes back', () => {
    const without = keepUnnumbered([CARERS, TWIN], first.unnumbered, KENT);
    expect(without.keys).toEqual([carers, twin]);
    expect(keepUnnumbered([CARERS, TWIN, FALLS], without.unnumbered, KENT).keys).toEqual([carers, twin, falls]);
  });

  test('takes its decisions along when a collation numbers it; those on rows that were not collated wait', () => {
    const decisions = [decided(falls, '3.7'), decided(twin, NO_INDICATOR), decided('ASC-09', '4.4', 'rejected')];
    const { identified } = identify([FALLS, CARERS], [], {}, shortCodeFor(KENT));
    const numbered = numberDecisions(identified, { decisions, unnumbered: first.unnumbered }, KENT);
    expect(numbered.decisions.map(({ ref, indicator }) => [ref, indicator])).toEqual([
      ['ASC-01', '3.7'],
      [twin, NO_INDICATOR],
      ['ASC-09', '4.4'],
    ]);
    expect(numbered.unnumbered.map(({ ref }) => ref)).toEqual([twin]);
  });
});

describe('a new version of the framework', () => {
  const changed = (change: (framework: Framework) => Framework['indicators']): Framework => ({ ...KENT, indicators: change(KENT) });
  const decisions = [
    decided('ASC-01', '3.7'),
    decided('ASC-02', '3.7', 'rejected'),
    decided('GET-01', '2.6'),
    decided('GET-02', NO_INDICATOR),
  ];
  const what = (framework: Framework): unknown[] =>
    outdatedDecisions(decisions, framework).map((one) => [one.indicator, one.what, one.now?.id ?? null, one.refs]);

  test('that is the same, but for quotes and spaces, reports nothing', () => {
    expect(what(changed(({ indicators }) => indicators.map((one) => ({ ...one, text: ` ${one.text.replace(/’/g, "'")}  ` }))))).toEqual([]);
  });

  test('that words an indicator otherwise says so, and the decision holds', () => {
    const reworded = changed(({ indicators }) =>
      indicators.map((one) => (one.id === '3.7' ? { ...one, text: 'Falls will be fewer.' } : one)),
    );
    expect(what(reworded)).toEqual([['3.7', 'reworded', '3.7', ['ASC-01', 'ASC-02']]]);
    expect([...decisionsByAction(decisions, reworded)('ASC-01').confirmed]).toEqual(['3.7']);
  });

  test('that numbers it otherwise is followed by its text', () => {
    const renumbered = changed(({ indicators }) =>
      indicators.map((one) => (one.id === '3.7' ? { ...one, id: '3.70' } : one.id === '3.8' ? { ...one, id: '3.7' } : one)),
    );
    expect(what(renumbered)).toEqual([['3.7', 'renumbered', '3.70', ['ASC-01', 'ASC-02']]]);
    expect([...decisionsByAction(decisions, renumbered)('ASC-02').rejected]).toEqual(['3.70']);
  });

  test('that has it no more says so, and it is served no more', () => {
    const without = changed(({ indicators }) => indicators.filter(({ id }) => id !== '2.6'));
    expect(what(without)).toEqual([['2.6', 'gone', null, ['GET-01']]]);
    expect(decisionsByAction(decisions, without)('GET-01').confirmed.size).toBe(0);
  });

  test('decisions of workbooks that kept no text hold by their ids', () => {
    expect(outdatedDecisions([decided('ASC-01', '3.7', 'confirmed', '')], KENT)).toEqual([]);
    expect(decisionsByAction([decided('ASC-01', '3.7', 'confirmed', '')], KENT)('ASC-01').confirmed.has('3.7')).toBe(true);
    expect(decisionsByAction([decided('GET-02', NO_INDICATOR)], KENT)('GET-02').servesNone).toBe(true);
  });
});
