import { quoted } from './quoted';

/** A field of a link that was not taken over, with a sentence for the reader. Plain text: never put it into a page as HTML. */
export interface Refusal {
  /** The field's name as the link has it, shortened; '' if it concerns the whole link. */
  readonly field: string;
  readonly message: string;
}

export type Fields = ReadonlyMap<string, string>;

/** What a query says before its meaning is looked at: fields that occur exactly once, and what could not be read. */
export interface Split {
  readonly fields: Fields;
  readonly refused: readonly Refusal[];
}

/** Does a field say how a world is looked at, or beside which others, and nothing of the world itself? See page-link.ts. */
export function isViewField(name: string): boolean {
  return /^(at|firm|see|plane|line|flows|was|net)$|^[bcd]\./.test(name);
}

/** Marks that other sites add to any link. They say nothing about a world and are passed over in silence. */
const foreign = /^(utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|mc_cid|mc_eid|igshid|_ga|_gl)$/i;

/**
 * Splits a query (with or without its "?") into fields. "+" is a space, as in forms. A field that occurs twice is dropped in all its
 * occurrences: nobody can know which was meant. Never throws.
 */
export function splitQuery(query: string): Split {
  const fields = new Map<string, string>();
  const doubled = new Set<string>();
  const refused: Refusal[] = [];
  for (const part of query.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const cut = part.indexOf('=');
    const name = unescaped(cut < 0 ? part : part.slice(0, cut));
    if (name !== undefined && foreign.test(name)) continue;
    const value = cut < 0 ? '' : unescaped(part.slice(cut + 1));
    if (name === undefined || value === undefined) {
      const field = name ?? part;
      refused.push(refusal(field, `${quoted(part)} is left out: it has a % sign where a link cannot have one.`));
      if (name !== undefined) doubled.add(name);
    } else if (fields.has(name)) {
      if (!doubled.has(name))
        refused.push(refusal(name, `${quoted(name)} is left out: the link gives it more than once.`));
      doubled.add(name);
    } else fields.set(name, value);
  }
  for (const name of doubled) fields.delete(name);
  return { fields, refused };
}

export function refusal(field: string, message: string): Refusal {
  return { field: quoted(field).slice(1, -1), message };
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
