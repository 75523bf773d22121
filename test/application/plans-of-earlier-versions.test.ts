import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSubmissions } from '../../src/adapters/files';
import type { SubmissionPort } from '../../src/application';
import { freshFolder, tryCli } from '../cli/try-cli';
import { newCommitment, withRowsChanged } from './rows-changed';
import { commitmentsOf, lostIn, priorities, type Read, read, type Typed } from './typed-plan';

/** Plans that earlier versions wrote and people typed into: a refresh by this version keeps all of it. See test/data/plans-0.1.0/README.md. */
const FOLDER = 'test/data/plans-0.1.0';

const JULY = { year: 2025, month: 7, day: 31 };

async function refreshed(plan: string, sources: readonly string[], submissions: SubmissionPort): Promise<Read> {
  const folder = freshFolder();
  const [out, json] = [join(folder, 'plan.xlsx'), join(folder, 'plan.json')];
  const run = await tryCli('collate', [...sources, '--previous', plan, '--out', out, '--json', json], { today: JULY, submissions });
  expect([run.code, run.err]).toEqual([1, []]);
  return read(out, json);
}

function typedInto(plan: string): Typed {
  return JSON.parse(readFileSync(join(FOLDER, plan.replace(/(-resaved-by-\w+)?\.xlsx$/, '.typed.json')), 'utf8')) as Typed;
}

const isResaved = (name: string): boolean => name.includes('-resaved-by-');
const PLANS = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

it('has at least five plans, one of them with return packs and two resaved by other programs', () => {
  expect(PLANS).toEqual([
    'kent-priorities-resaved-by-libreoffice.xlsx',
    'kent-priorities.xlsx',
    'packs-and-all-sheets.xlsx',
    'submissions-resaved-by-openpyxl.xlsx',
    'submissions.xlsx',
  ]);
});

describe.each(PLANS)('%s', (name) => {
  const typed = typedInto(name);
  const changes = withRowsChanged(fileSubmissions);
  let before: Read;
  let changed: Read;
  beforeAll(async () => {
    before = await read(join(FOLDER, name), null);
    changed = await refreshed(before.path, typed.sources, changes);
  });

  it('has in it what the file beside it says', () => {
    expect(lostIn(before, typed)).toEqual([]);
  });

  it('keeps all of it when rows were reworded, dropped, added and sent in another order', () => {
    expect(lostIn(changed, typed)).toEqual([]);
  });

  it('leaves every Ref with its commitment, and adds rows for the new ones alone', () => {
    const wanted = [...commitmentsOf(before)].map(([ref, words]) => [ref, changes.reworded.get(words) ?? words]);
    const found = [...commitmentsOf(changed)];
    expect(found.slice(0, wanted.length)).toEqual(wanted);
    const added = found.slice(wanted.length);
    expect(added.map(([, words]) => words).sort()).toEqual([...changes.added].sort());
    expect(new Set(found.map(([ref]) => ref)).size).toBe(found.length);
    expect(changes.reworded.size).toBeGreaterThanOrEqual(3);
    expect(changes.added).toEqual(changes.added.map((_, index) => newCommitment(index)));
  });

  it('offers in its drop-downs, and refuses nothing', () => {
    const refusing = (plan: Read): readonly (string | undefined)[] =>
      [...plan.parts.values()].flatMap((text) =>
        [...text.matchAll(/<dataValidation (?=[^>]*type="list")[^>]*>/g)].map(([tag]) => /showErrorMessage="([^"]*)"/.exec(tag)?.[1]),
      );
    expect(refusing(before).filter((value) => value === '1' || value === 'true').length).toBeGreaterThanOrEqual(3);
    expect(refusing(changed)).toEqual(refusing(before).map(() => '0'));
  });

  it('has no link that leads out of its folder, and the links that were typed', () => {
    const leadingOut = (plan: Read): string[] =>
      plan.book.sheets.flatMap(({ name: sheet, fileLinks }) =>
        [...(fileLinks ?? [])].flatMap(([cell, path]) => (path.startsWith('../') ? [`${sheet}!${cell}`] : [])),
      );
    expect(leadingOut(before).length).toBeGreaterThanOrEqual(name.startsWith('packs') ? 0 : 100);
    expect(leadingOut(changed)).toEqual([]);
    expect([...changed.parts.values()].join('')).not.toMatch(/Target="\.\.[^"]*" TargetMode="External"/);
  });

  it('marks the dropped rows, and its rows are those of the plan and the dropped ones', () => {
    const table = priorities(changed);
    const gone = table.rowsWith({ Standing: 'no longer sent' }).map((row) => table.words(row, 'What we have committed to'));
    expect(gone.sort()).toEqual([...changes.dropped].sort());
    expect(table.rows.length).toBe((changed.json?.actions.length ?? 0) + gone.length);
  });

  it('counts the indicators that were typed', () => {
    const served = new Map(changed.json?.actions.map(({ ref, indicators }) => [ref, indicators]));
    for (const [ref, ids] of Object.entries(typed.indicators)) {
      const counted = served.get(ref)?.filter(({ state }) => state !== 'suggested') ?? [];
      expect([ref, counted.map(({ id }) => id)]).toEqual([ref, expect.arrayContaining([...ids])]);
    }
  });
});

describe.each(PLANS.filter((name) => !isResaved(name)))('%s over the same sources', (name) => {
  const typed = typedInto(name);
  let before: Read;
  let same: Read;
  let again: Read;
  beforeAll(async () => {
    before = await read(join(FOLDER, name), null);
    same = await refreshed(before.path, typed.sources, fileSubmissions);
    again = await refreshed(same.path, typed.sources, fileSubmissions);
  });

  it('keeps all that was typed, and every Ref with its commitment', () => {
    expect(lostIn(same, typed)).toEqual([]);
    expect([...commitmentsOf(same)]).toEqual([...commitmentsOf(before)]);
  });

  it('is not changed by a second refresh', () => {
    expect([...again.parts.keys()]).toEqual([...same.parts.keys()]);
    expect([...again.parts].filter(([path, text]) => same.parts.get(path) !== text).map(([path]) => path)).toEqual([]);
  });
});
