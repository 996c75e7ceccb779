import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { readCard } from './cards.ts';
import { sharedHead } from './page-head.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
const server = fileURLToPath(new URL('../../build/server', import.meta.url));

/** What src/entry-server.ts exports: one page of src/, by the name of its HTML file, as text. */
interface ServerEntry {
  render(page: string): Promise<{ head: string; body: string }>;
}

/** A link that starts a font while the style sheet that asks for it is still on its way. */
function preload(font: string, output: Rolldown.RolldownOutput['output']): string {
  const file = output.find((part) => part.type === 'asset' && part.names.includes(font));
  if (!file) throw new Error(`prerender: no style sheet uses ${font}`);
  return `<link rel="preload" as="font" type="font/woff2" href="./${file.fileName}" crossorigin>`;
}

/** A link that starts the engine while the scripts that ask for it are still on their way: as they ask, or it would be fetched twice. */
function preloadEngine(output: Rolldown.RolldownOutput['output']): string {
  const file = output.find((part) => part.type === 'asset' && part.names.includes('core.wasm'));
  if (!file) throw new Error('prerender: no page uses the engine');
  return `<link rel="preload" as="fetch" type="application/wasm" href="./${file.fileName}" crossorigin>`;
}

/** What a page says of itself in its `svelte:head`, for those who only read heads. */
function toldBy(head: string): { title: string; description: string } {
  const [, title] = /<title>([^<]*)<\/title>/.exec(head) ?? [];
  const [, description] = /<meta name="description" content="([^"]*)"/.exec(head) ?? [];
  if (!title || !description) throw new Error(`prerender: a page has no title or no description: ${head}`);
  return { title, description };
}

/**
 * `vite build` then builds the pages, builds src/entry-server.ts, lets it render each page and puts the result in place
 * of `<!--head-->` and `<!--app-->`: readers without scripts have the whole essay, the others have it before scripts run.
 */
export function prerender(options: {
  preloadFonts: readonly string[];
  /** Pages that start the engine as they open, by the names of their HTML files. */
  preloadEngine: readonly string[];
  site: string | undefined;
}): Plugin {
  return {
    name: 'prerender',
    apply: 'build',
    async config() {
      const pages = (await readdir(src)).filter((name) => name.endsWith('.html')).map((name) => join(src, name));
      return {
        environments: {
          client: { build: { rolldownOptions: { input: pages } } },
          ssr: {
            build: {
              outDir: server,
              emptyOutDir: true,
              copyPublicDir: false,
              // What the client fetches when it is asked for is at hand here.
              rolldownOptions: { input: join(src, 'entry-server.ts'), checks: { ineffectiveDynamicImport: false } },
            },
          },
        },
        builder: {
          async buildApp(builder) {
            const { client, ssr } = builder.environments;
            if (!client || !ssr) throw new Error('prerender: there is no client or no ssr environment');
            const built = await builder.build(client);
            await builder.build(ssr);
            if (!('output' in built)) throw new Error('prerender: the client build has more than one output');

            const entry = pathToFileURL(join(server, 'entry-server.js')).href;
            const { render }: ServerEntry = await import(entry);
            const fonts = options.preloadFonts.map((font) => preload(font, built.output));
            const engine = preloadEngine(built.output);
            const card = readCard('essay');
            for (const page of pages) {
              const { head, body } = await render(basename(page, '.html'));
              const shared = sharedHead({ page: basename(page), ...toldBy(head), card }, options.site);
              const early = options.preloadEngine.includes(basename(page)) ? [...fonts, engine] : fonts;
              const file = resolve(builder.config.root, builder.config.build.outDir, basename(page));
              let html = await readFile(file, 'utf8');
              for (const [mark, text] of [
                ['<!--head-->', [...shared, ...early, head].join('\n    ')],
                ['<!--app-->', body],
              ] as const) {
                if (!html.includes(mark)) throw new Error(`prerender: ${page} has no ${mark}`);
                // A function, for `$` in a replacement text is special.
                html = html.replace(mark, () => text);
              }
              await writeFile(file, html);
            }
          },
        },
      };
    },
  };
}
