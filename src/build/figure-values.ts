import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { Figure } from '../world/figures';

const all = 'virtual:figure-values';
const estimates = 'virtual:estimate-values';

/** What the page has at hand of a sourced number: the rest (source, note) is fetched when somebody asks for it. */
export type FigureValue = readonly [value: number, unit: string, grade: Figure['confidence'], asOf: string];

/**
 * `virtual:figure-values`: the numbers of content/figures.json by id, without the words around them, which weigh ten times as much.
 * `virtual:estimate-values`: those of them that content/estimates.json names. The essay opens with these alone.
 */
export function figureValues(file: string, estimatesFile: string): Plugin {
  return {
    name: 'figure-values',
    resolveId: (id) => (id === all || id === estimates ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${all}` && id !== `\0${estimates}`) return undefined;
      this.addWatchFile(file);
      let figures: readonly Figure[] = JSON.parse(readFileSync(file, 'utf8'));
      if (id === `\0${estimates}`) {
        this.addWatchFile(estimatesFile);
        const rows: readonly { readonly figure: string }[] = JSON.parse(readFileSync(estimatesFile, 'utf8'));
        const named = new Set(rows.map(({ figure }) => figure));
        figures = figures.filter((figure) => named.has(figure.id));
      }
      const values = figures.map(({ id, value, unit, confidence, as_of }): [string, FigureValue] => [
        id,
        [value, unit, confidence, as_of],
      ]);
      return `export default ${JSON.stringify(Object.fromEntries(values))}`;
    },
  };
}
