/**
 * What the twin keeps in mind: one plain object per firm, contract, supply link and vendor link. Each holds what stands
 * from quarter to quarter and, under its own heading, what the quarter at hand has worked out; the steps fill it in.
 * Billions of dollars, stocks or per quarter, unless said otherwise.
 */
import type { Circumstances } from '../../src/engine/circumstances';
import type { Levers } from '../../src/engine/levers';
import type { Contract, Firm, Network, SupplyLink } from '../../src/engine/network';
import type { Event, Status } from '../../src/engine/run';
import { due, instalments } from './paths';

export interface FirmState {
  readonly index: number;
  readonly given: Firm;

  // From quarter to quarter.
  status: Status;
  cash: number;
  debt: number;
  /** Own revenue a quarter, without what came over from failed labs. */
  revenue: number;
  /** Revenue a quarter from customers of failed labs. */
  gained: number;
  /** Compute it needs a quarter. */
  need: number;
  /** Contract capacity built, in dollars of service a quarter. */
  built: number;
  /** Contract capacity freed by failed payers, in dollars of service a quarter. */
  freed: number;
  /** Freed capacity still without contract. */
  idle: number;
  /** What freed capacity earns from new tenants. */
  relet: number;
  alarmed: boolean;
  /** Its missed events in a row, as indices in the log; as many as the model's misses. */
  row: number[];
  /** Over the whole run. */
  badDebt: number;
  stakesLost: number;

  // This quarter.
  /** Shock to the growth of its revenue, a quarter. */
  shock: number;
  /** Money from nowhere, there when the quarter is cleared. */
  cheque: number;
  own: number;
  booked: number;
  bill: number;
  spot: number;
  capex: number;
  /** Its orders on capex inside the network. */
  bought: number;
  sold: number;
  input: number;
  costs: number;
  interest: number;
  maturing: number;
  burn: number;
  ask: number;
  investors: number;
  /** Equity in: investors and vendors. */
  equity: number;
  /** Equity out. */
  invested: number;
  operating: number;
  borrowed: number;
  unlent: number;
  owed: number;
  cleared: number;
  /** p / Lbar, 1 if nothing was owed. */
  ratio: number;
  destroyed: number;
  received: number;
  short: number;
  take: number;
  spotPaid: number;
  starved: number;
  /** Share of its free capex that it bought. */
  freeRate: number;
  capexPaid: number;
  outside: number;
  returned: number;
}

export interface ContractState {
  readonly index: number;
  readonly given: Contract;
  readonly payer: FirmState;
  readonly payee: FirmState;
  readonly instalments: readonly number[];
  /** Index of its `terminated` event; undefined while it lives. */
  ended: number | undefined;
  arrears: number;

  // This quarter.
  due: number;
  firm: number;
  flex: number;
  /** Legally due in the clearing: firm part and arrears. */
  legal: number;
  cleared: number;
  /** Flexible part taken. */
  taken: number;
  cut: number;
  /** Flexible dues not taken in the quarter before. */
  cutBefore: number;
  lost: number;
  recovered: number;
}

export interface SupplyState {
  readonly given: SupplyLink;
  readonly buyer: FirmState;
  readonly supplier: FirmState;

  // This quarter.
  ordered: number;
  /** Legally due in the clearing. */
  legal: number;
  cleared: number;
  /** Bought freely in step 9. */
  free: number;
}

export interface VendorState {
  readonly lab: FirmState;
  readonly vendor: FirmState;
  readonly weight: number;
  /** Equity given since the run opened. */
  stake: number;

  // This quarter.
  given: number;
}

export interface World {
  readonly network: Network;
  readonly levers: Levers;
  readonly circumstances: Circumstances;
  readonly firms: readonly FirmState[];
  readonly contracts: readonly ContractState[];
  readonly supply: readonly SupplyState[];
  readonly vendors: readonly VendorState[];
  readonly rivals: readonly { readonly lab: FirmState; readonly to: FirmState; readonly weight: number }[];
  readonly substitution: readonly { readonly from: FirmState; readonly to: FirmState; readonly weight: number }[];
  /** All contract totals as the run opens. */
  readonly backlog: number;
  readonly events: Event[];
  mood: number;

  // This quarter.
  /** Investors’ money, as a multiple of what it would be. */
  ventureFactor: number;
  climate: number;
  /** Money investors have on offer. */
  offer: number;
  /** Rests of terms of contracts ended this quarter. */
  lost: number;
  cut: number;
  /** Arrears after clearing. */
  arrears: number;
  audit: number;
  /** Times the clearing map was applied; for the curious. */
  sweeps: number;
}

/** due_c(t); an ended contract brings nothing. */
export function dueOf(c: ContractState, t: number): number {
  return c.ended === undefined ? due(c.given, c.instalments, t) : 0;
}

export const live = (f: FirmState): boolean => f.status !== 'failed';
export const sound = (f: FirmState): boolean => f.status === 'sound';

export function sum<T>(list: readonly T[], value: (item: T) => number): number {
  return list.reduce((total, item) => total + value(item), 0);
}

function openFirm(given: Firm, index: number): FirmState {
  return {
    index,
    given,
    status: 'sound',
    cash: given.cash,
    debt: given.debt,
    revenue: given.revenue / 4,
    gained: 0,
    need: given.compute / 4,
    built: 0,
    freed: 0,
    idle: 0,
    relet: 0,
    alarmed: false,
    row: [],
    badDebt: 0,
    stakesLost: 0,
    shock: 0,
    cheque: 0,
    own: 0,
    booked: 0,
    bill: 0,
    spot: 0,
    capex: 0,
    bought: 0,
    sold: 0,
    input: 0,
    costs: 0,
    interest: 0,
    maturing: 0,
    burn: 0,
    ask: 0,
    investors: 0,
    equity: 0,
    invested: 0,
    operating: 0,
    borrowed: 0,
    unlent: 0,
    owed: 0,
    cleared: 0,
    ratio: 1,
    destroyed: 0,
    received: 0,
    short: 0,
    take: 1,
    spotPaid: 0,
    starved: 0,
    freeRate: 0,
    capexPaid: 0,
    outside: 0,
    returned: 0,
  };
}

/** The world as the run opens. Refuses a network that names unknown firms or lists a link on sales too early. */
export function open(network: Network, levers: Levers, circumstances: Circumstances): World {
  const firms = network.firms.map(openFirm);
  const firm = (id: string): FirmState => {
    const found = firms.find((f) => f.given.id === id);
    if (found === undefined) throw new Error(`no firm is called ${id}`);
    return found;
  };
  network.supply.forEach((link, s) => {
    const late = network.supply.slice(s).some((other) => other.supplier === link.buyer);
    if (link.of === 'sales' && late) throw new Error(`supply link ${s} is on sales that are only made later`);
  });
  const contracts = network.contracts.map((given, index) => ({
    index,
    given,
    payer: firm(given.payer),
    payee: firm(given.payee),
    instalments: instalments(given, levers),
    ended: undefined,
    arrears: 0,
    due: 0,
    firm: 0,
    flex: 0,
    legal: 0,
    cleared: 0,
    taken: 0,
    cut: 0,
    cutBefore: 0,
    lost: 0,
    recovered: 0,
  }));
  // Capacity built for contracts: the most that falls due in any quarter before the first order can arrive.
  for (const f of firms) {
    const owedTo = contracts.filter((c) => c.payee === f);
    for (let t = 0; t < levers.lead; t += 1)
      f.built = Math.max(
        f.built,
        sum(owedTo, (c) => dueOf(c, t)),
      );
  }
  return {
    network,
    levers,
    circumstances,
    firms,
    contracts,
    supply: network.supply.map((given) => ({
      given,
      buyer: firm(given.buyer),
      supplier: firm(given.supplier),
      ordered: 0,
      legal: 0,
      cleared: 0,
      free: 0,
    })),
    vendors: network.vendors.map((v) => ({
      lab: firm(v.lab),
      vendor: firm(v.vendor),
      weight: v.weight,
      stake: 0,
      given: 0,
    })),
    rivals: network.rivals.map((r) => ({ lab: firm(r.lab), to: firm(r.to), weight: r.weight })),
    substitution: network.substitution.map((s) => ({ from: firm(s.from), to: firm(s.to), weight: s.weight })),
    backlog: sum(network.contracts, (c) => c.total),
    events: [],
    mood: 1,
    ventureFactor: 1,
    climate: 1,
    offer: 0,
    lost: 0,
    cut: 0,
    arrears: 0,
    audit: 0,
    sweeps: 0,
  };
}
