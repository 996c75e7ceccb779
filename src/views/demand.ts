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
  readonly fall: DemandFall | undefined;
  /** All labs that fall, the first first. */
  readonly falls: readonly { readonly firm: number; readonly t: number }[];
}

/** Billions a quarter. */
export interface DemandFall {
  readonly firm: number;
  readonly t: number;
  /** What its own customers paid it in its last quarter, and how much of that goes over to others. */
  readonly sold: number;
  readonly moved: number;
  /** The quarter after it, if the run has one, and what customers pay for AI then. */
  readonly next: { readonly t: number; readonly total: number } | undefined;
  /** Does no other lab fail? */
  readonly alone: boolean;
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
  const total = quarters.map((q) => allDemand(network, demand, q));
  const fallOf = (i: number): DemandFall => {
    const sold = demand(t, i);
    const isThere = (id: string) => {
      const k = network.firms.findIndex((other) => other.id === id);
      return !network.firms[k].lab || future.fellAt(k) > t;
    };
    const taken = network.rivals.some(
      ({ lab, to, weight }) => lab === network.firms[i].id && weight > 0 && isThere(to),
    );
    return {
      firm: i,
      t,
      sold,
      moved: taken ? run.levers.migration * sold : 0,
      next: t + 1 < total.length ? { t: t + 1, total: total[t + 1] } : undefined,
      alone: labs.every((k) => k === i || future.fellAt(k) >= network.quarters),
    };
  };
  const falls = labs
    .map((i) => ({ firm: i, t: future.fellAt(i) }))
    .filter((one) => one.t < network.quarters)
    .sort((a, b) => a.t - b.t);
  return {
    servers,
    total,
    falls,
    fall: firm === undefined || t >= network.quarters ? undefined : fallOf(firm),
  };
}
