import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** A copy of the built site in a folder of a host of its own, which a test may change: as a static host would serve it. */
export interface BuiltSite {
  /** Where its files lie. */
  readonly folder: string;
  readonly address: string;
  /** What was asked for since the last look, as paths with their queries. */
  asked(): string[];
  close(): Promise<void>;
}

export async function serveBuilt(): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync(dist, folder, { recursive: true });
  let asked: string[] = [];
  const server = createServer(async ({ url = '/' }, response) => {
    asked.push(url);
    const path = decodeURIComponent(new URL(url, 'http://host').pathname).replace(/^\/some\/folder\//, '');
    const file = normalize(join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path));
    try {
      const body = await readFile(file);
      response.writeHead(200, {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        // As `_headers` has it.
        'Access-Control-Allow-Origin': '*',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    folder,
    address: `http://127.0.0.1:${port}/some/folder/`,
    asked() {
      const since = asked;
      asked = [];
      return since;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
