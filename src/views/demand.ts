import type { Run } from '../engine';
import { allDemand, demandOf, demandReads } from '../world/claim-demand';
import { firstFallAmong, labsOf } from '../world/claim-measures';
import { futureOf } from './claim-view';

/** What customers pay for AI, and whom. Billions a quarter. */
export interface Demand {
  /** Firms that customers pay for AI in some quarter, in the order of the network; for each what it gets, quarter by quarter. */
  readonly servers: readonly { readonly firm: number; readonly gets: readonly number[] }[];
  readonly total: readonly number[];
  /** The first fall of a lab, if one falls. */
  readonly fall: { readonly firm: number; readonly t: number } | undefined;
}

/** Too little to be drawn. */
const visible = 0.05;

export function demandIn(run: Run): Demand {
  const { network } = run;
  const future = futureOf(run, demandReads);
  const demand = demandOf(network)(future);
  const quarters = Array.from({ length: network.quarters }, (_, t) => t);
  const servers = network.firms
    .map((_, firm) => ({ firm, gets: quarters.map((t) => demand(t, firm)) }))
    .filter(({ gets }) => gets.some((x) => x >= visible));
  const labs = labsOf(network);
  const t = firstFallAmong(future, labs, network.quarters);
  const firm = labs.find((i) => future.fellAt(i) === t);
  return {
    servers,
    total: quarters.map((q) => allDemand(network, demand, q)),
    fall: t < network.quarters && firm !== undefined ? { firm, t } : undefined,
  };
}
