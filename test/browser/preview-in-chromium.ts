import type { Server } from 'node:http';
import { basename, resolve } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { ExcelHost } from '../../src/preview/excel-host';
import { CHROMIUM, type HeadersOf, originOf, paneOf, serveFolder, startChromium } from './chromium';

/** The window of the page with what the preview adds to it. */
export interface HostWindow {
  readonly previewHost?: ExcelHost;
}

export async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Not true within 20 seconds: ${what.toString()}`);
}

/** Without a Chromium the browser tests are named as not run; CI sets REQUIRE_BROWSER, and then they fail. */
export const describeInBrowser: jest.Describe = CHROMIUM === undefined && process.env.REQUIRE_BROWSER !== '1' ? describe.skip : describe;

declare global {
  /** Called in the pages, for each refusal of their content-security-policy. */
  function tellViolation(words: string): void;
}

export interface Preview {
  readonly page: Page;
  readonly pane: Frame;
  /** Addresses the page asked for, other than this server's own. */
  readonly foreign: readonly string[];
  /** Errors the pages threw or logged, and what their content-security-policy refused. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Started with the first preview of a test file and stopped after its last test: starting takes seconds, a clean context none. */
let chromiumOfFile: Promise<Browser> | null = null;
let serverOfFile: Promise<Server> | null = null;
afterAll(async () => {
  await (await chromiumOfFile)?.close();
  (await serverOfFile)?.close();
});

/** The browser of this test file. */
export function chromiumForTests(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('There is no Chromium on this machine: install one, or set CHROMIUM to its path.');
  return (chromiumOfFile ??= startChromium(CHROMIUM));
}

/**
 * Serves the built preview and opens it with no cookie, store or cache of another test, as wide as a small laptop.
 *
 * @param headersOf headers beside the type of content; the first call in a test file decides for all of it.
 */
export async function openPreview(query = '', headersOf: HeadersOf = () => ({})): Promise<Preview> {
  const server = await (serverOfFile ??= serveFolder(resolve('dist/preview'), headersOf));
  const browser = await chromiumForTests();
  const origin = originOf(server);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return watched(context, origin, query);
}

async function watched(context: BrowserContext, origin: string, query: string): Promise<Preview> {
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  await context.exposeFunction('tellViolation', (words: string) => errors.push(words));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      tellViolation(`${location.pathname}: ${effectiveDirective} refused ${blockedURI} of ${sourceFile}:${String(lineNumber)}`),
    );
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${origin}/index.html${query}`);
  return { page, pane: await paneOf(page), foreign, errors, close: () => context.close() };
}

/** Opens a file in the preview in place of what is open there. @returns the new pane's frame. */
export async function openWorkbook(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<Frame> {
  await page.getByLabel('Open your own workbook').setInputFiles(file);
  await page.getByRole('heading', { name: typeof file === 'string' ? basename(file) : file.name }).waitFor();
  return paneOf(page);
}

/** Makes the pane as wide as this, in px. */
export async function setPaneWidth(page: Page, width: number): Promise<void> {
  await page.evaluate((px) => {
    const preview = document.querySelector<HTMLElement>('.preview');
    if (preview !== null) preview.style.gridTemplateColumns = `minmax(0, 1fr) ${String(px)}px`;
  }, width);
}
