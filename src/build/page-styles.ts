import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** The chunk of the styles that every page has. What a component says of itself stands after them. */
const first = 'styles';

/** The style sheets of a page, also of what it fetches later: those that every page has, and then what is used before its users. */
function sheetsOf(entry: Rolldown.OutputChunk, bundle: Bundle): string[] {
  const chunks = new Set<Rolldown.OutputChunk>();
  const sheets = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const other of [...chunk.imports, ...chunk.dynamicImports]) visit(other);
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) sheets.add(sheet);
  };
  visit(entry.fileName);
  const isCommon = (sheet: string) => basename(sheet).startsWith(`${first}-`);
  return [...sheets].sort((a, b) => Number(isCommon(b)) - Number(isCommon(a)));
}

/**
 * One style sheet for each page, with the styles of all that it may fetch later: the pages are rendered ahead, so what wakes up later is on the page from the
 * beginning. Each page has its own, for the lab's are of no use to the essay.
 */
export function pageStyles(): Plugin[] {
  /** By the name of the page's HTML file. */
  const sheets = new Map<string, string>();
  const common = {
    apply: 'build',
    applyToEnvironment: ({ name }: { name: string }) => name === 'client',
  } as const;
  return [
    {
      ...common,
      name: 'page-styles:merge',
      enforce: 'pre',
      config: () => ({ build: { cssCodeSplit: true } }),
      generateBundle: {
        order: 'pre',
        handler(_, bundle) {
          const chunks = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? [part] : []));
          const merged = new Set<string>();
          for (const entry of chunks) {
            const page = entry.isEntry && entry.facadeModuleId?.endsWith('.html') && basename(entry.facadeModuleId);
            if (!page) continue;
            const own = sheetsOf(entry, bundle);
            const css = own.map((sheet) => textOf(bundle, sheet)).join('');
            const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
            const fileName = `assets/${basename(page, '.html')}-${hash}.css`;
            this.emitFile({ type: 'asset', fileName, source: css });
            sheets.set(page, fileName);
            for (const sheet of own) merged.add(sheet);
          }
          for (const sheet of merged) delete bundle[sheet];
          // Neither the pages nor what fetches their parts are to ask for the sheets that were.
          for (const { viteMetadata } of chunks) viteMetadata?.importedCss.clear();
        },
      },
    },
    {
      ...common,
      name: 'page-styles:link',
      enforce: 'post',
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          for (const page of Object.values(bundle)) {
            const sheet = sheets.get(page.fileName);
            if (page.type !== 'asset' || sheet === undefined) continue;
            const link = `<link rel="stylesheet" crossorigin href="./${sheet}">`;
            page.source = String(page.source).replace('</head>', () => `  ${link}\n  </head>`);
          }
        },
      },
    },
  ];
}

function textOf(bundle: Bundle, name: string): string {
  const part = bundle[name];
  if (part?.type !== 'asset') throw new Error(`page-styles: there is no ${name}`);
  return typeof part.source === 'string' ? part.source : new TextDecoder().decode(part.source);
}
