import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { Figure } from '../world/figures';

const name = 'virtual:figure-values';
const resolved = `\0${name}`;

/** What the page has at hand of a sourced number: the rest (source, note) is fetched when somebody asks for it. */
export type FigureValue = readonly [value: number, unit: string, grade: Figure['confidence'], asOf: string];

/** `virtual:figure-values`: the numbers of content/figures.json by id, without the words around them, which weigh ten times as much. */
export function figureValues(file: string): Plugin {
  return {
    name: 'figure-values',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      this.addWatchFile(file);
      const figures: readonly Figure[] = JSON.parse(readFileSync(file, 'utf8'));
      const values = figures.map(({ id, value, unit, confidence, as_of }): [string, FigureValue] => [
        id,
        [value, unit, confidence, as_of],
      ]);
      return `export default ${JSON.stringify(Object.fromEntries(values))}`;
    },
  };
}
