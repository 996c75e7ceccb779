import { quoted } from './quoted';

/**
 * The basis of a value is a text that says where it comes from, and names figures by their ids: "openai-cash less a quarter of
 * openai-burn-2026q1". Shorthand: in "openai-burn-forecast-2028 and -2029", "-2029" is the figure named last with its last part replaced.
 *
 * - `figure`: it names figures;
 * - `fit`: set so that the run meets figures ("set so that ...", and "same fit" for a value found together with the one before);
 * - `assumption`: ours ("assumption: ..."), and anything else that names no figure.
 */
export interface Basis {
  readonly text: string;
  readonly kind: 'figure' | 'fit' | 'assumption';
  /** Is part of it an assumption, although it names figures ("...; assumption: five years, none is published")? */
  readonly assumes: boolean;
  /** Ids of the figures it names, each once; for "same fit" with those of the fit it belongs to. */
  readonly figures: readonly string[];
  /** Names of figures that do not exist. Empty in a file that passed its check. */
  readonly missing: readonly string[];
}

/** Hyphenated words that are no figures. A basis that needs another one gets it here. */
const ordinary = new Set([
  'break-even',
  'first-year',
  'half-life',
  'long-run',
  'long-term',
  'own-use',
  'pay-as-you-go',
  'run-off',
  'run-rate',
  'short-term',
  'take-or-pay',
  'year-end',
]);

/** Which figures exist. */
export interface KnownFigures {
  has(id: string): boolean;
  /** Is this the first part of any figure's id, as "openai"? */
  begins(part: string): boolean;
}

export function knownFigures(figures: readonly { readonly id: string }[]): KnownFigures {
  const ids = new Set(figures.map(({ id }) => id));
  const parts = new Set(figures.map(({ id }) => firstPart(id)));
  return { has: (id) => ids.has(id), begins: (part) => parts.has(part) };
}

/**
 * Reads a basis. Every token of small letters, digits and hyphens is taken for a figure's id, unless it is an ordinary hyphenated word. An
 * assumption is prose, so there an unknown token counts as a missing figure only if it begins like a figure or has a digit in it.
 *
 * @param fit the fit before it in the same record, to which "same fit" refers.
 */
export function readBasis(text: string, known: KnownFigures, fit?: Basis): Basis {
  const prose = /^assumption\b/.test(text);
  const same = /^same fit\b/.test(text);
  const figures = new Set(same ? fit?.figures : []);
  const missing = new Set<string>();
  for (const id of namesIn(text)) {
    if (known.has(id)) figures.add(id);
    else if (!prose || known.begins(firstPart(id)) || /\d/.test(id)) missing.add(id);
  }
  const isFit = same || /^set so that\b/.test(text);
  const kind = isFit ? 'fit' : prose || figures.size === 0 ? 'assumption' : 'figure';
  return { text, kind, assumes: /\bassumption\b/.test(text), figures: [...figures], missing: [...missing] };
}

/** What is wrong with a basis, or undefined. */
export function basisFault(basis: Basis, fit: Basis | undefined): string | undefined {
  const [missing] = basis.missing;
  if (missing !== undefined) return `names the figure ${quoted(missing, 80)}, which does not exist`;
  if (/^same fit\b/.test(basis.text) && fit === undefined)
    return 'says "same fit", but no value before it was set by a fit';
  return undefined;
}

/** Tokens that look like ids of figures, shorthand written out. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const [token] of text.matchAll(/[\w-]+/g)) {
    const last = names.at(-1);
    if (/^-[a-z0-9]+$/.test(token) && last !== undefined) names.push(last.replace(/-[^-]*$/, token));
    else if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(token) && !ordinary.has(token) && !/^[\d-]+$/.test(token))
      names.push(token);
  }
  return names;
}

function firstPart(id: string): string {
  return id.split('-', 1)[0] ?? id;
}
