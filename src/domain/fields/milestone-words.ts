import type { Milestone } from '../reading';

/** A milestone as a line of a paper: "June 2026: Site found (Officer A; Lease signed)". */
export function milestoneWords({ text, ledBy, timescale, measure }: Milestone): string {
  const isDated = timescale.text !== '' && timescale.text !== text;
  const more = [ledBy.text, ...(text === '' ? [] : [measure.text])].filter((words) => words !== '');
  const what = text === '' ? measure.text : text;
  const bracket = more.length === 0 ? '' : `(${more.join('; ')})`;
  const said = [what, bracket].filter((words) => words !== '').join(' ');
  return [...(isDated ? [timescale.text] : []), ...(said === '' ? [] : [said])].join(': ');
}
