import { quoted } from './quoted';

/** The schemes of colours that a page can be shown in. */
export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/**
 * The query of a page that shows one figure alone, without "?": the figure by its id, its scheme unless it is the reader's own, then the world. What a sender saw is left out: nobody is told of it there.
 */
export function embedQuery(figure: string, world: string, scheme?: Scheme): string {
  return [
    `figure=${figure}`,
    ...(scheme === undefined ? [] : [`scheme=${scheme}`]),
    ...fieldsOf(world).filter((field) => !field.startsWith('was=')),
  ].join('&');
}

/** What a query of such a page asks for. */
export interface EmbedQuery {
  readonly figure: string | undefined;
  /** Undefined: the one that the reader's system prefers. */
  readonly scheme: Scheme | undefined;
  /** The rest of it. */
  readonly world: string;
  /** What is not taken over, in a sentence. */
  readonly refused: readonly string[];
}

/** Which figure a query asks for, in which scheme, and the rest of it. Of a field that stands there twice the first counts. */
export function splitFigure(query: string): EmbedQuery {
  const fields = fieldsOf(query);
  const textOf = (name: string) => fields.find((field) => field.startsWith(`${name}=`))?.slice(name.length + 1);
  const asked = textOf('scheme');
  const scheme = schemes.find((name) => name === asked);
  return {
    figure: textOf('figure'),
    scheme,
    world: fields.filter((field) => !/^(figure|scheme)=/.test(field)).join('&'),
    refused:
      asked === undefined || scheme
        ? []
        : [`scheme is left out: ${quoted(asked)} is neither ${schemes.join(' nor ')}.`],
  };
}

function fieldsOf(query: string): string[] {
  return query.replace(/^\?/, '').split('&').filter(Boolean);
}
