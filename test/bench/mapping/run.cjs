/** Runs the bench in plain Node. */
require('../../typescript-hook.cjs');
require('./mapping-bench.ts');
