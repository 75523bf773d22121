import fc from 'fast-check';
import { Drawing } from './drawing';
import { plan } from './known-plan';
import { drawForms, formLayout, wantedOfForms } from './laid-out-forms';
import { drawPlan, layout } from './laid-out-plan';
import { frozen, RUNS } from './run';
import { notReadOf, readBook, wantedOfPlan } from './what-is-read';

test('a known plan written as forms, or as a table on its side, gives back the same actions', () => {
  fc.assert(
    fc.property(plan, formLayout, (groups, look) => {
      const on = new Drawing();
      drawForms(on, groups, look);
      const book = { name: '', sheets: [on.grid()] };
      const before = frozen(book);
      expect(readBook(book)).toEqual({ actions: wantedOfForms(groups, look), notRead: [], isAccounted: true });
      expect(frozen(book)).toBe(before);
    }),
    { numRuns: RUNS },
  );
});

test('a book of sheets, a table and forms, gives back what each of them says', () => {
  fc.assert(
    fc.property(plan, layout, plan, formLayout, (first, look, second, form) => {
      const [table, forms] = [new Drawing(), new Drawing()];
      drawPlan(table, first, look);
      drawForms(forms, second, form);
      expect(readBook({ name: '', sheets: [table.grid('Plan'), forms.grid('Forms')] })).toEqual({
        actions: [...wantedOfPlan(first, look), ...wantedOfForms(second, form)],
        notRead: notReadOf(look).sort(),
        isAccounted: true,
      });
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  );
});
