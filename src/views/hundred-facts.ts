import type { Network } from '../engine';
import type { Hundred } from './hundred';

/** Indices of the firms that are owed on contracts, in the order of the network. */
export function payees({ firms, contracts }: Network): number[] {
  const owed = new Set(contracts.map(({ payee }) => payee));
  return firms.flatMap(({ id }, i) => (owed.has(id) ? [i] : []));
}

/** How many of those who are owed fall in some future. */
export function payeesThatFall({ fallers }: Hundred, network: Network): number {
  const owed = payees(network);
  return fallers.filter(({ firm }) => owed.includes(firm)).length;
}
