/**
 * Pots that pay into one another, each of them well mixed: of what colours is the money in each?
 *
 * With T_i all that comes into pot i, f_ji what pot j pays into it and s_ik what enters it in colour k, the share x_ik solves
 *
 *     T_i x_ik = s_ik + sum over j of f_ji x_jk,    T_i = sum over k of s_ik + sum over j of f_ji.
 *
 * This is proportional sharing (Bialek, Tracing the flow of electricity, 1996), and an absorbing chain read upstream. Pots are taken out one after the
 * other: what came through a pot is passed straight on from those who paid into it to those it paid. Each row's own sum then stands for
 * the pivot, so nothing is ever subtracted (Grassmann, Taksar and Heyman, Operations Research 33, 1985): shares cannot turn negative, and
 * they sum to 1 to rounding, however little comes from outside compared with what goes round.
 */
export interface Mixing {
  readonly pots: number;
  readonly colours: number;
  /** pots x pots, what pot i pays into pot j, at `i * pots + j`. What a pot pays itself does not count. `mix` uses it up. */
  readonly flow: Float64Array;
  /** pots x colours, what enters pot i from elsewhere in colour k, at `i * colours + k`. `mix` uses it up. */
  readonly source: Float64Array;
  /**
   * pots x colours, the answer. The shares of a pot sum to 1, but for money that no source reaches: what only goes round in a circle has no colour, and what
   * such a circle or an empty pot pays is colourless where it arrives.
   */
  readonly shares: Float64Array;
  /** pots, for `mix` alone: what enters a pot from elsewhere, and all that comes into it, once the pots before it are out. */
  readonly entered: Float64Array;
  readonly incoming: Float64Array;
}

/** Room for so many pots and colours, with no flows and no sources yet. */
export function createMixing(pots: number, colours: number): Mixing {
  return {
    pots,
    colours,
    flow: new Float64Array(pots * pots),
    source: new Float64Array(pots * colours),
    shares: new Float64Array(pots * colours),
    entered: new Float64Array(pots),
    incoming: new Float64Array(pots),
  };
}

/** Solves for the shares. All flows and sources must be at least 0. Takes time as the cube of the number of pots. */
export function mix(mixing: Mixing): void {
  const { pots, colours, source, entered } = mixing;
  for (let i = 0; i < pots; i++) {
    entered[i] = 0;
    for (let k = 0; k < colours; k++) entered[i] += source[i * colours + k];
  }
  for (let i = 0; i < pots; i++) takeOut(mixing, i);
  for (let i = pots - 1; i >= 0; i--) putBack(mixing, i);
}

/** Passes what came through pot `out` straight on, from the later pots and the sources to the later pots. */
function takeOut({ pots, colours, flow, source, entered, incoming }: Mixing, out: number): void {
  let all = entered[out];
  for (let i = out + 1; i < pots; i++) all += flow[i * pots + out];
  incoming[out] = all;
  for (let to = out + 1; to < pots; to++) {
    const paid = flow[out * pots + to];
    if (all === 0) entered[to] += paid; // out of nothing: it counts in the pot it comes to, and has no colour there
    const part = all > 0 ? paid / all : 0;
    if (part === 0) continue;
    for (let i = out + 1; i < pots; i++) flow[i * pots + to] += part * flow[i * pots + out];
    for (let k = 0; k < colours; k++) source[to * colours + k] += part * source[out * colours + k];
    entered[to] += part * entered[out];
  }
}

/** The shares of a pot, once those of all later pots are known. */
function putBack({ pots, colours, flow, source, shares, incoming }: Mixing, pot: number): void {
  const all = incoming[pot];
  for (let k = 0; k < colours; k++) {
    let coloured = source[pot * colours + k];
    for (let i = pot + 1; i < pots; i++) coloured += flow[i * pots + pot] * shares[i * colours + k];
    shares[pot * colours + k] = all > 0 ? coloured / all : 0;
  }
}
