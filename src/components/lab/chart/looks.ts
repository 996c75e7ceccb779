import { coloursOf, gone } from '../../../views/palette';
import type { Cast } from '../../../world/session.svelte';

/** How the lines of each world are drawn, in the order of the worlds: a pattern of strokes and gaps in pixels, and the shape that ends them (as in WorldMark.svelte). */
export const worldLooks = [
  { dash: [], shape: 'circle' },
  { dash: [9, 4], shape: 'rect' },
  { dash: [9, 3, 2, 3], shape: 'triangle' },
  { dash: [4, 3], shape: 'rectRot' },
] as const;

/** The colours of a drawing on a canvas, which knows no custom properties: as they are now, by day or by night. */
export interface Inks {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly gone: string;
  /** Of each firm: for a line, and for words. */
  readonly firms: readonly { readonly fill: string; readonly text: string }[];
}

export function inksOf(element: Element, { firms }: Pick<Cast, 'firms'>): Inks {
  const style = getComputedStyle(element);
  // "var(--ink)" is looked up as --ink.
  const value = (token: string) => style.getPropertyValue(token.replace(/^var\((.*)\)$/, '$1')).trim();
  return {
    paper: value('--paper'),
    ink: value('--ink'),
    soft: value('--ink-soft'),
    rule: value('--rule'),
    gone: value(gone.fill),
    firms: firms.map((firm) => {
      const { fill, text } = coloursOf(firm);
      return { fill: value(fill), text: value(text) };
    }),
  };
}
