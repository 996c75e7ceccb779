import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** The chunk of the styles that every page has. What a component says of itself stands after them. */
const common = 'styles';

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
  const isCommon = (sheet: string) => basename(sheet).startsWith(`${common}-`);
  return [...sheets].sort((a, b) => Number(isCommon(b)) - Number(isCommon(a)));
}

/**
 * One style sheet for each page, with the styles of all that it may fetch later: the pages are rendered ahead, so what wakes up later is on the page from the
 * beginning. Each page has its own, for the lab's are of no use to the essay.
 */
export function pageStyles(): Plugin {
  return {
    name: 'page-styles',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    config: () => ({
      build: {
        cssCodeSplit: true,
        modulePreload: {
          // The page has them already.
          resolveDependencies: (_, deps) => deps.filter((dep) => !dep.endsWith('.css')),
        },
      },
    }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const merged = new Set<string>();
        const entries = Object.values(bundle).filter((part) => part.type === 'chunk' && part.isEntry);
        for (const page of Object.values(bundle)) {
          if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
          const entry = entries.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${page.fileName}`));
          if (!entry) throw new Error(`page-styles: ${page.fileName} has no script`);
          const sheets = sheetsOf(entry, bundle);
          const css = sheets.map((sheet) => textOf(bundle, sheet)).join('');
          const name = basename(page.fileName, '.html');
          const fileName = `assets/${name}-${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
          this.emitFile({ type: 'asset', fileName, source: css });
          for (const sheet of sheets) merged.add(sheet);
          const [first, ...more] = String(page.source).split(/\s*<link rel="stylesheet"[^>]*>/);
          page.source = `${first}\n    <link rel="stylesheet" crossorigin href="./${fileName}">${more.join('')}`;
        }
        for (const sheet of merged) delete bundle[sheet];
      },
    },
  };
}

function textOf(bundle: Bundle, name: string): string {
  const part = bundle[name];
  if (part?.type !== 'asset') throw new Error(`page-styles: there is no ${name}`);
  return typeof part.source === 'string' ? part.source : new TextDecoder().decode(part.source);
}
