import { type LeverId, type Levers, leverIds } from './levers';
import type { Network } from './network';
import { firmFields, type Tables } from './tables';

/** Writes a network into the tables of a module that was set up for its sizes. Throws if a link names a firm that is not there. */
export function writeNetwork(tables: Tables, network: Network): void {
  const { firms, contracts, supply, vendors, rivals, substitution, venture } = network;
  const indexOf = new Map(firms.map((firm, index) => [firm.id, index]));
  const place = (id: string, where: string): number => {
    const index = indexOf.get(id);
    if (index === undefined) throw new Error(`${where} names a firm that is not in the network: "${id}".`);
    return index;
  };

  tables.given('venture').set([venture.annual, venture.growth]);

  tables.givenWhole('isLab').set(firms.map((firm) => (firm.lab ? 1 : 0)));
  for (const field of firmFields) tables.given(field).set(firms.map((firm) => firm[field]));
  const stakes = tables.given('openingStake');
  firms.forEach((firm, holder) => {
    for (const [lab, stake] of Object.entries(firm.openingStakes)) {
      stakes[holder * firms.length + place(lab, `A stake of ${firm.id}`)] = stake;
    }
  });

  tables.givenWhole('payer').set(contracts.map((c) => place(c.payer, 'A contract')));
  tables.givenWhole('payee').set(contracts.map((c) => place(c.payee, 'A contract')));
  tables.givenWhole('start').set(contracts.map((c) => c.start));
  tables.givenWhole('length').set(contracts.map((c) => c.length));
  tables.given('total').set(contracts.map((c) => c.total));

  tables.givenWhole('buyer').set(supply.map((s) => place(s.buyer, 'A supply link')));
  tables.givenWhole('supplier').set(supply.map((s) => place(s.supplier, 'A supply link')));
  tables.givenWhole('onSales').set(supply.map((s) => (s.of === 'sales' ? 1 : 0)));
  tables.given('orderShare').set(supply.map((s) => s.share));

  tables.givenWhole('fundedLab').set(vendors.map((v) => place(v.lab, 'A vendor link')));
  tables.givenWhole('vendor').set(vendors.map((v) => place(v.vendor, 'A vendor link')));
  tables.given('vendorWeight').set(vendors.map((v) => v.weight));

  tables.givenWhole('leftLab').set(rivals.map((r) => place(r.lab, 'A rival link')));
  tables.givenWhole('rival').set(rivals.map((r) => place(r.to, 'A rival link')));
  tables.given('rivalWeight').set(rivals.map((r) => r.weight));

  tables.givenWhole('eater').set(substitution.map((s) => place(s.from, 'A substitution')));
  tables.givenWhole('eaten').set(substitution.map((s) => place(s.to, 'A substitution')));
  tables.given('eatenWeight').set(substitution.map((s) => s.weight));
}

/** What the engine's tables are sized for: beyond these it would read outside them. */
export interface LeverLimits {
  readonly lead: number;
  readonly grace: number;
}

/**
 * Writes the dials. The engine takes any finite value, also outside the bounds of the table of dials, but for the two that size its tables.
 * Throws, and writes nothing, if a dial is missing or unusable.
 */
export function writeLevers(target: Float64Array, levers: Levers, limits: LeverLimits): void {
  checkLevers(levers, limits);
  leverIds.forEach((id, slot) => {
    target[slot] = levers[id];
  });
}

/** Throws if a dial is missing or unusable. */
export function checkLevers(levers: Levers, limits: LeverLimits): void {
  for (const id of leverIds)
    if (!Number.isFinite(levers[id])) throw new Error(`The dial "${id}" is not a number: ${levers[id]}.`);
  checkWhole(levers, 'lead', 1, limits.lead);
  checkWhole(levers, 'grace', 0, limits.grace);
}

/** Does the engine count with this dial, so that it must be whole? */
export function isWholeLever(id: LeverId): boolean {
  return id === 'lead' || id === 'grace';
}

function checkWhole(levers: Levers, id: LeverId, least: number, most: number): void {
  const value = levers[id];
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new Error(`The dial "${id}" must be a whole number from ${least} to ${most}, not ${value}.`);
}
