import type { CostTotal } from '../../domain/finance';
import { counted, grouped } from '../../domain/wording';

/** "low cost: 4 actions, £12,000, 2 actions without an amount"; amounts are added as far as they are known. */
export function costTotalInWords({ cost, actions, pounds, withoutAmount }: CostTotal): string {
  const money = pounds === 0 ? '' : `, £${grouped(pounds)}`;
  const rest = withoutAmount === 0 || cost === 'no cost' ? '' : `, ${counted(withoutAmount, 'action')} without an amount`;
  return `${cost}: ${counted(actions, 'action')}${money}${rest}`;
}
