import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

const src = fileURLToPath(new URL('..', import.meta.url));
const opening = `${src}entry-client.ts`;
const name = 'opening';

/**
 * Tells V8 that nearly every function of a file is called as the page wakes up: it compiles them while the file comes in, beside the page's thread, and not each as it is called, on it. For others it is a comment.
 * See "Explicit compile hints" (v8.dev/blog/explicit-compile-hints).
 */
const calledOnLoad = '//# allFunctionsCalledOnLoad';

type ModuleInfo = Rolldown.PluginContext['getModuleInfo'];

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Modules of which nothing is theirs but names that they hand on: what stands behind them is needed as far as it is named. */
const onlyHandsOn = (code: string | null) =>
  code !== null && /^\s*(export\b[^;]*\bfrom\b[^;]*;?\s*)+$/.test(withoutComments(code));

/** The names that a module asks others for. */
function namesAskedFor(code: string | null): Set<string> {
  const lists = (code ?? '').matchAll(/\b(?:import|export)\s*\{([^}]*)\}\s*from\b/g);
  return new Set(
    [...lists].flatMap(([, list = '']) => list.split(',').map((one) => one.trim().split(/\s/, 1)[0] ?? '')),
  );
}

/** All modules that come with one, without those that are fetched when they are asked for. */
function comingWith(entry: string, info: ModuleInfo): Set<string> {
  const found = new Set([entry]);
  for (const id of found) {
    const module = info(id);
    if (!module || onlyHandsOn(module.code)) continue;
    const names = namesAskedFor(module.code);
    for (const imported of module.importedIds) {
      found.add(imported);
      for (const source of handedOn(imported, names, info)) found.add(source);
    }
  }
  return found;
}

/** What a module that only hands on has from others of these names. */
function handedOn(id: string, names: ReadonlySet<string>, info: ModuleInfo): string[] {
  const module = info(id);
  if (!module || !onlyHandsOn(module.code)) return [];
  return module.importedIds.flatMap((source) => [
    ...(info(source)?.exports.some((name) => names.has(name)) ? [source] : []),
    ...handedOn(source, names, info),
  ]);
}

/**
 * Puts what the essay opens with, as far as other pages and chapters use it too, into one file. Left to itself the bundler gives each combination of
 * pages that share a module a file of its own, which made forty-five of them: an eighth more to fetch, and as many requests before anything moves. It and the chapters are compiled ahead.
 *
 * `apart`: pages, by the names of their HTML files, that share so little with it that they shall not fetch it.
 */
export function openingChunk(options: { apart: readonly string[] }): Plugin {
  let together = new Set<string>();
  return {
    name: 'opening-chunk',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    config: () => ({
      environments: {
        client: {
          build: {
            rolldownOptions: {
              output: {
                codeSplitting: {
                  includeDependenciesRecursively: false,
                  groups: [{ name, test: (id: string) => together.has(id) }],
                },
              },
            },
          },
        },
      },
    }),
    buildEnd() {
      const info = (id: string) => this.getModuleInfo(id);
      const mine = comingWith(opening, info);
      const theirs = new Set<string>();
      for (const id of this.getModuleIds()) {
        const module = info(id);
        if (!module || !(module.isEntry || module.dynamicImporters.length > 0)) continue;
        const all = comingWith(id, info);
        // The essay's own page is what all this is about.
        if (!all.has(opening)) for (const other of all) theirs.add(other);
      }
      const apart = options.apart.flatMap((page) => [...comingWith(`${src}${page}`, info)]);
      together = new Set([...mine].filter((id) => theirs.has(id) && !apart.includes(id)));
    },
    // It must be the first line, so it comes after all that others put in front.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const isChapter = file.facadeModuleId?.startsWith(`${src}chapters/`);
          if (isChapter || file.name === name) file.code = `${calledOnLoad}\n${file.code}`;
        }
      },
    },
  };
}
