/** Runs the command in plain Node; with `--read`, it reads one file in this process. */
require('../typescript-hook.cjs');
require(process.argv[2] === '--read' ? './read-one.ts' : './corpus-command.ts');
