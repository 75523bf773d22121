/** Runs the bench in plain Node. */
require('../../typescript-hook.cjs');
require('./speed-bench.ts');
