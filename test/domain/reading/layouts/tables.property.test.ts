import fc from 'fast-check';
import { Drawing } from './drawing';
import { plan } from './known-plan';
import { columnsOf, drawPlan, type Layout, layout } from './laid-out-plan';
import { frozen, RUNS } from './run';
import { inOrder, notReadOf, readBook, wantedOfPlan } from './what-is-read';

describe('a known table, however it is laid out', () => {
  test('gives back the same actions, and reading changes nothing', () => {
    fc.assert(
      fc.property(plan, layout, (groups, look) => {
        const on = new Drawing();
        drawPlan(on, groups, look);
        const book = { name: '', sheets: [on.grid()] };
        const before = frozen(book);
        const read = readBook(book);
        expect(read).toEqual({ actions: wantedOfPlan(groups, look), notRead: notReadOf(look).sort(), isAccounted: true });
        expect(frozen(book)).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });

  test('gives back both of two side by side', () => {
    fc.assert(
      fc.property(plan, layout, plan, layout, (first, left, second, right) => {
        const on = new Drawing();
        const bare = (look: Layout): Layout => ({ ...look, extras: look.extras.filter((extra) => extra !== 'key') });
        const beside = { ...bare(right), left: columnsOf(left).last + 5 };
        drawPlan(on, first, bare(left));
        drawPlan(on, second, beside);
        const { actions } = readBook({ name: '', sheets: [on.grid()] });
        expect(inOrder(actions)).toEqual(inOrder([...wantedOfPlan(first, left), ...wantedOfPlan(second, beside)]));
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });
});
