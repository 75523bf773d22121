import { planJsonSchemaDocument } from '../../src/application/collate/plan-json';
import { findingsHelp } from '../../src/domain/findings/findings-help';

/** Files in assets that the code makes, by path. This is the only caller of what makes them, so `knip.production.json` names it as an entry. */
export const PUBLISHED_FILES: Readonly<Record<string, () => string>> = {
  'assets/plan.schema.json': () => `${JSON.stringify(planJsonSchemaDocument(), null, 2)}\n`,
  'assets/help/findings.md': findingsHelp,
};
