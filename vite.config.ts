import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
import { defineConfig } from 'vitest/config';
import { assembly } from './src/build/assembly.ts';
import { claimWords } from './src/build/claim-words.ts';
import { content } from './src/build/content.ts';
import { figureValues } from './src/build/figure-values.ts';
import { modelText } from './src/build/model-text.ts';
import { networkValues } from './src/build/network-values.ts';
import { openingChunk } from './src/build/opening-chunk.ts';
import { siteAddress } from './src/build/page-head.ts';
import { pageStyles } from './src/build/page-styles.ts';
import { precache } from './src/build/precache.ts';
import { prerender } from './src/build/prerender.ts';
import { marksOfDials, proseOptions } from './src/build/prose.mjs';
import { siteFiles } from './src/build/site-files.ts';
import { worldPages } from './src/build/world-pages.ts';
import { worldValues } from './src/build/world-values.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Where the essay will stand, as far as the build is told. Only what must be absolute needs it: canonical addresses, cards, the sitemap. */
const site = siteAddress(process.env.SITE_URL);

export default defineConfig({
  // The pages are src/*.html, so that a page, its script and its styles stand together.
  root: `${here}src`,
  publicDir: `${here}static`,
  // Relative addresses: the built essay works in any folder of any static host.
  base: './',
  // Unknown addresses answer 404 and not the essay.
  appType: 'mpa',
  plugins: [
    content(`${here}content`),
    figureValues(`${here}content/figures.json`, `${here}content/estimates.json`),
    networkValues(`${here}content/network-2026q3.json`),
    worldValues(`${here}content/worlds.json`),
    claimWords(`${here}content/claims.json`),
    assembly(),
    svelte({
      // Here and not in a svelte.config.js: svelte-check reads it from here as well.
      configFile: false,
      extensions: ['.svelte', '.svx', '.md'],
      // Svelte strips types from lang="ts" by itself; only the prose needs a preprocessor.
      preprocess: [
        marksOfDials,
        mdsvex(proseOptions),
        mdsvex({ extensions: ['.md'], smartypants: false, remarkPlugins: [modelText] }),
      ],
      compilerOptions: {
        runes: true,
        // Short, for the class stands on every element of a page that is rendered ahead.
        cssHash: ({ hash, css }) => `s${hash(css).slice(0, 5)}`,
        // mdsvex still writes <script context="module">.
        warningFilter: ({ code }) => code !== 'script_context_deprecated',
      },
    }),
    pageStyles(),
    openingChunk({ apart: ['sources.html'] }),
    // What the first screen is set in; the italic can wait.
    prerender({
      preloadFonts: ['newsreader-latin-opsz-normal.woff2', 'inter-tight-latin-wght-normal.woff2'],
      preloadEngine: ['index.html'],
      site,
    }),
    // After the pages, and one after the other: the last lists all files that are there.
    worldPages(`${here}content/worlds.json`, site),
    siteFiles(site),
    precache(),
  ],
  // content/, build/core.wasm and the fonts are outside of the root.
  server: { fs: { allow: [here] } },
  // A frame with a sandbox has no origin of its own: what it fetches must be open to all, here as on any host (README.md).
  preview: { cors: true },
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    // The wasm streams and the fonts are cached only as files of their own.
    assetsInlineLimit: (file) => (/\.(wasm|woff2)$/.test(file) ? false : undefined),
    // Every browser with wasm SIMD has module preload.
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  test: {
    root: here,
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    // The files share what they import, which is half of their time; none leaves anything behind in it.
    isolate: false,
    environment: 'node',
    // A property test runs thousands of worlds, on a machine that may be busy.
    testTimeout: 60_000,
    // As many as there are processors; by itself it would leave one of them to itself, which is half of a small machine.
    maxWorkers: '100%',
  },
});
