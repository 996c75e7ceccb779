import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Run } from '../../src/engine';
import { linksOf, quarterFlows } from '../../src/views/flows';
import { type Ring, ringOf } from '../../src/views/ring';
import { layoutOf, radius } from '../../src/views/ring-layout';
import { orderParties } from '../../src/views/ring-order';
import { describe as describeRing, findingOf, partySentence, worriedAbout } from '../../src/views/ring-words';
import { storyOf } from '../../src/views/story';
import { usualLevers } from '../../src/world/dials';
import { decode } from '../../src/world/link';
import type { Cast } from '../../src/world/session.svelte';
import { shippedFile } from '../../src/world/shipped';
import { arbLevers, arbNetwork } from '../arbitraries/world';
import { readCore } from '../engine/core';
import { opening, runOf, worlds } from './ring-runs';

const plan = await runOf();
const run = await runOf(opening);
const backstopped = await runOf({ ...opening, backstop: 1 });
const node = (ring: Ring, id: string) => ring.nodes.find((each) => each.id === id);
const flow = (ring: Ring, key: string) => ring.flows.find((each) => each.key === key);

describe('the ring', () => {
  it('draws every party and every link, in the same order in every quarter', () => {
    const first = ringOf(run, plan, shippedFile, 0);
    expect(first.nodes).toHaveLength(10);
    expect(first.nodes[0].id).toBe('investors');
    for (const t of [8, 14, 31]) {
      const ring = ringOf(run, plan, shippedFile, t);
      expect(ring.flows.map(({ key }) => key)).toEqual(first.flows.map(({ key }) => key));
      expect(ring.nodes.map(({ id, x, y }) => [id, x, y])).toEqual(first.nodes.map(({ id, x, y }) => [id, x, y]));
    }
  });

  it('has one scale: width is dollars', () => {
    const { scale } = layoutOf(plan);
    for (const t of [0, 8, 20]) {
      for (const { width, amount } of ringOf(run, plan, shippedFile, t).flows) {
        if (width > 1.25) expect(Math.abs(width - amount * scale)).toBeLessThanOrEqual(0.125);
      }
    }
  });

  it('draws nothing where nothing is paid, and the plan where it differs', () => {
    const after = ringOf(run, plan, shippedFile, 14);
    const gone = flow(after, 'contract-0');
    expect(gone).toMatchObject({ width: 0, path: '', arrow: '' });
    expect(gone?.outline).toContain('M');
    expect(flow(ringOf(plan, plan, shippedFile, 14), 'contract-0')?.outline).toBe('');
  });

  it('draws another reference where it differs, in the places that the plan gives', () => {
    const against = ringOf(plan, plan, shippedFile, 14, run);
    expect(flow(against, 'contract-0')).toMatchObject({ reference: 0, outline: '' });
    expect(flow(against, 'contract-0')?.path).toContain('M');
    const itself = ringOf(run, plan, shippedFile, 14, run);
    expect(itself.flows.every(({ outline, amount, reference }) => outline === '' && amount === reference)).toBe(true);
    expect(itself.nodes.map(({ x, y }) => [x, y])).toEqual(against.nodes.map(({ x, y }) => [x, y]));
  });

  it('says how each stands', () => {
    const tight = ringOf(run, plan, shippedFile, 8);
    expect(node(tight, 'openai')).toMatchObject({ state: '3 months of cash', brief: '3 months', trouble: 'alarmed' });
    expect(node(tight, 'investors')).toMatchObject({ state: '$6.2bn on offer', brief: '$6.2bn' });
    expect(node(tight, 'microsoft')?.state).toMatch(/^\$\d+bn in hand$/);
    expect(node(ringOf(run, plan, shippedFile, 12), 'openai')).toMatchObject({
      trouble: 'short',
      state: '$0.91bn unpaid',
    });
    const failed = node(ringOf(run, plan, shippedFile, 14), 'openai');
    expect(failed).toMatchObject({
      trouble: 'failed',
      state: 'failed 2029\u00a0Q4',
      brief: 'failed',
      fill: 0,
      full: '',
    });
  });

  it('says why a lab lives on after its cash has run low', () => {
    const { first } = storyOf(run, shippedFile);
    expect(first).toMatchObject({ when: '2029\u00a0Q4', tight: { when: '2028\u00a0Q3' }, lasts: { starved: true } });
    expect(first?.lasts?.raised).toBeGreaterThan(5);
  });

  it('says what it shows', () => {
    const say = (t: number, of = run) => findingOf(of, plan, shippedFile, t);
    expect(say(0)).toBe('In 2026\u00a0Q3 everyone who owes can pay.');
    expect(say(8)).toBe(
      'By 2028\u00a0Q3 OpenAI has three months of cash; investors offer $6.2bn against $63bn in the plan.',
    );
    expect(say(12)).toContain('OpenAI cannot pay $0.91bn of what is due; investors offer');
    expect(say(13)).toBe('In 2029\u00a0Q4 OpenAI fails: it cannot pay $6bn that is due.');
    expect(say(14)).toBe('OpenAI failed in 2029\u00a0Q4. In the plan it pays $31bn this quarter.');
    // Compared with what is dotted, by its name.
    const pinned = (t: number, quiet: Run) => findingOf(run, quiet, shippedFile, t, 'the pinned world');
    expect(pinned(8, run)).toBe('By 2028\u00a0Q3 OpenAI has three months of cash.');
    expect(pinned(8, plan)).toMatch(/investors offer \$6\.2bn against \$63bn in the pinned world\.$/);
    expect(pinned(14, plan)).toBe('OpenAI failed in 2029\u00a0Q4. In the pinned world it pays $31bn this quarter.');
    expect(pinned(14, run)).toBe('OpenAI failed in 2029\u00a0Q4.');
    expect(say(14, plan)).toBe('In 2030\u00a0Q1 everyone who owes can pay.');
    expect(say(12, backstopped)).toMatch(
      /^In 2029\u00a0Q3 everyone who owes can pay: suppliers put \$\d+bn into the labs, investors/,
    );
    expect(partySentence(ringOf(run, plan, shippedFile, 8), -1)).toBe('Investors put $3.1bn into OpenAI.');
    expect(partySentence(ringOf(run, plan, shippedFile, 8), 0)).toBe(
      'OpenAI pays $11bn to Oracle, $7.5bn to Microsoft and $2.5bn to Amazon; raises $3.1bn from investors, $1.1bn from Nvidia and $0.48bn from Microsoft.',
    );
    expect(partySentence(ringOf(run, plan, shippedFile, 20), 0)).toBe('No money moves to or from OpenAI this quarter.');
  });
});

/** Ribbons that end at one party do not lie on each other, and bars do not touch. */
function lays(run: Run, plan: Run, cast: Cast): void {
  const { seats } = layoutOf(plan);
  seats.forEach((seat, k) => {
    const next = seats[(k + 1) % seats.length];
    const apart = (next.angle - seat.angle + 4 * Math.PI) % (2 * Math.PI);
    if (seats.length > 1) expect(apart * radius).toBeGreaterThan((seat.half + next.half) * radius + 10);
  });
  for (let t = 0; t < run.network.quarters; t += 5) {
    const ring = ringOf(run, plan, cast, t);
    const said = [findingOf(run, plan, cast, t), describeRing(ring, 'x'), ...ring.nodes.map(({ state }) => state)];
    for (const text of said) expect(text).not.toMatch(/NaN|undefined|Infinity| {2}/);
    for (const { path, outline, arrow } of ring.flows) expect(path + outline + arrow).not.toMatch(/NaN|Infinity/);
    for (const { bar, full } of ring.nodes) expect(bar + full).not.toMatch(/NaN|Infinity/);
  }
}

it.each(worlds)('lays out and speaks in the world %o', async (levers) => {
  const run = await runOf(levers);
  lays(run, plan, shippedFile);
  const { first, ...story } = storyOf(run, shippedFile);
  expect(JSON.stringify({ first, story })).not.toMatch(/null|NaN/);
  // What keeps a firm alive beyond its cash is said only after it has been said how little that is.
  if (first?.lasts) expect(first.tight).toBeDefined();
});

it('says what is too short for all of the money to go: the drought, or the run', async () => {
  const shallow = async (query: string) => storyOf(await runOf(decode(query, shippedFile).levers), shippedFile).shallow;
  expect(await shallow('v=1&stop=2034Q2&severity=0.9&growth=0.6')).toEqual({ share: '30%', ends: 'run' });
  expect(await shallow('v=1&stop=2027Q3&severity=0.9&drought=1')).toEqual({ share: '30%', ends: 'drought' });
  expect(await shallow('v=1&stop=2027Q3&severity=0.9')).toBeUndefined();
  expect(storyOf(plan, shippedFile)).toMatchObject({ never: true, offered: true });
  expect(storyOf(await runOf(decode('v=1&supply=0', shippedFile).levers), shippedFile).offered).toBe(false);
});

it('says whether bills go unpaid in one quarter or in several, where nobody falls', async () => {
  const query = 'v=1&stop=2027Q1&severity=1&growth=0.3&lock=1&compute=1.3&firmness=1&backstop=1&ramp=0.5&relet=0';
  const once = await runOf(decode(`${query}&credit=1&panic=4&caution=0`, shippedFile).levers);
  const quarters = new Set(once.events.map(({ t }) => t)).size;
  expect(storyOf(once, shippedFile)).toMatchObject({ missed: { when: '2032\u00a0Q1', quarters } });
  expect(quarters).toBe(1);
  expect(storyOf(plan, shippedFile).missed).toBeUndefined();
});

it('says who is pale even in the plan: one firm, for years, that borrows for what it builds', () => {
  expect(worriedAbout(plan, shippedFile)).toBe('Oracle');
  const { firms, quarters } = plan.network;
  const oracle = firms.findIndex(({ id }) => id === 'oracle');
  const worried = Array.from({ length: quarters }, (_, t) => t).filter(
    (t) => plan.firm.alarmed[t * firms.length + oracle],
  );
  expect(worried.length).toBeGreaterThan(8);
  const borrowing = worried.filter((t) => plan.firm.borrowed[t * firms.length + oracle] > 0);
  expect(borrowing.length).toBeGreaterThanOrEqual(worried.length - 1);
  expect(worried.every((t) => plan.firm.short[t * firms.length + oracle] === 0)).toBe(true);
});

it('lays out any network of 2 to 12 firms', async () => {
  const core = await readCore();
  await fc.assert(
    fc.asyncProperty(arbNetwork(), arbLevers(), async (network, levers) => {
      const cast: Cast = {
        title: 'Any',
        start: '2026Q3',
        quarters: network.quarters,
        firms: network.firms.map(({ id }) => ({ id, name: id, role: 'other' })),
      };
      const plan = (await createEngine(core, network)).run(usualLevers());
      lays((await createEngine(core, network)).run(levers), plan, cast);
    }),
    { numRuns: 60 },
  );
});

it('orders the parties so that few links cross', () => {
  const links = linksOf(plan.network);
  const volume = links.map((_, k) => quarterFlows(plan, 8)[k].amount);
  const order = orderParties(10, links, volume);
  expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(order[0]).toBe(0);
  expect(order.indexOf(1)).toBeGreaterThan(4);
  expect(orderParties(10, links, volume)).toEqual(order);
  // A ring of four that is listed criss-cross is untangled: neighbours in it are neighbours again.
  const link = (from: number, to: number) => ({ key: '', kind: 'orders' as const, at: 0, from, to });
  const square = orderParties(5, [link(0, 2), link(2, 1), link(1, 3), link(3, 0)], [1, 1, 1, 1]).slice(1);
  expect(Math.abs(square.indexOf(1) - square.indexOf(2))).toBe(2);
});
