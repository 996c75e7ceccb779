import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/engine';
import { createGraph } from '../../src/engine/networks/graph';
import { duesOf } from '../../src/views/dues';
import { settlementOf } from '../../src/views/settlement';
import { shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { readNetworks } from '../engine/core';
import { runOf, runOfWorld, wild } from './shipped-runs';

const { firms, contracts, supply, quarters } = shippedNetwork;
const none = { from: [], to: [], amount: [] };
const graph = await createGraph(
  await readNetworks(),
  { nodes: firms.length, room: contracts.length + supply.length },
  none,
);

/** Is what each firm pays in every quarter what the run's own clearing says, and who falls in a round who could not pay in the run? */
function agrees(run: Run): void {
  for (let t = 0; t < quarters; t++) {
    const { rounds, payments } = settlementOf(run, t, graph);
    const fallen = new Set(rounds.flatMap(({ fallers }) => fallers.map(({ firm }) => firm)));
    firms.forEach((_, i) => {
      const at = t * firms.length + i;
      const { cleared, owed, short } = run.firm;
      expect(Math.abs(payments[i] - cleared[at])).toBeLessThan(1e-9 * Math.max(1, owed[at]));
      // Who is short of less than rounding can tell from nothing may be counted either way.
      if (short[at] > 1e-9 * Math.max(1, owed[at])) expect(fallen.has(i)).toBe(true);
      if (short[at] < 1e-13 * owed[at]) expect(fallen.has(i)).toBe(false);
    });
  }
}

describe('the second clock', () => {
  it.each(shippedWorlds.worlds.map(({ id }) => id))('ends where the run ends: %s', (id) => {
    agrees(runOfWorld(id));
  });

  it('ends where the run ends in any world', () => {
    agrees(runOf(wild));
    agrees(runOf({ ...wild, friction: 0.3, grace: 0, lock: 1, caution: 1 }));
    fc.assert(
      fc.property(arbLevers(), (levers) => agrees(runOf(levers))),
      { numRuns: 40 },
    );
  });

  it('stands still in a quarter in which everyone can pay', () => {
    expect(settlementOf(runOfWorld('the-music-stops'), 3, graph).rounds).toEqual([]);
  });

  it('tells who falls, what it has, and whom that hits', () => {
    const run = runOfWorld('the-music-stops');
    const t = run.events.find(({ kind }) => kind === 'missed')?.t ?? 0;
    const [first, ...more] = settlementOf(run, t, graph).rounds;
    expect(more).toEqual([]);
    expect(first.fallers.map(({ firm }) => firms[firm].id)).toEqual(['openai']);
    const [{ firm, owes, has, pays }] = first.fallers;
    expect(pays).toBeCloseTo(has, 9);
    expect(owes - has).toBeCloseTo(run.firm.short[t * firms.length + firm], 9);
    expect(first.hits.map(({ firm: hit }) => firms[hit].id).sort()).toEqual(['amazon', 'microsoft', 'oracle']);
    expect(first.hits.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(owes - has, 9);
    for (const { left } of first.hits) expect(left).toBeGreaterThan(0);
  });

  it('has a firm hand over what it has less what its default burns', () => {
    const run = runOf({ ...wild, friction: 0.4 });
    const t = run.events.find(({ kind }) => kind === 'missed')?.t ?? 0;
    const [{ fallers }] = settlementOf(run, t, graph).rounds;
    for (const { has, pays } of fallers) expect(pays).toBeCloseTo(0.6 * Math.max(0, has), 6);
    expect(fallers.some(({ has }) => has > 1)).toBe(true);
  });

  it('goes round: what falls in one round is hit in the one before', () => {
    let rounds = 0;
    const run = runOf(wild);
    for (let t = 0; t < quarters; t++) {
      const settled = settlementOf(run, t, graph).rounds;
      rounds = Math.max(rounds, settled.length);
      settled.slice(1).forEach(({ fallers }, k) => {
        for (const { firm, owes, has } of fallers) {
          expect(has).toBeLessThan(owes);
          expect(settled[k].hits.find((hit) => hit.firm === firm)?.left).toBeCloseTo(has - owes, 9);
        }
      });
    }
    expect(rounds).toBeGreaterThan(1);
  });

  it('owes what the run says is owed', () => {
    const run = runOf(wild);
    for (let t = 0; t < quarters; t++) {
      const { debts, outside } = duesOf(run, t);
      firms.forEach((_, i) => {
        const inside = debts.reduce((sum, { from, amount }) => (from === i ? sum + amount : sum), 0);
        expect(inside + outside[i]).toBeCloseTo(run.firm.owed[t * firms.length + i], 8);
        expect(outside[i]).toBeGreaterThanOrEqual(0);
      });
    }
  });
});
