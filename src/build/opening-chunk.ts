import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

const src = fileURLToPath(new URL('..', import.meta.url));
const opening = `${src}entry-client.ts`;

/** Modules of which nothing is theirs but names that they hand on: what stands behind them is not needed for being named. */
const onlyHandsOn = (code: string | null) => code !== null && /^\s*(export\b[^;]*\bfrom\b[^;]*;?\s*)+$/.test(code);

/** All modules that come with one, without those that are fetched when they are asked for. */
function comingWith(entry: string, info: Rolldown.PluginContext['getModuleInfo']): Set<string> {
  const found = new Set([entry]);
  for (const id of found) {
    const module = info(id);
    if (!module || onlyHandsOn(module.code)) continue;
    for (const imported of module.importedIds) found.add(imported);
  }
  return found;
}

/**
 * Puts what the essay opens with, as far as other pages and chapters use it too, into one file. Left to itself the bundler gives each combination of
 * pages that share a module a file of its own, which made forty-five of them: an eighth more to fetch, and as many requests before anything moves.
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
                  groups: [{ name: 'opening', test: (id: string) => together.has(id) }],
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
  };
}
