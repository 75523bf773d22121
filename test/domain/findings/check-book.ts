import { type CheckDates, type CheckedFile, checkInSteps, type CheckMemory, type Finding } from '../../../src/domain/findings';
import type { Framework } from '../../../src/domain/framework';
import { finished } from '../../../src/domain/steps';

/** Every finding of one or more workbooks, all steps in one go. */
export const checkBook = (
  input: CheckedFile | readonly CheckedFile[],
  framework: Framework,
  dates: CheckDates,
  memory?: CheckMemory,
): Finding[] => finished(checkInSteps('actions' in input ? [input] : input, framework, dates, memory));
