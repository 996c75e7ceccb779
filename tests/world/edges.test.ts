import { describe, expect, it } from 'vitest';
import { createBatch, findEdges, type LeverId, type Levers } from '../../src/engine';
import { dialOf, usualLevers } from '../../src/world/dials';
import { createEdges } from '../../src/world/edges.svelte';
import { gridOf } from '../../src/world/grids';
import { shippedNetwork } from '../../src/world/shipped';
import { readLanes } from '../engine/core';

const module = await readLanes();
const stopped: Levers = { ...usualLevers(), stop: 4, severity: 0.9, growth: 0.6 };

/** Edges on a stage: frames come when they are called, and every dial takes a millisecond. */
async function stage(budget = 2) {
  const runner = await createBatch(module, shippedNetwork);
  const frames: (() => void)[] = [];
  let clock = 0;
  const edges = createEdges({
    runner,
    budget,
    frame: (callback) => frames.push(() => callback(0)),
    now: () => clock++,
  });
  /** Lets one frame pass. Returns whether one was asked for. */
  const pass = () => {
    const due = frames.splice(0);
    for (const frame of due) frame();
    return due.length;
  };
  return {
    runner,
    edges,
    pass,
    settle: () => {
      while (pass() > 0);
    },
  };
}

const direct = (runner: Parameters<typeof findEdges>[0], levers: Levers, id: LeverId) =>
  findEdges(runner, { levers }, [gridOf(dialOf(id))])[0];

describe('the edges of the dials on the screen', () => {
  it('are those of the engine', async () => {
    const { runner, edges, settle } = await stage();
    edges.want('severity');
    edges.want('lead');
    edges.follow(stopped);
    settle();
    for (const id of ['severity', 'lead'] as const) expect(edges.of(id)).toEqual(direct(runner, stopped, id));
    expect(edges.of('growth')).toBeUndefined();
  });

  it('are not sought where nobody looks, nor again for the dial that moves', async () => {
    const { runner, edges, settle } = await stage();
    edges.follow(stopped);
    settle();
    expect(runner.runs).toBe(0);
    const release = edges.want('severity');
    settle();
    const { runs } = runner;
    expect(runs).toBeGreaterThan(0);
    edges.follow({ ...stopped, severity: 0.5 });
    settle();
    expect(runner.runs).toBe(runs);
    release();
    edges.follow({ ...stopped, growth: 0.7 });
    settle();
    expect(runner.runs).toBe(runs);
  });

  it('take no more of a frame than they may, and go on in the next', async () => {
    const { edges, pass } = await stage(1);
    const ids: LeverId[] = ['severity', 'growth', 'backstop', 'firmness', 'drought'];
    for (const id of ids) edges.want(id);
    edges.follow(stopped);
    const known = () => ids.filter((id) => edges.of(id)).length;
    const after: number[] = [];
    while (pass() > 0) after.push(known());
    expect(after.at(-1)).toBe(ids.length);
    expect(after.length).toBeGreaterThan(1);
    expect(after[0]).toBeLessThan(ids.length);
  });

  it('catch up with the last world when many have passed', async () => {
    const { runner, edges, pass, settle } = await stage(1);
    edges.want('severity');
    edges.want('growth');
    for (let k = 0; k < 5; k++) {
      edges.follow({ ...stopped, firmness: 0.9 - k / 100 });
      pass();
    }
    settle();
    const last = { ...stopped, firmness: 0.9 - 4 / 100 };
    expect(edges.of('severity')).toEqual(direct(runner, last, 'severity'));
    expect(edges.of('growth')).toEqual(direct(runner, last, 'growth'));
  });

  it('are found without a frame while they are hastened, whoever asks', async () => {
    const { runner, edges, pass } = await stage(1);
    const ids: LeverId[] = ['severity', 'growth', 'backstop', 'firmness', 'drought'];
    edges.want('severity');
    edges.hasten(true);
    for (const id of ids) edges.want(id);
    edges.follow(stopped);
    await Promise.resolve();
    for (const id of ids) expect(edges.of(id)).toEqual(direct(runner, stopped, id));
    edges.hasten(false);
    pass();
    edges.follow({ ...stopped, lead: 1 });
    await Promise.resolve();
    const { runs } = runner;
    expect(pass()).toBe(1);
    expect(runner.runs).toBeGreaterThan(runs);
  });
});
