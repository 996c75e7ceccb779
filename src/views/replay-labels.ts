import type { ReplayedLab } from './replay';

/** Where it is said above a drawing that a lab fails. */
export interface FallLabel {
  readonly firm: number;
  /** The end of the quarter in which it fails, 0..1 of the width. */
  readonly at: number;
  /** Do the words stand left of that? Else right of it. */
  readonly left: boolean;
  /** The row above the drawing, from 0. No two share one. */
  readonly row: number;
  /** Is there a way up to that row past the words under it, for the line of the fall? */
  readonly reaches: boolean;
}

/** Each in a row of its own. The words under a line stand on the side away from it, as far as all are on one side. */
export function fallLabels(labs: readonly ReplayedLab[], quarters: number): FallLabel[] {
  const falls = labs
    .flatMap(({ firm, fellAt }) => (fellAt === undefined ? [] : [{ firm, at: (fellAt + 1) / quarters }]))
    .sort((a, b) => a.at - b.at)
    .map((fall) => ({ ...fall, left: fall.at > 0.6 }));
  const allLeft = falls.every(({ left }) => left);
  const alike = allLeft || falls.every(({ left }) => !left);
  return falls.map((fall, k) => {
    const row = allLeft ? k : falls.length - 1 - k;
    return { ...fall, row, reaches: row === 0 || alike };
  });
}
