import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileSubmissions } from '../../../src/adapters/files';
import { checkSources, readSource } from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';
import { measured, type Measured } from './measured';

/** How the checking of one file went; the plain script prints the same. */
export interface FileChecked extends Measured {
  readonly actions: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
}

/** Opens, reads and checks a workbook file as the command line does. */
export async function checkFile(path: string): Promise<FileChecked> {
  const framework = kent2025();
  const dates = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 1, day: 30 } };
  const { value, took } = await measured(async () => {
    const book = await fileSubmissions.open(basename(path), readFileSync(path));
    const source = readSource(basename(path), book, { framework, includeHidden: false });
    return { actions: source.actions.length, findings: checkSources([source], framework, dates) };
  });
  const findings: Record<string, number> = {};
  for (const { code } of value.findings) findings[code] = (findings[code] ?? 0) + 1;
  return { actions: value.actions, findings, peakMegabytes: process.resourceUsage().maxRSS / 1024, ...took };
}
