import type { BookGrid } from '../../../../src/domain/grid';

/** 300 layouts a property in the quick run; `npm run test:layouts` is the long run, with 10,000; where two plans are drawn, fewer. */
export const RUNS = Number(process.env.LAYOUT_RUNS ?? 300);

/** A copy that any change would show against. */
export const frozen = (book: BookGrid): string =>
  JSON.stringify(book, (_, value: unknown) => (value instanceof Map ? [...(value as Map<number, unknown>)] : value));
