import type { Event } from '../run';

/** As much of a cause as tracing needs. */
interface Link {
  readonly event?: number | undefined;
  readonly root?: number | undefined;
  readonly to: number;
  readonly share: number;
}

/**
 * Follows every event's amount back to roots: an absorbing Markov chain whose steps are the shares of causes. Chains run back in time, but
 * for firms that miss in one quarter because of each other; these circles are solved as the linear system they are. Shares are only added
 * and multiplied (elimination as in Grassmann, Taksar and Heyman, Operations Research 33, 1985), so each row keeps its sum of 1 to the last
 * digits. A circle always has a way out: were all its members short of nothing but each other's payments, they could all pay, and the
 * greatest clearing vector lets them.
 */
export function traceShorts(events: readonly Event[], roots: number, links: readonly Link[]): Float64Array[] {
  const shares = events.map(() => new Float64Array(roots));
  const into = events.map((): Link[] => []);
  for (const link of links) into[link.to].push(link);
  // The log is in order of time, and within a quarter misses come first: what stands before a group of misses is known when it is reached.
  for (let first = 0; first < events.length; ) {
    let end = first + 1;
    if (events[first].kind === 'missed') {
      while (end < events.length && events[end].kind === 'missed' && events[end].t === events[first].t) end++;
    }
    traceGroup(first, end, into, shares);
    first = end;
  }
  return shares;
}

/** Traces events `first` .. `end - 1`, which may be causes of each other. */
function traceGroup(
  first: number,
  end: number,
  into: readonly (readonly Link[])[],
  shares: readonly Float64Array[],
): void {
  const size = end - first;
  const among = new Float64Array(size * size);
  /** What of each event's amount comes from outside of the group. */
  const out = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    for (const { event, root, share } of into[first + k]) {
      if (event !== undefined && event >= first) {
        among[k * size + event - first] += share;
        continue;
      }
      out[k] += share;
      if (root !== undefined) shares[first + k][root] += share;
      else if (event !== undefined) addTo(shares[first + k], shares[event], share);
    }
  }
  const leaving = eliminate(among, out, size, (to, from, factor) =>
    addTo(shares[first + to], shares[first + from], factor),
  );
  for (let k = 0; k < size; k++) {
    for (let j = 0; j < k; j++) addTo(shares[first + k], shares[first + j], among[k * size + j]);
    for (let r = 0; r < shares[first + k].length; r++) shares[first + k][r] /= leaving[k];
  }
}

/**
 * Takes the last event of the group out of the causes of those before it, then the one before, and so on. Returns what of each goes
 * elsewhere than to itself when its turn comes.
 */
function eliminate(
  among: Float64Array,
  out: Float64Array,
  size: number,
  mix: (to: number, from: number, factor: number) => void,
): Float64Array {
  const leaving = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    leaving[k] = out[k];
    for (let j = 0; j < k; j++) leaving[k] += among[k * size + j];
    for (let i = 0; i < k; i++) {
      const factor = among[i * size + k] / leaving[k];
      if (factor === 0) continue;
      for (let j = 0; j < k; j++) among[i * size + j] += factor * among[k * size + j];
      out[i] += factor * out[k];
      mix(i, k, factor);
    }
  }
  return leaving;
}

function addTo(target: Float64Array, source: Float64Array, factor: number): void {
  for (let r = 0; r < target.length; r++) target[r] += factor * source[r];
}
