/** The prose of content/claims.json: words with places in braces, `{burn}` for what was measured in the reader's run and `{figure:oracle-rpo}` for what is sourced. */

/** A place in braces, and what it is called. */
export const placeholder = /\{([^{}]+)\}/g;

/** A stretch of prose: words, or a sourced number by its id. Its own words, if it has any, are in `text`: `{figure:big-four-excludes-meta|sells no cloud}`. */
export interface Part {
  readonly text: string;
  readonly figure?: string;
}

/** Prose cut at its sourced numbers. */
export function partsOf(text: string): Part[] {
  return text.split(/(\{figure:[^{}]+\})/).flatMap((piece) => {
    const [, figure, words = ''] = /^\{figure:([^|]+)\|?(.*)\}$/.exec(piece) ?? [];
    if (figure) return [{ text: words, figure }];
    return piece === '' ? [] : [{ text: piece }];
  });
}

/** Prose with what was measured put in. Throws if a place has no measure. */
export function filled(text: string, measures: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (place, name: string) => {
    if (name.startsWith('figure:')) return place;
    if (!Object.hasOwn(measures, name)) throw new Error(`Nothing was measured for "${name}" in: ${text}`);
    return measures[name];
  });
}
