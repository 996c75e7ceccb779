import type { Network } from '../engine';
import type { FutureClaim, FutureView } from '../engine/futures';
import { firstFallAmong, labsOf, nothing, revenuePath, sumOver } from './claim-measures';

export const demandReads = ['firm.own'] as const satisfies FutureClaim['reads'];

/** What customers pay for AI in a quarter, by firm: a lab all it sells, another firm what it took over from labs that failed. Billions a quarter. */
export type DemandAt = (t: number, firm: number) => number;

/**
 * Works out what customers pay for AI from the revenue of firms alone. What a firm that is no lab sells beyond its own path, it took over. Where labs eat into its revenue (search), what
 * they take is added back; how much they take for each dollar they grow is read off the quarters before the first lab fails, when nobody has taken anything over yet.
 * If no lab has sold more than at the opening by then, there is nothing to read it off and it counts as nothing.
 */
export function demandOf(network: Network): (future: FutureView) => DemandAt {
  const { firms, rivals, substitution, quarters } = network;
  const labs = labsOf(network);
  const paths = firms.map((firm) => revenuePath(firm, quarters));
  const takesOver = firms.map(({ id }) => rivals.some(({ to }) => to === id));
  const eaters = firms.map(({ id }) =>
    substitution.flatMap(({ from, to, weight }) =>
      to === id ? [{ from: firms.findIndex((f) => f.id === from), weight }] : [],
    ),
  );
  return (future) => {
    const line = future.series('firm.own');
    const own = (t: number, i: number) => line.at(t, i);
    const last = Math.min(quarters - 1, firstFallAmong(future, labs, quarters));
    const grown = (t: number, i: number) =>
      eaters[i].reduce(
        (sum, { from, weight }) => sum + weight * Math.max(0, own(t, from) - firms[from].revenue / 4),
        0,
      );
    const eaten = firms.map((_, i) => {
      if (eaters[i].length === 0) return 0;
      const growth = sumOver(0, last + 1, (t) => grown(t, i));
      return growth > nothing ? sumOver(0, last + 1, (t) => paths[i][t] - own(t, i)) / growth : 0;
    });
    return (t, i) => {
      if (firms[i].lab) return own(t, i);
      if (!takesOver[i] || t <= last) return 0;
      return Math.max(0, own(t, i) - paths[i][t] + eaten[i] * grown(t, i));
    };
  };
}

/** The same for all firms together. */
export function allDemand({ firms }: Network, demand: DemandAt, t: number): number {
  return firms.reduce((sum, _, i) => sum + demand(t, i), 0);
}
