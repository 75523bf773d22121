import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

/** The Chromium of this machine; undefined where there is none. */
export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.map': 'application/json',
};

/** @param executablePath see `CHROMIUM`. */
export function startChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The headers of a file of the preview, by its path in `dist/preview`. */
export type HeadersOf = (path: string) => Readonly<Record<string, string>>;

/** The pane's frame, once it is there; a new one after another workbook was opened. */
export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[title="Delivery plan"]');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The pane has no page.');
  return frame;
}

export const originOf = (server: Server): string => `http://localhost:${String((server.address() as AddressInfo).port)}`;

/** Serves the files of a folder at a free port, until the server is closed. */
export function serveFolder(folder: string, headersOf: HeadersOf = () => ({})): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const headers = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...headersOf(path.slice(1)) };
    readFile(join(folder, path)).then(
      (bytes) => response.writeHead(200, headers).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((done) => server.listen(0, 'localhost', () => done(server)));
}
