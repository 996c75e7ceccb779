import type { Run } from '../engine';
import { type Fall, fallsOf } from './fall';

/**
 * The small results that prose and findings need, read from a run. Money in billions, time in quarters, shares 0..1.
 * Everything is a plain number or object: nothing here keeps a view of the engine's memory.
 */

/** Anything smaller is rounding. */
export const nothing = 1e-9;

/** The first firm to fail or be restructured, if any does. */
export function firstFall(run: Run): Fall | undefined {
  return fallsOf(run)[0];
}

/** Who has fallen by the end of quarter t, in the order in which it happened. */
export function fallenBy(run: Run, t: number): Fall[] {
  return fallsOf(run).filter((fall) => fall.t <= t);
}

/** Has any firm failed or been restructured by the end of the run? Reads no events, so it is cheap to ask of many runs. */
export function anyFall({ network, firm }: Run): boolean {
  const count = network.firms.length;
  const last = (network.quarters - 1) * count;
  for (let i = 0; i < count; i++) if (firm.status[last + i] > 0) return true;
  return false;
}

/** What firm i holds as quarter t ends. A bill that even the rent is short of counts as no cash. */
export function cashOf({ network, firm }: Run, i: number, t: number): number {
  return Math.max(0, firm.cash[t * network.firms.length + i]);
}

/**
 * For how many months the cash of a lab lasts at the rate at which it burned in quarter t, before any new money.
 * Undefined if it burns nothing, is no lab, or has failed.
 */
export function monthsOfCash(run: Run, i: number, t: number): number | undefined {
  const { network, firm } = run;
  const at = t * network.firms.length + i;
  const burn = firm.burn[at];
  if (!network.firms[i].lab || firm.status[at] > 0 || burn < nothing) return undefined;
  return (3 * cashOf(run, i, t)) / burn;
}

/** A lab at the quarter in which its cash lasts least long. */
export interface CloseCall {
  readonly firm: number;
  readonly t: number;
  readonly months: number;
}

/** The tightest moment of any lab before it fails, if one ever burns cash. */
export function closestCall(run: Run): CloseCall | undefined {
  let call: CloseCall | undefined;
  for (let t = 0; t < run.network.quarters; t++) {
    run.network.firms.forEach((_, firm) => {
      const months = monthsOfCash(run, firm, t);
      if (months !== undefined && months < (call?.months ?? Number.POSITIVE_INFINITY)) call = { firm, t, months };
    });
  }
  return call;
}

/** The first quarter in which the cash of a lab lasts for less than a number of months. */
export function firstBelow(run: Run, firm: number, limit: number): number | undefined {
  for (let t = 0; t < run.network.quarters; t++) {
    const months = monthsOfCash(run, firm, t);
    if (months !== undefined && months < limit) return t;
  }
  return undefined;
}

/** What investors have to give in quarter t. */
export function onOffer(run: Run, t: number): number {
  return run.quarter.supply[t];
}

/** The share of what the plan has on offer that is on offer in quarter t; 1 if the plan has none. */
export function offerAgainst(run: Run, plan: Run, t: number): number {
  const planned = onOffer(plan, t);
  return planned < nothing ? 1 : onOffer(run, t) / planned;
}

/** All contracts of a run together. */
export interface Promises {
  /** What they came to when the run opened. */
  readonly promised: number;
  /** Paid of that. A contract goes on after its term; what is paid then was not promised and does not count. */
  readonly paid: number;
  /** Not taken, where the contract leaves a choice. */
  readonly cut: number;
  /** Ended with its payer: the rest of the term and the bills not recovered. */
  readonly lost: number;
  /** The part of `lost` that was billed: arrears not recovered. */
  readonly badDebt: number;
  /** Never paid: cut and lost. */
  readonly never: number;
}

export function promisesOf({ network, contract, losses }: Run): Promises {
  const { contracts, quarters } = network;
  let paid = 0;
  contracts.forEach(({ start, length }, c) => {
    for (let t = start; t < Math.min(start + length, quarters); t++) paid += contract.paid[t * contracts.length + c];
  });
  const cut = sum(contract.cut);
  const lost = sum(contract.lost);
  return {
    promised: contracts.reduce((all, { total }) => all + total, 0),
    paid,
    cut,
    lost,
    badDebt: sum(losses.badDebt),
    never: cut + lost,
  };
}

/** What firm i pays on its contracts in quarter t. */
export function contractsPaid({ network, contract }: Run, i: number, t: number): number {
  const { contracts, firms } = network;
  const { id } = firms[i];
  return contracts.reduce(
    (all, { payer }, c) => (payer === id ? all + contract.paid[t * contracts.length + c] : all),
    0,
  );
}

/** The largest share of the compute it wants that a firm goes without, in the quarters `from` to `to`. */
export function mostStarved({ network, firm }: Run, i: number, from: number, to: number): number {
  let most = 0;
  for (let t = from; t <= to; t++) most = Math.max(most, firm.starved[t * network.firms.length + i]);
  return most;
}

/** Indices of the firms that owe on contracts when the run opens, in the order of the network. */
export function debtors({ network }: Run): number[] {
  const payers = new Set(network.contracts.map(({ payer }) => payer));
  return network.firms.flatMap(({ id }, i) => (payers.has(id) ? [i] : []));
}

/** The first quarter in which a firm leaves something unpaid, if one does. */
export function firstMiss(
  run: Run,
): { readonly firm: number; readonly t: number; readonly amount: number } | undefined {
  const event = run.events.find(({ kind }) => kind === 'missed');
  return event && { firm: event.firm, t: event.t, amount: event.amount };
}

function sum(series: Float64Array): number {
  return series.reduce((all, x) => all + x, 0);
}
