import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built essay, which the e2e script has made just before. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

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

/** Serves a folder as a static host would. `asked` is told of each path, with its query. Port 0: any that is free. */
export async function serveFolder(
  folder: string,
  { port = 0, under = '/', asked }: { port?: number; under?: string; asked?: (path: string) => void } = {},
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer(async ({ url = '/' }, response) => {
    asked?.(url);
    try {
      const path = decodeURIComponent(new URL(url, 'http://host').pathname);
      const within = path.startsWith(under) ? path.slice(under.length) : path;
      const file = normalize(join(folder, within.endsWith('/') || within === '' ? `${within}index.html` : within));
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
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}${under}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A copy of the built site in a folder of a host of its own, which a test may change. */
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
  const { address, close } = await serveFolder(folder, {
    under: '/some/folder/',
    asked: (path) => asked.push(path),
  });
  return {
    folder,
    address,
    asked() {
      const since = asked;
      asked = [];
      return since;
    },
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
