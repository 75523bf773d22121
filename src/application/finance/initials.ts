import type { WorkbookPort } from '../ports/ports';
import type { FinanceRequests } from '../requests/finance-requests';

const KEY = 'finance initials';

/** Initials are given once: they stand in the pane's preferences from then on, and can be changed with any verdict. */
export function answerInitials(
  preferences: Pick<WorkbookPort, 'recall' | 'remember'>,
): Pick<FinanceRequests, 'initials' | 'rememberInitials'> {
  return {
    initials: async () => (await preferences.recall(KEY).catch(() => null)) ?? '',
    rememberInitials: (by) => preferences.remember(KEY, by).catch(() => undefined),
  };
}
