import type { Basis } from '../world/basis';
import { capital } from './words';

/** A piece of a basis: words, or the name of a figure. */
export interface BasisPart {
  readonly text: string;
  /** The figure that it names. */
  readonly figure?: string;
}

/** A basis in pieces, so that the figures it names can be links. "assumption:" is left out: whoever shows a basis says that in its own way. */
export function basisParts({ text, figures }: Basis): readonly BasisPart[] {
  const parts: BasisPart[] = [];
  let last: string | undefined;
  for (const piece of text.replace(/^assumption: /, '').split(/([\w-]+)/)) {
    // Shorthand: "-2029" is the figure named last, with its last part replaced.
    const id = piece.startsWith('-') ? last?.replace(/-[^-]*$/, piece) : piece;
    if (id !== undefined && figures.includes(id)) {
      parts.push({ text: id, figure: id });
      last = id;
    } else if (piece !== '') parts.push({ text: piece });
  }
  // "same fit" rests on the figures of the fit it continues, and does not repeat their names.
  for (const id of figures) {
    if (!parts.some(({ figure }) => figure === id)) parts.push({ text: ', ' }, { text: id, figure: id });
  }
  const [first, ...rest] = parts;
  return first && !first.figure ? [{ text: capital(first.text) }, ...rest] : parts;
}

/** What a basis makes of its value, in a sentence. */
export function basisKind({ kind, assumes }: Basis): string {
  if (kind === 'assumption') return 'An assumption of ours, to argue with.';
  if (kind === 'fit') return 'Set by us so that a run of the model meets what has been published.';
  return assumes ? 'From sourced figures and an assumption of ours.' : 'From sourced figures.';
}
