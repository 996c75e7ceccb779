import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { filesOf } from './files-of.ts';
import { addressOf } from './page-head.ts';
import { headersFile } from './policy.ts';

/** What hosts and search engines read beside the pages: `_headers`, and `sitemap.xml` if the address of the site is known. */
export function siteFiles(site: string | undefined): Plugin {
  return {
    name: 'site-files',
    apply: 'build',
    buildApp: {
      order: 'post',
      async handler({ config }) {
        const outDir = resolve(config.root, config.build.outDir);
        const pages = (await filesOf(outDir)).filter((file) => file.endsWith('.html'));
        await writeFile(join(outDir, '_headers'), headersFile(pages));
        if (site === undefined) return;
        const found = [];
        for (const page of pages) {
          const html = await readFile(join(outDir, page), 'utf8');
          if (!html.includes('content="noindex"')) found.push(addressOf(page, site));
        }
        await writeFile(join(outDir, 'sitemap.xml'), sitemap(found));
      },
    },
  };
}

/** Built again is changed: what a page says may have changed with any of its files. */
function sitemap(addresses: readonly string[]): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const day = (epoch ? new Date(Number(epoch) * 1000) : new Date()).toISOString().slice(0, 10);
  const urls = addresses.map((address) => `  <url><loc>${address}</loc><lastmod>${day}</lastmod></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
