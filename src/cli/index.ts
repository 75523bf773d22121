export type { CliWorld, ExitCode, WritableBook } from './cli-world';
export { type ProgramName, runCli } from './run-cli';
