import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder, tryCli } from './try-cli';

const HEADINGS = 'What we have committed to,Led by,Timescale,Measure,Shared Outcome';

it('lists reworded actions that may be new ones, with both wordings and the Ref they keep', async () => {
  const folder = freshFolder();
  const [sent, first, second] = ['GET.csv', 'first.xlsx', 'second.xlsx'].map((name) => join(folder, name));
  const send = (rows: readonly string[]): void => writeFileSync(sent ?? '', [HEADINGS, ...rows].join('\n'));
  send([
    'Open a community kitchen in Swale with the district council,Jo Brown,March 2026,A hub,SO2',
    'Plant an orchard,Jo Brown,March 2026,50 trees,SO2',
  ]);
  const before = await tryCli('collate', [sent ?? '', '--out', first ?? '']);
  expect(before.out.filter((line) => line.includes('please look'))).toEqual([]);
  send([
    'Open a kitchen in Thanet with the parish council and volunteers,Al Green,May 2027,Meals,SO2',
    'Plant an orchard,Jo Brown,March 2026,50 trees,SO2',
  ]);
  const after = await tryCli('collate', [sent ?? '', '--previous', first ?? '', '--out', second ?? '']);
  expect(after.out.filter((line) => line.includes('please look'))).toEqual([
    'GET-01: taken to be the same action, please look: "Open a community kitchen in Swale with the district council" is now "Open a kitchen in Thanet with the parish council and volunteers".',
  ]);
});
