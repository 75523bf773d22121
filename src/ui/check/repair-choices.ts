import type { Finding } from '../../domain/findings';
import { passing } from './findings-filter';
import type { RepairChoice, RepairScope } from './repair-preview';
import type { Check } from './use-check';
import { oneRepairPerCell } from './use-repairs';

/** What can be repaired at once: findings that pass the filter and are not ignored, in this table, this sheet or the workbook. */
export function repairChoices({ findings, filter, place, isIgnored }: Check): RepairChoice[] {
  const repairable = oneRepairPerCell(passing(findings, { ...filter, sheetId: '' }).filter((finding) => !isIgnored(finding)));
  const { current } = place;
  const sheetId = current?.sheetId ?? filter.sheetId;
  const scopes: readonly (readonly [RepairScope, (finding: Finding) => boolean])[] = [
    ['table', (finding) => finding.tableId === current?.tableId],
    ['sheet', (finding) => finding.sheetId === sheetId],
    ['book', () => true],
  ];
  const choices = scopes.map(([scope, holds]): RepairChoice => ({ scope, findings: repairable.filter(holds) }));
  return choices.filter((choice, at) => choice.findings.length > 0 && choice.findings.length !== choices[at + 1]?.findings.length);
}

/** The scope chosen at first: the sheet that is shown, or else the widest. */
export function suggestedScope(choices: readonly RepairChoice[], { filter }: Check): RepairScope {
  const wide = choices.at(-1)?.scope ?? 'book';
  return filter.sheetId !== '' && choices.some(({ scope }) => scope === 'sheet') ? 'sheet' : wide;
}
