import { apart } from './burners-paths';
import type { FutureBands } from './future-bands';

/** Whose line it is that ends: the reader’s own, the quiet one behind it, or both where they are one line. */
export type WhoseLine = 'run' | 'reference' | 'both';

/** Words beside the drawing, at the end of a line that goes on to the last quarter. */
export interface EndBeside {
  readonly whose: WhoseLine;
  /** Where the line ends, 0..1 of the height. */
  readonly at: number;
  /** Where the middle of its words stands: there, or as near as they have room. */
  readonly level: number;
}

/** Words above the drawing, over the quarter in which the firm failed and its line ends. */
export interface EndAbove {
  readonly whose: WhoseLine;
  readonly t: number;
  /** Where the line ends, 0..1 of the height. */
  readonly at: number;
  /** The row, from the drawing up. No two share one. */
  readonly row: number;
}

/** Two lines that are no further apart than this in each of their last quarters are one to the eye. */
const sameLine = 0.006;
const tail = 4;

/** Of the height of a low drawing: a row of words, and half of what the words for both lines take, which may be three rows. */
const room = 0.1;
const halfOfBoth = 0.15;

export interface BandEnds {
  readonly beside: readonly EndBeside[];
  readonly above: readonly EndAbove[];
}

type Lines = Pick<FutureBands, 'run' | 'fellAt' | 'reference' | 'referenceFellAt' | 'top'>;

/** The words at the ends of the two lines: none lies upon another, or leaves the drawing. */
export function bandEnds({ run, fellAt, reference, referenceFellAt, top }: Lines): BandEnds {
  const end = (values: readonly number[], fell: number | undefined) => (values[fell ?? values.length - 1] ?? 0) / top;
  const both = areOne({ run, fellAt, reference, referenceFellAt, top });
  const lines: readonly { whose: WhoseLine; t: number | undefined; at: number }[] = both
    ? [{ whose: 'both', t: fellAt, at: end(run, fellAt) }]
    : [
        { whose: 'run', t: fellAt, at: end(run, fellAt) },
        { whose: 'reference', t: referenceFellAt, at: end(reference, referenceFellAt) },
      ];
  const above = lines.flatMap(({ whose, t, at }) => (t === undefined ? [] : [{ whose, t, at }]));
  const beside = lines.flatMap(({ whose, t, at }) => (t === undefined ? [{ whose, at }] : []));
  const half = both ? halfOfBoth : room / 2;
  const levels = apart(
    beside.map(({ at }) => at),
    room,
    half,
    1 - half,
  );
  return {
    above: above.map((line, row) => ({ ...line, row })),
    beside: beside.map((line, k) => ({ ...line, level: levels[k] })),
  };
}

/** Do both go on to the end, or end in one quarter, and lie upon each other until then? */
function areOne({ run, fellAt, reference, referenceFellAt, top }: Lines): boolean {
  if (fellAt !== referenceFellAt) return false;
  const last = fellAt ?? run.length - 1;
  return Array.from({ length: tail }, (_, k) => Math.max(0, last - k)).every(
    (t) => Math.abs(run[t] - reference[t]) <= sameLine * top,
  );
}
