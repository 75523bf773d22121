import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { CHROMIUM, originOf, paneOf, serveFolder, startChromium } from '../../browser/chromium';
import { kent2025 } from '../../../src/domain/framework';
import { writeVersions } from './generated-plans';

/** A task over this long is felt; in milliseconds. */
const FELT = 50;
const WAIT = { timeout: 240_000 };
/** For what is drawn after the last words are there; in milliseconds. */
const AFTERWARDS = 300;

/** A task over 50 ms: since when, in milliseconds since 1970, and how many milliseconds it took. */
type Task = readonly [from: number, milliseconds: number];

declare global {
  interface Window {
    benchTasks?: Task[];
  }
}

/** Tasks of the thread that page and pane share. `own` leaves out the time that the preview's page spent in them, as Excel host and as grid. */
interface Tasks {
  readonly over50: number;
  readonly longest: number;
  readonly ownOver50: number;
  readonly ownLongest: number;
}

const named = (what: string, { over50, longest, ownOver50, ownLongest }: Tasks): Record<string, number> => ({
  [`${what}: tasks over 50 ms`]: over50,
  [`${what}: longest, ms`]: Math.round(longest),
  [`${what}: tasks of which over 50 ms are the pane’s own`]: ownOver50,
  [`${what}: longest of the pane’s own, ms`]: Math.round(ownLongest),
});

/**
 * So many rows in one workbook for each directorate: the first is opened in the preview, the others are added in the pane, collated and written.
 * Needs `dist/preview`, best as `npm run build:preview` makes it. Nothing is measured without a Chromium.
 */
export async function chromiumPath(rows: number): Promise<Record<string, number>> {
  if (CHROMIUM === undefined) {
    process.stderr.write('Not measured: there is no Chromium on this machine.\n');
    return {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'chromium-path-'));
  const { length: directorates } = kent2025().directorates;
  await writeVersions(folder, directorates, Math.max(1, Math.round(rows / directorates)));
  const [first = '', ...others] = readdirSync(join(folder, 'in')).map((file) => join(folder, 'in', file));
  const server = await serveFolder(resolve('dist/preview'));
  const browser = await startChromium(CHROMIUM);
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const tasks: (readonly [number, number])[] = [];
      window.benchTasks = tasks;
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) tasks.push([performance.timeOrigin + startTime, duration]);
      }).observe({ entryTypes: ['longtask'] });
    });
    const session = await context.newCDPSession(page);
    await session.send('Profiler.enable');
    await page.goto(`${originOf(server)}/index.html`);
    let pane: Frame = await paneOf(page);
    const read = await tasksOf(page, session, async () => {
      await page.getByLabel('Open your own workbook').setInputFiles(first);
      await page.getByRole('heading', { name: /^council/ }).waitFor(WAIT);
      pane = await paneOf(page);
      await pane
        .getByText(/1 table with/)
        .first()
        .waitFor(WAIT);
    });
    const collated = await tasksOf(page, session, async () => {
      await pane
        .getByRole('button', { name: /Collate the plan/ })
        .first()
        .click();
      await pane.getByLabel('Workbooks that directorates sent').setInputFiles(others);
      await pane.getByText(`${String(directorates)} of ${String(directorates)} directorates sent a table`).waitFor(WAIT);
      await pane
        .getByText(/^Ready to write/)
        .first()
        .waitFor(WAIT);
    });
    const written = await tasksOf(page, session, async () => {
      await pane.getByRole('button', { name: 'Write the plan' }).first().click();
      await pane.getByRole('heading', { name: /Plan written/ }).waitFor(WAIT);
    });
    return { ...named('reading', read), ...named('collating', collated), ...named('writing', written) };
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

async function tasksOf(page: Page, session: CDPSession, work: () => Promise<void>): Promise<Tasks> {
  await session.send('Profiler.start');
  const marked = await page.evaluate(mark);
  await work();
  await new Promise((done) => setTimeout(done, AFTERWARDS));
  const { profile } = await session.send('Profiler.stop');
  const tasks = await page.evaluate((since) => (window.benchTasks ?? []).filter(([from]) => from > since), marked);
  const own = ownMilliseconds(profile, marked, tasks);
  return {
    over50: tasks.length,
    longest: Math.max(0, ...tasks.map(([, milliseconds]) => milliseconds)),
    ownOver50: own.filter((milliseconds) => milliseconds > FELT).length,
    ownLongest: Math.max(0, ...own),
  };
}

/** Keeps the page busy for less than a long task, under a name by which its clock is found in the profile, and says since when. */
function mark(): number {
  const from = performance.now();
  const clockMark = (): void => {
    while (performance.now() - from < 30);
  };
  clockMark();
  return performance.timeOrigin + from;
}

/** What is used of a profile; times are microseconds. */
interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
  readonly startTime: number;
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** The script of the page round the pane: the Excel host, and the grid that draws its cells. */
const PREVIEW_PAGE = '/preview.js';
/** What V8 puts into a profile where no function runs, and where it collects garbage, whoever left it. */
const NOBODYS: ReadonlySet<string> = new Set(['(idle)', '(garbage collector)']);

/**
 * Milliseconds of each task in which no function of the preview's page ran.
 * @param marked when `clockMark` began, as the page's clock says.
 */
function ownMilliseconds({ nodes, samples = [], timeDeltas = [], startTime }: Profile, marked: number, tasks: readonly Task[]): number[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const isOfPage = (id: number | undefined): boolean =>
    id !== undefined && (byId.get(id)?.callFrame.url.endsWith(PREVIEW_PAGE) === true || isOfPage(callers.get(id)));
  const nameOf = (id: number): string => byId.get(id)?.callFrame.functionName ?? '';
  let at = startTime;
  const times = timeDeltas.map((delta) => (at += delta));
  const clock = marked - (times[samples.findIndex((id) => nameOf(id) === 'clockMark')] ?? startTime) / 1000;
  const isOwn = new Map(nodes.map(({ id }) => [id, !NOBODYS.has(nameOf(id)) && !isOfPage(id)]));
  return tasks.map(([from, milliseconds]) =>
    samples.reduce((sum, id, index) => {
      const time = clock + (times[index] ?? 0) / 1000;
      return isOwn.get(id) === true && time >= from && time <= from + milliseconds ? sum + (timeDeltas[index] ?? 0) / 1000 : sum;
    }, 0),
  );
}
