import type { IndicatorMeasure, Target } from '../../../src/domain/targets';

const span = ({ from, to }: { from: string; to: string }): string => `@${from}..${to}`;

function levelInShort({ kind, op, value, change, compare }: Target): string {
  if (kind === 'none') return 'none';
  if (kind === 'process/deliverable') return 'process';
  const changed = change === null ? '' : `by ${String(change.amount)} ${change.unit}`;
  if (kind === 'rank change') return `rank ${changed}`;
  if (kind === 'relative change') return change === null ? 'by ?' : `${op === null ? '' : `${op} `}${changed}`;
  if (kind === 'compared with another area') {
    const theirs = typeof compare?.value === 'number' ? ` =${String(compare.value)}` : '';
    const level = value === null ? '' : ` ${String(value)}`;
    return `vs ${compare?.with ?? ''} ${op ?? ''}${level}${theirs}`;
  }
  if (compare !== null) return `${op ?? ''} ${compare.with}`;
  return [`${op ?? 'level'} ${value === null ? '?' : String(value)}`, changed].filter((part) => part !== '').join(' ');
}

function targetInShort(target: Target): string {
  const { area, role, baseline, due, impliedValue, kind } = target;
  const isChange = kind === 'relative change' || kind === 'rank change';
  return [
    area === null ? '' : `${area}:`,
    role === 'target' ? '' : role,
    levelInShort(target),
    isChange && impliedValue !== null ? `-> ${String(impliedValue)}` : '',
    typeof baseline?.value === 'number' ? `from ${String(baseline.value)}` : '',
    baseline?.period ? span(baseline.period) : '',
    baseline?.relation ?? '',
    due?.period ? `due ${due.period.to}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** All that was read, in one line: "% down: <= 5 from 7.3 @2020-04..2021-03 due 2029-03". */
export const inShort = (measures: readonly IndicatorMeasure[]): string =>
  measures.map(({ unit, direction, targets }) => `${String(unit)} ${direction}: ${targets.map(targetInShort).join(' + ')}`).join(' / ');
