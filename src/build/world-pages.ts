import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { World, Worlds } from '../world/worlds';
import { readCard } from './cards.ts';
import { escaped, sharedHead } from './page-head.ts';

/**
 * A short address for each shipped world, `worlds/the-backstop/`: a page that tells who reads only heads what there is to see, and moves every other reader to the
 * essay in that world at once. By a meta refresh and not by a script: it works for all of them, and replaces itself in the history, so that the back button leaves.
 */
export function worldPages(worldsFile: string, site: string | undefined): Plugin {
  return {
    name: 'world-pages',
    apply: 'build',
    buildApp: {
      order: 'post',
      async handler({ config }) {
        const outDir = resolve(config.root, config.build.outDir);
        const assets = await readdir(join(outDir, 'assets'));
        const sheet = assets.find((name) => name.endsWith('.css'));
        if (!sheet) throw new Error('world-pages: the build has no style sheet');
        const { worlds }: Worlds = JSON.parse(await readFile(worldsFile, 'utf8'));
        for (const world of worlds) {
          const page = `worlds/${world.id}/index.html`;
          await mkdir(join(outDir, 'worlds', world.id), { recursive: true });
          await writeFile(join(outDir, page), worldPage(page, world, sheet, site));
        }
      },
    },
  };
}

function worldPage(page: string, world: World, sheet: string, site: string | undefined): string {
  const [name, text] = [escaped(world.name), escaped(world.text)];
  const title = `${name}: When the Music Stops`;
  const essay = `../../?${escaped(world.query)}`;
  const head = sharedHead({ page, title, description: text, card: readCard(world.id) }, site);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" type="image/svg+xml" href="../../favicon.svg">
    ${head.join('\n    ')}
    <meta http-equiv="refresh" content="0; url=${essay}">
    <link rel="stylesheet" href="../../assets/${sheet}">
    <title>${title}</title>
    <meta name="description" content="${text}">
  </head>
  <body>
    <main class="page" id="main">
      <header class="band appendix">
        <p class="label wide"><a href="../../">When the Music Stops</a></p>
        <h1 class="wide">${name}</h1>
      </header>
      <p class="lead">${text}</p>
      <p><a href="${essay}">Open the essay in this world</a></p>
    </main>
  </body>
</html>
`;
}
