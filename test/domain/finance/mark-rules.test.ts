import { buyingMarks, capitalMarks } from '../../../src/domain/finance/buying-marks';
import { clausesOf } from '../../../src/domain/finance/clauses';
import { EVIDENCE_FIELDS } from '../../../src/domain/finance/evidence';
import { conditionMarks, grantMarks, namedMoneyMarks, timeLimitedMarks } from '../../../src/domain/finance/funding-marks';
import type { MarkRule } from '../../../src/domain/finance/mark';
import { existingMarks, incomeMarks } from '../../../src/domain/finance/offset-marks';
import { postMarks } from '../../../src/domain/finance/post-marks';
import { verbMarks } from '../../../src/domain/finance/verb-marks';
import { LABELLED_SENTENCES } from './labelled-sentences';

const RULES: readonly [string, MarkRule][] = Object.entries({
  ...{ buyingMarks, capitalMarks, conditionMarks, grantMarks, namedMoneyMarks },
  ...{ timeLimitedMarks, existingMarks, incomeMarks, postMarks, verbMarks },
});

/** Our own sentences, and their words in turn behind those of others, so that words meet that no sentence has side by side. */
function texts(): string[] {
  const own = LABELLED_SENTENCES.flatMap(({ says }) => (typeof says === 'string' ? [says] : Object.values(says)));
  const words = own.map((text) => text.split(' '));
  const mixed = words.map((some, index) => {
    const others = words[(index * 7 + 3) % words.length] ?? [];
    return some.flatMap((word, at) => [word, others[at] ?? '']).join(' ');
  });
  // Of capital works none of them speaks.
  return [...own, ...mixed, 'Carry out capital works at the hub'];
}

describe.each(RULES)('%s', (_name, rule) => {
  test('finds nothing at a word by which it does not begin', () => {
    let places = 0;
    let begun = 0;
    let found = 0;
    const wrong: string[] = [];
    for (const clause of texts().flatMap(clausesOf)) {
      for (const [at, { lower }] of clause.tokens.entries()) {
        places += 1;
        if (rule.beginsAt(lower)) begun += 1;
        for (const field of EVIDENCE_FIELDS) {
          const marks = rule.marksAt(clause, at, { field, planYear: 2025 });
          found += marks.length;
          if (marks.length > 0 && !rule.beginsAt(lower)) wrong.push(lower);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(0);
    // At most of the words of sentences about money it is not even asked.
    expect(begun * 5).toBeLessThan(places);
  });
});
