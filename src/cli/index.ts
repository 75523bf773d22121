export type { CliWorld, ExitCode } from './cli-world';
export { type ProgramName, runCli } from './run-cli';
