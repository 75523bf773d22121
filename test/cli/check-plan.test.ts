import { tryCli } from './try-cli';

const SUBMISSIONS = 'assets/samples/submissions';

it('prints every finding as a line, errors among them, and counts that add up', async () => {
  const { code, out } = await tryCli('check-plan', [`${SUBMISSIONS}/CYPE priorities v2.xlsx`]);
  const totals = /^(\d+) errors?, (\d+) warnings?, (\d+) advice\.$/.exec(out.at(-1) ?? '');
  const [errors = 0, warnings = 0, advice = 0] = (totals ?? []).slice(1).map(Number);
  expect(out).toHaveLength(errors + warnings + advice + 1);
  expect(code).toBe(errors > 0 ? 1 : 0);
  expect(out.some((line) => line.includes('can be read as') || line.includes('no cost'))).toBe(true);
});

it('prints the same findings as JSON', async () => {
  const text = await tryCli('check-plan', [SUBMISSIONS]);
  const json = await tryCli('check-plan', [SUBMISSIONS, '--format', 'json']);
  const { findings, problems } = JSON.parse(json.out.join('\n')) as { findings: { code: string }[]; problems: unknown[] };
  expect(findings).toHaveLength(text.out.length - 1);
  expect(problems).toEqual([]);
  expect(json.code).toBe(text.code);
});

it('is 0 for a table without an error', async () => {
  expect((await tryCli('check-plan', [`${SUBMISSIONS}/HROD.xlsx`])).code).toBe(0);
});

it('says in one sentence what it cannot do', async () => {
  const { code, err } = await tryCli('check-plan', ['nowhere.xlsx']);
  expect([code, err]).toEqual([2, ['There is no file nowhere.xlsx.']]);
  expect((await tryCli('check-plan', [SUBMISSIONS, '--format', 'xml'])).err).toEqual(['--format is "text" or "json", not "xml".']);
});
