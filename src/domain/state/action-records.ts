import type { KnownAction } from '../collation';

/** Known actions, one a record: those with a Ref, and those that only a decision knows, by its key. */
export function actionRecords(actions: readonly KnownAction[]): string[][] {
  return actions.map(({ ref, code, commitment, measure, ledBy, gone }) => [ref, code, commitment, measure, ledBy, gone ? 'gone' : '']);
}

export function actionsFrom(records: readonly (readonly string[])[]): KnownAction[] {
  return records.map(([ref = '', code = '', commitment = '', measure = '', ledBy = '', gone = '']) => {
    return { ref, code, commitment, measure, ledBy, gone: gone === 'gone' };
  });
}
