import { kent2025 } from '../../../src/domain/framework';
import { coverageOf, type MappedAction, type MappingState } from '../../../src/domain/mapping';

const kent = kent2025();
const action = (ref: string, directorate: string | null, ...indicators: [string, MappingState][]): MappedAction => ({
  ref,
  directorate,
  indicators: indicators.map(([id, state]) => ({ id, state })),
});

describe('coverageOf', () => {
  const coverage = coverageOf(
    [
      action('GET-1', 'GET', ['2.1', 'suggested'], ['2.7', 'confirmed']),
      action('ASC-1', 'Adult Social Care', ['2.1', 'confirmed'], ['2.1', 'suggested']),
      action('ASC-2', 'Adult Social Care', ['2.1', 'written']),
      action('X-1', null, ['2.1', 'suggested'], ['P.1', 'suggested']),
      action('PH-1', 'Public Health', ['3.9', 'rejected']),
      action('PH-2', 'Public Health'),
      action('PH-3', 'Public Health', ['9.9', 'confirmed']),
    ],
    kent,
  );
  const of = (id: string) => coverage.indicators.find((each) => each.indicator.id === id);

  test('an indicator has its actions by directorate, sure and suggested apart', () => {
    expect(of('2.1')).toMatchObject({
      state: 'confirmed',
      confirmed: ['ASC-1', 'ASC-2'],
      suggested: ['GET-1', 'X-1'],
      directorates: [
        { directorate: 'Adult Social Care', confirmed: ['ASC-1', 'ASC-2'], suggested: [] },
        { directorate: 'GET', confirmed: [], suggested: ['GET-1'] },
        { directorate: null, confirmed: [], suggested: ['X-1'] },
      ],
    });
    expect(of('P.1')?.state).toBe('suggested');
    expect(of('3.9')).toMatchObject({ state: 'unserved', confirmed: [], suggested: [], directorates: [] });
  });

  test('those that nobody serves are listed, work in progress apart', () => {
    expect([coverage.unserved.length, coverage.unservedInProgress.length]).toEqual([61 - 2, 29 - 1]);
    expect(coverage.unserved.every((indicator) => indicator.status === 'agreed')).toBe(true);
  });

  test('actions that serve none, that wait, and that name what is not there', () => {
    expect(coverage.servingNone).toEqual(['PH-1', 'PH-2', 'PH-3']);
    expect(coverage.undecided).toEqual(['X-1']);
    expect(coverage.unknown).toEqual([{ ref: 'PH-3', id: '9.9' }]);
  });

  test('the levels add up to the whole', () => {
    for (const level of coverage.levels) {
      expect(level.confirmed + level.suggested + level.unserved + level.unservedInProgress).toBe(level.indicators);
    }
    expect(coverage.levels.find(({ level }) => level === 'SO2')).toMatchObject({
      indicators: 14,
      confirmed: 2,
      suggested: 0,
      unserved: 7,
      unservedInProgress: 5,
    });
    expect(coverage.levels.reduce((sum, level) => sum + level.indicators, 0)).toBe(90);
  });

  test('no actions, nothing served', () => {
    const empty = coverageOf([], kent);
    expect([empty.unserved.length, empty.unservedInProgress.length, empty.servingNone]).toEqual([61, 29, []]);
  });
});
