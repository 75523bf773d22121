import { readFileSync, writeFileSync } from 'node:fs';
import { planJsonSchemaDocument } from '../../src/application/collate/plan-json';
import { findingsHelp } from '../../src/domain/findings/findings-help';

/**
 * Files in assets that the code makes. `npm run generated` writes them, a plain test run compares them. These two are the only
 * callers of what makes them, so `knip.production.json` counts this file as an entry.
 */
const PUBLISHED: Readonly<Record<string, () => string>> = {
  'assets/plan.schema.json': () => `${JSON.stringify(planJsonSchemaDocument(), null, 2)}\n`,
  'assets/help/findings.md': findingsHelp,
};

it.each(Object.keys(PUBLISHED))('%s is published as the code has it', (path) => {
  const wanted = PUBLISHED[path]?.() ?? '';
  if (process.env.WRITE_GENERATED === '1') writeFileSync(path, wanted);
  expect(readFileSync(path, 'utf8')).toBe(wanted);
});
