/** Runs the bench in plain Node. */
require('../../typescript-hook.cjs');
require('./reading-bench.ts');
