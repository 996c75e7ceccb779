import type { Run } from '../engine';
import type { Cast } from '../world/session.svelte';
import { type Drop, steepestDrop } from './diggers-drop';
import { firstFall } from './facts';

/** A firm that sells to those who build, over the run. Billions. */
export interface Digger {
  readonly firm: number;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** By quarter: the orders it is paid for, here and in the plan. */
  readonly orders: readonly number[];
  readonly planned: readonly number[];
  /** The steepest fall of its orders, and of all its income. */
  readonly ordersDrop: Drop | undefined;
  readonly incomeDrop: Drop | undefined;
  /** What it sells less than planned in the quarters in which it sells less. */
  readonly missing: number;
  /** Ordered, and then not taken and not paid. */
  readonly cancelled: number;
  /** Of its shares in labs: in those that failed. */
  readonly worthless: number;
  /** Unpaid bills on contracts that it has to write off. */
  readonly badDebt: number;
  /** The first quarter in which its orders are well below the plan. */
  readonly brakes: number | undefined;
}

/** Less than the plan by so much is a brake and not a ripple. */
const braking = 0.02;

/** All suppliers of a network, in its order. */
export function diggersOf(run: Run, plan: Run, cast: Cast): Digger[] {
  const suppliers = new Set(run.network.supply.map(({ supplier }) => supplier));
  return cast.firms.flatMap(({ id, name, role }, firm) => {
    if (!suppliers.has(id)) return [];
    const orders = soldBy(run, id, 'paid');
    const planned = soldBy(plan, id, 'paid');
    const ordered = soldBy(run, id, 'ordered');
    const brakes = orders.findIndex((value, t) => value < (1 - braking) * planned[t]);
    return [
      {
        firm,
        id,
        name,
        role,
        orders,
        planned,
        ordersDrop: steepestDrop(orders),
        incomeDrop: steepestDrop(incomeOf(run, firm)),
        missing: orders.reduce((sum, value, t) => sum + Math.max(0, planned[t] - value), 0),
        cancelled: ordered.reduce((sum, value, t) => sum + Math.max(0, value - orders[t]), 0),
        worthless: run.losses.stakesLost[firm],
        badDebt: run.losses.badDebt[firm],
        brakes: brakes < 0 ? undefined : brakes,
      },
    ];
  });
}

/** How many quarters before the first failure the orders of any supplier fall behind the plan. Undefined if nobody fails, or the failure comes first. */
export function warningOf(diggers: readonly Digger[], run: Run): number | undefined {
  const fall = firstFall(run);
  const first = Math.min(...diggers.map(({ brakes }) => brakes ?? Number.POSITIVE_INFINITY));
  return fall && first < fall.t ? fall.t - first : undefined;
}

function soldBy({ network, supply }: Run, id: string, series: 'ordered' | 'paid'): number[] {
  const links = network.supply;
  return Array.from({ length: network.quarters }, (_, t) =>
    links.reduce((sum, { supplier }, s) => (supplier === id ? sum + supply[series][t * links.length + s] : sum), 0),
  );
}

function incomeOf({ network, firm }: Run, i: number): number[] {
  const { firms, quarters } = network;
  return Array.from(
    { length: quarters },
    (_, t) => firm.own[t * firms.length + i] + firm.received[t * firms.length + i],
  );
}
