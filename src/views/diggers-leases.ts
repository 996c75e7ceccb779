import type { Run } from '../engine';
import type { Cast } from '../world/session.svelte';
import { allDebtStruckOut } from '../world/step-ten';
import { hostsOf } from './hosts';

/** A host, and the machines it keeps for tenants of its contracts. By quarter, in billions a quarter, or billions. */
export interface Leases {
  readonly firm: number;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** What tenants of contracts pay. */
  readonly rent: readonly number[];
  /** What new tenants pay for machines that a failed one left. */
  readonly relet: readonly number[];
  /** What the machines would bring that have no tenant. */
  readonly empty: readonly number[];
  /** What those cost all the same. */
  readonly upkeep: readonly number[];
  readonly debt: readonly number[];
  readonly cash: readonly number[];
  /** Who left: payers of contracts that ended early (indices), the first of them in this quarter. */
  readonly left: readonly number[];
  readonly since: number | undefined;
  /** If it is restructured: when. Its debts are gone then, and its lenders' money. */
  readonly restructured: number | undefined;
  /** What those lenders lose. */
  readonly struckOut: number;
}

/** The host that is owed most for what it earns: the same in every world of a network. Undefined if nobody is owed anything. */
export function mostExposed(run: Run, cast: Cast): number | undefined {
  const hosts = hostsOf(run, cast).filter(({ owed }) => owed > 0);
  const exposed = ({ earns, owed }: (typeof hosts)[number]) => owed / Math.max(earns, 1e-9);
  return hosts.sort((a, b) => exposed(b) - exposed(a))[0]?.firm;
}

export function leasesOf(run: Run, cast: Cast, firm: number): Leases {
  const { network, contract, events } = run;
  const { firms, contracts } = network;
  const { id, name, role } = cast.firms[firm];
  const series = (name: 'relet' | 'debt' | 'cash') => byQuarter(run, (t) => run.firm[name][t * firms.length + firm]);
  const empty = emptyOf(run, firm);
  const ended = events.filter((event) => event.kind === 'terminated' && event.firm === firm);
  return {
    firm,
    id,
    name,
    role,
    rent: byQuarter(run, (t) =>
      contracts.reduce((sum, { payee }, c) => (payee === id ? sum + contract.paid[t * contracts.length + c] : sum), 0),
    ),
    relet: series('relet'),
    empty,
    upkeep: empty.map((value) => firms[firm].idleCost * value),
    debt: series('debt'),
    cash: series('cash').map((value) => Math.max(0, value)),
    left: [...new Set(ended.flatMap(({ by }) => (by === undefined ? [] : [by])))],
    since: ended[0]?.t,
    restructured: events.find((event) => event.kind === 'restructured' && event.firm === firm)?.t,
    struckOut: allDebtStruckOut(run, firm),
  };
}

function emptyOf(run: Run, firm: number): number[] {
  const count = run.network.firms.length;
  const { idle, relet } = run.firm;
  return byQuarter(run, (t) => Math.max(0, idle[t * count + firm] - relet[t * count + firm]));
}

function byQuarter({ network }: Run, value: (t: number) => number): number[] {
  return Array.from({ length: network.quarters }, (_, t) => value(t));
}
