import { type Firm, firmSeries, type Network, type Run } from '../../src/engine';
import { apart } from './difference';

/** Fields of a firm that are money. */
const money = ['cash', 'debt', 'revenue', 'fixedCost', 'compute', 'capex', 'minCash'] as const;

/** The same network with all money doubled. */
export function doubled(network: Network): Network {
  return {
    ...network,
    venture: { ...network.venture, annual: 2 * network.venture.annual },
    contracts: network.contracts.map((contract) => ({ ...contract, total: 2 * contract.total })),
    firms: network.firms.map((firm) => ({
      ...firm,
      ...Object.fromEntries(money.map((field) => [field, 2 * firm[field]])),
      openingStakes: Object.fromEntries(Object.entries(firm.openingStakes).map(([lab, stake]) => [lab, 2 * stake])),
    })),
  };
}

/** Series that are not money, and so are not doubled. */
const shares = new Set(['starved', 'status', 'alarmed', 'climate', 'mood', 'audit']);

/** The first place where `b` is not `factor` times `a` (equal, for shares), in words. */
export function scaledSeries(a: Run, b: Run, factor: number): string | undefined {
  for (const group of ['firm', 'quarter', 'contract', 'supply', 'vendor', 'losses'] as const) {
    const series = b[group] as Readonly<Record<string, Float64Array>>;
    for (const [name, values] of Object.entries(a[group] as Readonly<Record<string, Float64Array>>)) {
      const by = shares.has(name) ? 1 : factor;
      const k = name === 'audit' ? -1 : values.findIndex((value, at) => apart(by * value, series[name][at], 1e-9));
      if (k >= 0) return `${group}.${name}[${k}]: ${values[k]} and ${series[name][k]}`;
    }
  }
  return undefined;
}

/**
 * The same network with the firms that are neither labs nor vendors turned end to end among their own places. `place[i]` is where firm i went.
 */
export function permuted(network: Network): { other: Network; place: readonly number[] } {
  const vendors = new Set(network.vendors.map(({ vendor }) => vendor));
  const free = network.firms.flatMap((firm, i) => (firm.lab || vendors.has(firm.id) ? [] : [i]));
  const place = network.firms.map((_, i) => i);
  free.forEach((i, k) => {
    place[i] = free[free.length - 1 - k];
  });
  const firms: Firm[] = [];
  network.firms.forEach((firm, i) => {
    firms[place[i]] = firm;
  });
  return { other: { ...network, firms }, place };
}

/** The same network with one more firm, last, that deals with nobody. */
export function withHermit(network: Network): Network {
  const [model] = network.firms;
  const hermit: Firm = { ...model, id: 'hermit', lab: false, leverage: 0, capex: 0, openingStakes: {} };
  return { ...network, firms: [...network.firms, hermit] };
}

/** The first place where firm i of `a` is not firm `place[i]` of `b`, in words. */
export function movedSeries(a: Run, b: Run, place: readonly number[], tolerance = 1e-9): string | undefined {
  const n = a.network.firms.length;
  const m = b.network.firms.length;
  for (const name of firmSeries) {
    const there = b.firm[name];
    const k = a.firm[name].findIndex((value, at) =>
      apart(value, there[Math.floor(at / n) * m + place[at % n]], tolerance),
    );
    if (k >= 0) return `${name}[${k}]: ${a.firm[name][k]}`;
  }
  return undefined;
}
