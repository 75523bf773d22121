import { readFileSync, writeFileSync } from 'node:fs';
import { PUBLISHED_FILES } from './published-files';

/** `npm run generated` writes the files, a plain test run compares them. */
it.each(Object.keys(PUBLISHED_FILES))('%s is published as the code has it', (path) => {
  const wanted = PUBLISHED_FILES[path]?.() ?? '';
  if (process.env.WRITE_GENERATED === '1') writeFileSync(path, wanted);
  expect(readFileSync(path, 'utf8')).toBe(wanted);
});
