import type { Run } from '../engine';
import type { Cast } from '../world/session.svelte';
import { type Drop, steepestDrop } from './diggers-drop';
import { debtors } from './facts';

/** A firm that sells to those who build, over the run. Billions. */
export interface Digger {
  readonly firm: number;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** By quarter: the orders it is paid for, here and in the quiet reference. */
  readonly orders: readonly number[];
  readonly reference: readonly number[];
  /** The steepest fall of its orders, and of all its income. */
  readonly ordersDrop: Drop | undefined;
  readonly incomeDrop: Drop | undefined;
  /** How much less than planned it sells over the run; below 0 if more. */
  readonly missing: number;
  /** Are its orders those of the plan in every quarter? */
  readonly asPlanned: boolean;
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
/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

/** All suppliers of a network, in its order. */
export function diggersOf(run: Run, plan: Run, cast: Cast, reference = plan): Digger[] {
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
        reference: reference === plan ? planned : soldBy(reference, id, 'paid'),
        ordersDrop: steepestDrop(orders),
        incomeDrop: steepestDrop(incomeOf(run, firm)),
        missing: orders.reduce((sum, value, t) => sum + planned[t] - value, 0),
        asPlanned: orders.every((value, t) => Math.abs(planned[t] - value) < worthSaying),
        cancelled: ordered.reduce((sum, value, t) => sum + Math.max(0, value - orders[t]), 0),
        worthless: run.losses.stakesLost[firm],
        badDebt: run.losses.badDebt[firm],
        brakes: brakes < 0 ? undefined : brakes,
      },
    ];
  });
}

/** The supplier that sells least against the plan, if there is one. */
export function mostMissing<Of extends Pick<Digger, 'missing'>>(diggers: readonly Of[]): Of | undefined {
  return [...diggers].sort((a, b) => b.missing - a.missing)[0];
}

/** How the brake on orders and the first failure follow on one another. */
export interface Warning {
  readonly kind: 'before' | 'with' | 'after' | 'failure only' | 'brake only' | 'neither';
  /** For `before` and `after`: how many quarters lie between them. */
  readonly quarters: number;
  /** The quarter of the brake, if there is one. */
  readonly t: number | undefined;
}

/**
 * Is it for caution that orders fall behind the plan in quarter `t`? A tenant must have given cause for it by then. And builders who order at another time, or for another course of the
 * rent, are behind the plan or ahead of it without braking.
 */
export function brakesForCaution(run: Run, plan: Pick<Run, 'levers'>, t: number): boolean {
  const { levers, network, firm } = run;
  const firms = network.firms.length;
  const gaveCause = (tenant: number) =>
    firm.alarmed.subarray(0, (t + 1) * firms).some((alarmed, at) => alarmed > 0 && at % firms === tenant);
  return (
    levers.caution > 0 &&
    levers.lead === plan.levers.lead &&
    levers.ramp === plan.levers.ramp &&
    debtors(run).some(gaveCause)
  );
}

export function warningOf(
  diggers: readonly Pick<Digger, 'brakes'>[],
  fall: { readonly t: number } | undefined,
): Warning {
  const first = Math.min(...diggers.map(({ brakes }) => brakes ?? Number.POSITIVE_INFINITY));
  const brakes = Number.isFinite(first);
  if (!fall) return { kind: brakes ? 'brake only' : 'neither', quarters: 0, t: brakes ? first : undefined };
  if (!brakes) return { kind: 'failure only', quarters: 0, t: undefined };
  const kind = first < fall.t ? 'before' : first === fall.t ? 'with' : 'after';
  return { kind, quarters: Math.abs(fall.t - first), t: first };
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
