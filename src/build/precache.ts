import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PrecacheEntry } from 'serwist';
import { build, type Plugin } from 'vite';
import { filesOf } from './files-of.ts';

const source = fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url));

/** What no reader of a page asks for: what hosts and others read, the worker itself, and what is only for finding faults. */
const notKept = [/^_headers$/, /^sitemap\.xml$/, /^sw\.js$/, /^cards\//, /\.map$/];

/** Builds src/offline/service-worker.ts as `sw.js`, with the list of all files that the pages need, once these are there. */
export function precache(): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    buildApp: {
      order: 'post',
      async handler({ config }) {
        const outDir = resolve(config.root, config.build.outDir);
        await build({
          configFile: false,
          root: config.root,
          logLevel: 'error',
          define: { 'self.precached': JSON.stringify(await precached(outDir)) },
          build: {
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            modulePreload: { polyfill: false },
            rolldownOptions: {
              input: source,
              // A classic script: not every browser takes a module for a worker of this kind. Its name stays, for that is how an update is found.
              output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
            },
          },
        });
      },
    },
  };
}

/**
 * Each file with the digest of its content, which the browser checks when it fetches it: should the site change while a reader's browser fetches it, nothing is kept,
 * rather than a mix. What is named after its content is known by its name; the others are kept once for each content.
 */
export async function precached(folder: string): Promise<PrecacheEntry[]> {
  const files = (await filesOf(folder)).filter((file) => !notKept.some((pattern) => pattern.test(file)));
  return Promise.all(
    files.map(async (url) => {
      const digest = createHash('sha256')
        .update(await readFile(join(folder, url)))
        .digest('base64');
      return { url, revision: url.startsWith('assets/') ? null : digest.slice(0, 12), integrity: `sha256-${digest}` };
    }),
  );
}
