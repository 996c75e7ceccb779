/** From a high point down to a later low one. */
export interface Drop {
  /** Places of the two in the series. */
  readonly peak: number;
  readonly trough: number;
  readonly from: number;
  readonly to: number;
  /** How much of the high point is lost on the way, 0..1. */
  readonly share: number;
}

/** The largest fall of a series from a high point to a later low one, as a share of the high point. Undefined if it never falls. */
export function steepestDrop(values: readonly number[]): Drop | undefined {
  let steepest: Drop | undefined;
  let peak = 0;
  values.forEach((value, t) => {
    if (value >= values[peak]) {
      peak = t;
      return;
    }
    const share = 1 - value / values[peak];
    if (share > (steepest?.share ?? 1e-9)) steepest = { peak, trough: t, from: values[peak], to: value, share };
  });
  return steepest;
}
