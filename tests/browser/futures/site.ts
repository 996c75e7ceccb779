import { createServer } from 'node:http';
import { build, type Rolldown } from 'vite';

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  wasm: 'application/wasm',
};

/** Builds the page of a folder, with its workers, and serves it until it is closed. */
export async function serveSite(folder: string): Promise<{ readonly url: string; close(): void }> {
  const bundle = (await build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { write: false, target: 'esnext', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  })) as Rolldown.RolldownOutput;
  const files = new Map(
    bundle.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    const body = files.get(path);
    const type = types[path.split('.').at(-1) ?? ''] ?? 'text/plain';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The page is not served.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => void server.close() };
}
