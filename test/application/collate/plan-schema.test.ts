import { readFileSync, writeFileSync } from 'node:fs';
import { planJsonSchemaDocument } from '../../../src/application';

const PUBLISHED = 'assets/plan.schema.json';

it('is published as the code has it (npm run generated writes it anew)', () => {
  const wanted = `${JSON.stringify(planJsonSchemaDocument(), null, 2)}\n`;
  if (process.env.WRITE_GENERATED === '1') writeFileSync(PUBLISHED, wanted);
  expect(readFileSync(PUBLISHED, 'utf8')).toBe(wanted);
});
