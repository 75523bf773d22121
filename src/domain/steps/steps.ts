/**
 * A calculation in steps, each short enough for a host not to seem stuck. It gives what is being worked on before each step, "" for what was said
 * last, and its value at the end; between two steps whoever runs it may wait, or stop it. A step may be as small as a few rows: whoever runs it need not wait at each.
 */
export type Steps<Value> = Generator<string, Value, void>;

/** All steps one after the other, without a pause. */
export function finished<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Rows that are worked on in one step where all rows together take long. */
const ROWS_A_STEP = 20;

/** What is made of each of many rows, with a step every so many of them. @param what is being worked on. */
export function* madeInSteps<Row, Made>(what: string, rows: readonly Row[], make: (row: Row, index: number) => Made): Steps<Made[]> {
  const made: Made[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield what;
    made.push(make(row, index));
  }
  return made;
}
