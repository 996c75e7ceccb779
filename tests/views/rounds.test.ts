import { describe, expect, it } from 'vitest';
import type { Levers, Run } from '../../src/engine';
import { createGraph } from '../../src/engine/networks/graph';
import { quarterToSettle, roundsFinding, roundWords, shortQuarters } from '../../src/views/rounds';
import { settlementOf } from '../../src/views/settlement';
import { shippedNetwork } from '../../src/world/shipped';
import { readNetworks } from '../engine/core';
import { cast, runOf, runOfWorld } from './shipped-runs';

const { firms, contracts, supply } = shippedNetwork;
const room = contracts.length + supply.length;
const graph = await createGraph(await readNetworks(), { nodes: firms.length, room }, { from: [], to: [], amount: [] });

/** Labs that never grow, and works that cannot be cancelled: the prose of the chapter sends readers there. */
const deep: Partial<Levers> = { stop: 6, severity: 1, growth: 0, lock: 1 };

function said(run: Run, inView = 0): string {
  const t = quarterToSettle(run, inView);
  return roundsFinding(t === undefined ? undefined : settlementOf(run, t, graph), t, cast);
}

describe('the quarter whose rounds are shown', () => {
  it('is the one in view if somebody cannot pay in it, else that of the first fall', () => {
    const run = runOfWorld('the-music-stops');
    expect(shortQuarters(run)).toEqual([12, 13]);
    expect(quarterToSettle(run, 12)).toBe(12);
    expect(quarterToSettle(run, 3)).toBe(13);
  });

  it('is the first in which somebody cannot pay where nobody falls', () => {
    const run = runOf({ stop: 4, severity: 1, growth: 0.9, grace: 4, drought: 8 });
    expect(run.events.map(({ kind }) => kind)).toEqual(['missed']);
    expect(quarterToSettle(run, 0)).toBe(run.events[0].t);
  });

  it('is none where everybody pays', () => {
    expect(quarterToSettle(runOfWorld('the-plan-holds'), 5)).toBeUndefined();
  });
});

describe('how far a shortfall goes', () => {
  it('is told by who comes up short for it', () => {
    expect(said(runOfWorld('the-plan-holds'))).toMatch(/^Everybody can pay/);
    expect(said(runOfWorld('the-music-stops'))).toBe(
      'In 2029\u00a0Q4 OpenAI cannot pay, and nobody else comes up short for it.',
    );
    expect(said(runOf(deep))).toBe(
      'In 2029\u00a0Q3 OpenAI cannot pay, and for want of that money Oracle cannot either. It takes two rounds.',
    );
  });

  it('counts its rounds in words', () => {
    expect([0, 1, 2].map((k) => roundWords(k).name)).toEqual(['Round one', 'Round two', 'Round three']);
  });
});
