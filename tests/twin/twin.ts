/**
 * The twin: the model once more, slow and obvious, written from the model page alone. The engine is tested against it.
 */
import type { Circumstances } from '../../src/engine/circumstances';
import type { Levers } from '../../src/engine/levers';
import type { Network } from '../../src/engine/network';
import {
  type ContractSeries,
  contractSeries,
  type Event,
  type FirmSeries,
  firmSeries,
  type LossSeries,
  lossSeries,
  type QuarterSeries,
  quarterSeries,
  type SupplySeries,
  statuses,
  supplySeries,
  type VendorSeries,
  vendorSeries,
} from '../../src/engine/run';
import {
  after,
  befall,
  building,
  clearing,
  climate,
  costs,
  credit,
  demand,
  discretion,
  dues,
  equity,
  failure,
} from './quarter';
import { type ContractState, type FirmState, open, sum, type World } from './state';

/** The surface of the engine's `Run`, in plain numbers: each series at t * n + index. */
export interface TwinRun {
  readonly network: Network;
  readonly levers: Levers;
  readonly firm: Readonly<Record<FirmSeries, number[]>>;
  readonly quarter: Readonly<Record<QuarterSeries, number[]>>;
  readonly contract: Readonly<Record<ContractSeries, number[]>>;
  readonly supply: Readonly<Record<SupplySeries, number[]>>;
  readonly vendor: Readonly<Record<VendorSeries, number[]>>;
  readonly losses: Readonly<Record<LossSeries, number[]>>;
  readonly events: readonly Event[];
  /** How often the clearing map was applied, per quarter. Not part of `Run`. */
  readonly sweeps: readonly number[];
}

function empty<K extends string>(names: readonly K[]): Record<K, number[]> {
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>;
}

/** Adds one quarter's values to the series. */
function append<K extends string>(series: Record<K, number[]>, values: Partial<Record<K, number>>): void {
  for (const name of Object.keys(values) as K[]) {
    const value = values[name];
    if (value !== undefined) series[name].push(value);
  }
}

/** A firm as it stands after step 9. The status follows after step 10. */
function firmAfterDiscretion(f: FirmState): Record<Exclude<FirmSeries, 'status'>, number> {
  return {
    cash: f.cash,
    debt: f.debt,
    own: f.own,
    received: f.received,
    bill: f.bill,
    spot: f.spotPaid,
    costs: f.costs,
    capex: f.capexPaid,
    burn: f.burn,
    equity: f.equity,
    invested: f.invested,
    borrowed: f.borrowed,
    returned: f.returned,
    short: f.short,
    starved: f.starved,
    idle: f.idle,
    relet: f.relet,
    interest: f.interest,
    maturing: f.maturing,
    input: f.input,
    booked: f.booked,
    investors: f.investors,
    ask: f.ask,
    unlent: f.unlent,
    owed: f.owed,
    cleared: f.cleared,
    outside: f.outside,
    destroyed: f.destroyed,
    alarmed: f.alarmed ? 1 : 0,
  };
}

/** A contract as it stands after step 9. What termination does to it follows after step 10. */
function contractAfterDiscretion(c: ContractState): Record<Exclude<ContractSeries, 'lost' | 'recovered'>, number> {
  return { due: c.due, paid: c.cleared + c.taken, cut: c.cut, arrears: c.arrears };
}

/** All that crosses the border in steps 1 to 9, money coming in counted positive. */
function crossesTheBorder(f: FirmState): number {
  const comes = f.own + f.relet + f.investors + f.borrowed + f.cheque;
  const goes = f.costs + f.interest + f.maturing + f.outside + f.spotPaid + f.returned + f.destroyed;
  return comes - goes;
}

/** Steps 1 to 9, with the audit over them. */
function flows(w: World, t: number): void {
  const before = sum(w.firms, (f) => f.cash);
  befall(w, t);
  climate(w, t);
  demand(w);
  dues(w, t);
  building(w, t);
  costs(w, t);
  equity(w);
  credit(w);
  clearing(w);
  discretion(w, t);
  w.audit = Math.abs(sum(w.firms, (f) => f.cash) - before - sum(w.firms, crossesTheBorder));
}

/** Runs the model; `circumstances` as the engine takes them. */
export function runTwin(network: Network, levers: Levers, circumstances: Circumstances = {}): TwinRun {
  const w = open(network, levers, circumstances);
  const firm = empty(firmSeries);
  const quarter = empty(quarterSeries);
  const contract = empty(contractSeries);
  const supply = empty(supplySeries);
  const vendor = empty(vendorSeries);
  const losses = empty(lossSeries);
  const sweeps: number[] = [];
  const operatingCash: number[] = [];
  for (let t = 0; t < network.quarters; t += 1) {
    flows(w, t);
    if (t === 0) for (const f of w.firms) operatingCash.push(4 * (f.operating - f.bill));
    for (const f of w.firms) append(firm, firmAfterDiscretion(f));
    for (const c of w.contracts) append(contract, contractAfterDiscretion(c));
    for (const s of w.supply) append(supply, { ordered: s.ordered, paid: s.cleared + s.free });
    for (const v of w.vendors) append(vendor, { given: v.given });
    failure(w, t);
    for (const f of w.firms) append(firm, { status: statuses.indexOf(f.status) });
    for (const c of w.contracts) append(contract, { lost: c.lost, recovered: c.recovered });
    after(w, t);
    append(quarter, {
      climate: w.climate,
      mood: w.mood,
      supply: w.offer,
      lost: w.lost,
      cut: w.cut,
      arrears: w.arrears,
      audit: w.audit,
    });
    sweeps.push(w.sweeps);
  }
  for (const f of w.firms) {
    append(losses, {
      badDebt: f.badDebt,
      stakesLost: f.stakesLost,
      stranded: f.given.intensity * 4 * Math.max(0, f.idle - f.relet),
      operatingCash: operatingCash[f.index] ?? 0,
    });
  }
  return { network, levers, firm, quarter, contract, supply, vendor, losses, events: w.events, sweeps };
}
