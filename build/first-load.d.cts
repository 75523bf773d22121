import type { Compiler } from 'webpack';

export declare class FirstLoadBudget {
  constructor(entry: string, most?: number);
  apply(compiler: Compiler): void;
}
