import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { allocateOutcomes, createBatch } from '../../src/engine';
import { answerAtOnce, openPool } from '../../src/engine/futures';
import { claims } from '../../src/world/claims';
import { toFutures } from '../../src/world/futures';
import { createOdds, futuresAhead, futuresInPassing, futuresWanted } from '../../src/world/futures-session.svelte';
import { decode } from '../../src/world/link';
import { shippedFile, shippedFutures, shippedNetwork } from '../../src/world/shipped';
import { readLanes } from '../engine/core';
import { stageOf } from '../engine/futures/stage';

const module = await readLanes();
const batch = await createBatch(module, shippedNetwork);
const worldOf = (growth: number) => decode(`v=1&stop=2027Q3&severity=0.9&growth=${growth}`, shippedFile).levers;
const opening = worldOf(0.6);
const first = 64;

/** Microtasks run; nothing else does. */
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Futures whose frames are drawn by hand, and whose pool is opened by the test's own means. */
interface Settings {
  readonly breaks?: boolean;
  readonly breaksHere?: boolean;
  readonly counted?: ((futures: number) => void) | undefined;
  readonly testsOpening?: boolean;
}

function open({ breaks = false, breaksHere = false, counted, testsOpening = true }: Settings = {}) {
  const frames: (() => void)[] = [];
  const opened: string[] = [];
  const stage = stageOf(1, claims, createBatch);
  const odds = createOdds({
    file: shippedFutures,
    calendar: shippedFile,
    batch,
    opening,
    counted,
    testsOpening,
    frame: (then) => void frames.push(() => then(0)),
    async open(where) {
      opened.push(where);
      if (where === 'worker' ? breaks : breaksHere) throw new Error('No such thread.');
      const { workers, frame } = stage;
      return openPool({ module, network: shippedNetwork, workers, frame, own: { batch, claims, first } });
    },
  });
  return {
    odds,
    opened,
    /** Everybody works until nothing is left to do. A worker sets its batch up in its own time. */
    async settle() {
      for (let k = 0; k < 5; k++) {
        await stage.settle();
        await soon();
      }
    },
    async draw() {
      for (const then of frames.splice(0)) then();
      await soon();
      flushSync();
    },
  };
}

const fallsOf = (odds: ReturnType<typeof createOdds>, firm = 0) => odds.findings?.survival(firm).standing.join();
const expected = (growth: number, count: number) =>
  answerAtOnce(batch, claims, {
    futures: toFutures(shippedFutures, worldOf(growth), shippedFile),
    count,
    columns: [],
    claims: [],
  })
    .survival(0)
    .standing.join();

it('answers for the opening world at once, and opens no pool before anybody wants one', async () => {
  const { odds, opened, draw } = open();
  expect(odds.findings?.futures).toBe(futuresAhead);
  expect(fallsOf(odds)).toBe(expected(0.6, futuresAhead));
  expect(odds.findings?.odds('some-lab-fails').held).toBeGreaterThan(0);
  await draw();
  await draw();
  expect(opened).toEqual([]);
});

it('opens a pool only for a figure that is still on the screen two frames later', async () => {
  const { odds, opened, draw } = open();
  odds.want()();
  for (let k = 0; k < 4; k++) await draw();
  expect(opened).toEqual([]);
  odds.want();
  for (let k = 0; k < 4; k++) await draw();
  expect(opened).toEqual(['worker']);
});

it('answers for the latest world, before the frame ends, and never for an older one', async () => {
  const { odds, settle, draw } = open();
  odds.want();
  for (let k = 0; k < 4; k++) await draw();
  for (const growth of [0.7, 0.75, 0.8]) {
    odds.turnTo(worldOf(growth));
    await Promise.resolve();
    expect(odds.findings?.futures).toBe(first);
    expect(fallsOf(odds)).toBe(expected(growth, first));
  }
  const before = odds.findings;
  await settle();
  expect(odds.findings).not.toBe(before);
  expect(odds.findings?.futures).toBe(futuresWanted.worker);
  expect(fallsOf(odds)).toBe(expected(0.8, futuresWanted.worker));
});

it('hands out the world of one of its futures, to be run alone', async () => {
  const { odds, draw } = open();
  odds.want();
  for (let k = 0; k < 4; k++) await draw();
  odds.turnTo(worldOf(0.8));
  await draw();
  const futures = Array.from({ length: first }, (_, k) => k);
  const alone = allocateOutcomes(shippedNetwork, first);
  batch.run(futures.map(odds.world), alone);
  const firms = shippedNetwork.firms.length;
  expect([...(odds.findings?.fellAt(0) ?? [])]).toEqual(futures.map((k) => alone.fellAt[k * firms]));
});

it('has nothing to say of a world that nobody has run', async () => {
  const { odds, draw } = open();
  odds.turnTo(worldOf(0.9));
  await draw();
  expect(odds.findings).toBeUndefined();
});

it('has the answer for the opening world at hand when the reader comes back to it', async () => {
  const { odds, draw } = open();
  odds.turnTo(worldOf(0.9));
  await draw();
  odds.turnTo(worldOf(0.6));
  await draw();
  expect(odds.findings?.futures).toBe(futuresAhead);
  expect(fallsOf(odds)).toBe(expected(0.6, futuresAhead));
});

it('stops when nobody looks, and begins anew when somebody does', async () => {
  const { odds, settle, draw } = open();
  const enough = odds.want();
  for (let k = 0; k < 4; k++) await draw();
  odds.turnTo(worldOf(0.7));
  await draw();
  enough();
  enough();
  await settle();
  expect(odds.findings?.futures).toBe(first);
  odds.want();
  await draw();
  await settle();
  expect(odds.findings?.futures).toBe(futuresWanted.worker);
  expect(fallsOf(odds)).toBe(expected(0.7, futuresWanted.worker));
});

it('watches another line when told to', async () => {
  const { odds, draw } = open();
  odds.want();
  for (let k = 0; k < 4; k++) await draw();
  const [median] = odds.findings?.band(0, [0.5]) ?? [];
  odds.watch({ series: 'firm.own', column: 4 });
  await draw();
  expect(odds.watched).toEqual({ series: 'firm.own', column: 4 });
  expect(odds.findings?.band(0, [0.5])[0]).not.toEqual(median);
});

it('goes on with fewer futures on the own thread where there are no workers, and says so', async () => {
  const { odds, settle, opened, draw } = open({ breaks: true });
  odds.want();
  for (let k = 0; k < 8; k++) await draw();
  expect(opened).toEqual(['worker', 'own thread']);
  expect(odds.remark).toContain('No such thread.');
  expect(odds.trouble).toBeUndefined();
  await settle();
  expect(odds.findings?.futures).toBe(futuresWanted['own thread']);
});

it('says plainly that there are none where none can be run', async () => {
  const { odds, opened, draw } = open({ breaks: true, breaksHere: true });
  odds.want();
  for (let k = 0; k < 12; k++) await draw();
  expect(opened).toEqual(['worker', 'own thread']);
  expect(odds.trouble).toContain('No such thread.');
  expect(odds.findings).toBeUndefined();
});

it('asks all claims ahead, and in another world only while somebody wants them', async () => {
  const { odds, settle, draw } = open();
  const id = 'half-of-backlog';
  expect(odds.tested?.odds(id).held).toBeGreaterThan(0);
  odds.want();
  for (let k = 0; k < 8; k++) await draw();
  odds.turnTo(worldOf(0.5));
  await settle();
  expect(odds.findings?.futures).toBeGreaterThan(0);
  expect(odds.tested).toBeUndefined();
  const drop = odds.wantClaims();
  await settle();
  const told = odds.tested?.odds(id);
  expect(told?.held).toBeGreaterThan(0);
  drop();
  // What has been answered is not thrown away, before the world turns.
  await settle();
  expect(odds.tested?.odds(id)).toEqual(told);
  odds.turnTo(worldOf(0.4));
  await settle();
  expect(odds.findings).toBeDefined();
  expect(odds.tested).toBeUndefined();
});

it('runs only the first futures of a world that a hand passes, and all of the one on which it rests', async () => {
  const counts: number[] = [];
  const { odds, settle, draw } = open({ counted: (futures) => counts.push(futures) });
  odds.want();
  odds.wantClaims();
  for (let k = 0; k < 8; k++) await draw();
  for (const growth of [0.8, 0.7]) {
    odds.turnTo(worldOf(growth), true);
    await settle();
    expect(odds.findings?.futures).toBe(futuresInPassing);
    expect(odds.findings?.count).toBe(futuresWanted.worker);
    expect(odds.tested).toBeUndefined();
  }
  const before = counts.length;
  odds.turnTo(worldOf(0.7), false);
  await settle();
  expect(odds.findings?.futures).toBe(futuresWanted.worker);
  expect(odds.tested).toBeDefined();
  expect(fallsOf(odds)).toBe(expected(0.7, futuresWanted.worker));
  // What is told of the futures of one world adds up to all of them.
  expect(counts.slice(before).reduce((sum, more) => sum + more, 0)).toBe(futuresWanted.worker);
});

it('runs nothing in passing for those who want only claims, which are asked where the hand rests', async () => {
  const counts: number[] = [];
  const { odds, settle, draw } = open({ counted: (futures) => counts.push(futures) });
  odds.wantClaims();
  for (let k = 0; k < 8; k++) await draw();
  await settle();
  const before = counts.length;
  odds.turnTo(worldOf(0.8), true);
  await settle();
  expect(counts.length).toBe(before);
  expect(odds.findings).toBeUndefined();
  odds.turnTo(worldOf(0.8), false);
  await settle();
  expect(odds.tested?.futures).toBe(futuresWanted.worker);
});

it('leaves the world on which it rested as it stands when the hand moves on', async () => {
  const { odds, draw } = open();
  odds.want();
  for (let k = 0; k < 4; k++) await draw();
  odds.turnTo(worldOf(0.8));
  await draw();
  const before = odds.findings;
  odds.turnTo(worldOf(0.8), true);
  await draw();
  expect(odds.findings).toBe(before);
});

it('runs nothing more once it is closed', async () => {
  const { odds, opened, settle, draw } = open();
  odds.want();
  for (let k = 0; k < 4; k++) await draw();
  await settle();
  odds.close();
  odds.turnTo(worldOf(0.7));
  for (let k = 0; k < 4; k++) await draw();
  await settle();
  expect(odds.findings).toBeUndefined();
  expect(opened).toEqual(['worker']);
});

it('asks the opening world no claims of the essay where it is told so', async () => {
  const { odds, draw } = open({ testsOpening: false });
  expect(odds.tested).toBeUndefined();
  expect(odds.findings?.odds('nobody-fails').value).toBeLessThan(1);
  odds.wantClaims();
  for (let k = 0; k < 4; k++) await draw();
  expect(odds.tested?.odds('half-of-backlog')).toBeDefined();
});

it('counts all futures of the world as it stands at once, with all claims, and finds what the pool finds', async () => {
  const counts: number[] = [];
  const { odds, opened, settle, draw } = open({ counted: (futures) => counts.push(futures) });
  odds.turnTo(worldOf(0.8));
  counts.splice(0);
  odds.countNow();
  // Without a frame, a thread or a turn of the loop.
  expect(opened).toEqual([]);
  expect(counts).toEqual([futuresWanted.worker]);
  const saidOf = () => ({
    futures: odds.tested?.futures,
    count: odds.tested?.count,
    falls: fallsOf(odds),
    odds: Object.keys(claims).map((id) => odds.tested?.odds(id)),
  });
  const atOnce = saidOf();
  expect(atOnce.futures).toBe(futuresWanted.worker);
  // Who comes to look afterwards changes nothing of it, and sets nobody to work.
  odds.wantClaims();
  for (let k = 0; k < 8; k++) await draw();
  await settle();
  expect(saidOf()).toEqual(atOnce);
  expect(counts).toHaveLength(1);

  const other = open();
  other.odds.wantClaims();
  for (let k = 0; k < 8; k++) await other.draw();
  other.odds.turnTo(worldOf(0.8));
  await other.settle();
  expect(other.odds.tested?.futures).toBe(futuresWanted.worker);
  expect(Object.keys(claims).map((id) => other.odds.tested?.odds(id))).toEqual(atOnce.odds);
  expect(fallsOf(other.odds)).toBe(atOnce.falls);
});

it('counts what is at work at once too, and no less of it comes after', async () => {
  const { odds, settle, draw } = open();
  odds.want();
  for (let k = 0; k < 8; k++) await draw();
  odds.turnTo(worldOf(0.8));
  await Promise.resolve();
  expect(odds.findings?.futures).toBe(first);
  odds.countNow();
  const { findings } = odds;
  expect(findings?.futures).toBe(futuresWanted.worker);
  await settle();
  expect(odds.findings).toBe(findings);
});

it('asks no claims at once where it asks none', () => {
  const { odds } = open({ testsOpening: false });
  odds.countNow();
  expect(odds.findings?.futures).toBe(futuresWanted.worker);
  expect(odds.tested).toBeUndefined();
});

it('keeps what it knows where counting at once fails', () => {
  const { odds } = open();
  const { findings } = odds;
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const run = vi.spyOn(batch, 'runFutures').mockImplementation(() => {
    throw new Error('No memory.');
  });
  try {
    expect(odds.countNow).not.toThrow();
    expect(log).toHaveBeenCalledOnce();
  } finally {
    run.mockRestore();
    log.mockRestore();
  }
  expect(odds.findings).toBe(findings);
});
