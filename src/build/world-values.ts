import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { WorldValues } from '../world/shipped-values';
import type { Worlds } from '../world/worlds';

const name = 'virtual:world-values';
const resolved = `\0${name}`;

/** `virtual:world-values`: content/worlds.json without what is told of each world, which is read in one place of the page (`world/told-worlds.ts`) and is most of the file. */
export function worldValues(file: string): Plugin {
  return {
    name: 'world-values',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      this.addWatchFile(file);
      const { opening, quarter, worlds, unseen }: Worlds = JSON.parse(readFileSync(file, 'utf8'));
      const values: WorldValues = {
        opening,
        quarter,
        worlds: worlds.map(({ id, name, query }) => ({ id, name, query })),
        unseen,
      };
      return `export default ${JSON.stringify(values)}`;
    },
  };
}
