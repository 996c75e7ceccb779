import { expect } from 'vitest';
import { clear, createGraph } from '../../../src/engine/networks';
import { readNetworks } from '../core';
import type { WholeNetwork } from './clearing-oracle';
import type { Case } from './regimes';
import { inTenths } from './whole';

export const builds = { release: await readNetworks(), debug: await readNetworks('debug') };
/** Far above rounding, far below a unit of money. */
export const tolerance = 1e-9;

/** Clears a network with one class of debts, both ends. */
export async function clearCase({ nodes, edges, terms }: Case, build = builds.release) {
  const graph = await createGraph(build, { nodes }, edges);
  const { greatest, least, ...rest } = clear(graph, { ...terms, least: true });
  if (!least) throw new Error('no least vector');
  return { graph, greatest, least, ends: [greatest, least], ...rest };
}

export const clearWhole = (whole: WholeNetwork) => clearCase(inTenths(whole));

/** What each node of a network in tenths owes, without senior debt. */
export const owed = ({ debts, outsideDebt }: WholeNetwork) =>
  outsideDebt.map((b, i) => (b + debts[0][i].reduce((sum, x) => sum + x, 0)) / 10);

/** What each node is paid by the others. */
export function inflow(whole: WholeNetwork, payments: Float64Array): number[] {
  const due = owed(whole);
  return due.map((_, j) =>
    whole.debts[0].reduce((sum, row, i) => sum + (due[i] > 0 ? (row[j] / 10 / due[i]) * payments[i] : 0), 0),
  );
}

export function expectAtMost(lower: ArrayLike<number>, upper: ArrayLike<number>) {
  for (let i = 0; i < lower.length; i++) expect(lower[i]).toBeLessThanOrEqual(upper[i] + tolerance);
}

export function expectNear(one: ArrayLike<number>, other: ArrayLike<number>) {
  expectAtMost(one, other);
  expectAtMost(other, one);
}

export const list = (length: number, value: (k: number) => number) => Float64Array.from({ length }, (_, k) => value(k));
