import { readFileSync } from 'node:fs';
import { policyOf } from '../../build/content-security-policy.cjs';
import { planJsonSchemaDocument } from '../../src/application/collate/plan-json';
import { frameworkSchemaDocument } from '../../src/domain/framework';
import { findingsHelp } from '../../src/domain/findings/findings-help';

const POLICY_PAGE = 'docs/content-security-policy.md';

/** The page as it is written, with the header's line as the build makes it. */
function policyPage(): string {
  const header = `Content-Security-Policy: ${policyOf('taskpane.html')}`;
  return readFileSync(POLICY_PAGE, 'utf8').replace(/^Content-Security-Policy: .*$/m, () => header);
}

/** Files, or lines of them, that the code makes, by path. This is the only caller of what makes them, so `knip.production.json` names it as an entry. */
export const PUBLISHED_FILES: Readonly<Record<string, () => string>> = {
  'assets/plan.schema.json': () => `${JSON.stringify(planJsonSchemaDocument(), null, 2)}\n`,
  'assets/framework.schema.json': () => `${JSON.stringify(frameworkSchemaDocument(), null, 2)}\n`,
  'assets/help/findings.html': findingsHelp,
  [POLICY_PAGE]: policyPage,
};
