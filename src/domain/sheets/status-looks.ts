import { BAD, GOOD, STILL, UNSURE } from './council-look';
import type { FormatRule } from '../workbook';

/** The colour of each status word, the same on every sheet. */
export const STATUS_LOOKS: readonly { readonly cellIs: string; readonly look: FormatRule['look'] }[] = [
  { cellIs: 'on track', look: GOOD },
  { cellIs: 'complete', look: GOOD },
  { cellIs: 'at risk', look: UNSURE },
  { cellIs: 'delayed', look: BAD },
  { cellIs: 'stopped', look: STILL },
  { cellIs: 'not started', look: STILL },
];
