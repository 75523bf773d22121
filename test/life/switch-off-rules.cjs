const { spawnSync } = require('node:child_process');
const rules = require('./rules.cjs');

/** Lives with each rule switched off in turn, and fails when one is not missed. */
const kept = [];
rules.forEach(({ rule }, number) => {
  const { status, stdout, stderr } = spawnSync('npx', ['jest', '-c', 'test/life/without-rule.config.cjs', '--maxWorkers=1'], {
    env: { LIFE_SEEDS: '12', LIFE_STOP: '1', ...process.env, LIFE_WITHOUT: String(number) },
    encoding: 'utf8',
  });
  const reason = /Seed \d+: .*/.exec(`${stdout}${stderr}`)?.[0];
  const isMissed = status !== 0 && reason !== undefined;
  if (!isMissed) kept.push(rule);
  process.stdout.write(
    `${isMissed ? 'missed' : 'NOT MISSED'}: ${rule}\n  ${String(reason ?? `${stdout}${stderr}`.slice(-600)).slice(0, 240)}\n`,
  );
});
process.stdout.write(`${String(rules.length - kept.length)} passed, ${String(kept.length)} failed\n`);
process.exitCode = kept.length === 0 ? 0 : 1;
