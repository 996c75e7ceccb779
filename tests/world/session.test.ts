import { describe, expect, it } from 'vitest';
import type { Levers, Network, Run } from '../../src/engine';
import { usualLevers } from '../../src/world/dials';
import { createSession, sameTurn } from '../../src/world/session.svelte';

const network = { quarters: 32, firms: [] } as unknown as Network;
const usual = usualLevers();
const opening: Levers = { ...usual, stop: 4, severity: 0.9 };

/** A session whose frames and clock are moved by hand, and whose engine notes what it is asked. */
function open() {
  const asked: Levers[] = [];
  const waiting: ((time: number) => void)[] = [];
  const clock = { now: 0 };
  const session = createSession({
    cast: { title: 'A world', start: '2026Q3', quarters: 32, firms: [] },
    engine: {
      run(levers) {
        asked.push(levers);
        return { network, levers } as Run;
      },
    },
    probe: {
      network,
      run() {
        throw new Error('Nobody asked for another world.');
      },
    },
    plan: { network, levers: usual } as Run,
    aside: { run: (levers) => ({ network, levers }) as Run },
    opening,
    frame: (callback) => void waiting.push(callback),
    now: () => clock.now,
  });
  return {
    session,
    asked,
    clock,
    waiting,
    frame: () => waiting.splice(0).forEach((callback) => void callback(clock.now)),
  };
}

describe('the quiet line', () => {
  it('is the plan, or a world that is pinned, which no run of the reader’s own touches', () => {
    const { session, frame } = open();
    expect(session.reference.run).toBe(session.plan);
    session.reference.pin(session.levers);
    session.turn('growth', 0.5);
    frame();
    expect(session.reference.pinned).toEqual(opening);
    expect(session.reference.run.levers).toEqual(opening);
    expect(session.run.levers.growth).toBe(0.5);
    session.undo();
    expect(session.canUndo).toBe(false);
    expect(session.reference.pinned).toEqual(opening);
    session.reference.unpin();
    expect(session.reference.run).toBe(session.plan);
  });

  it('knows the plan when it is pinned, and runs what is pinned once', () => {
    const { session } = open();
    session.reference.pin(opening);
    const { run } = session.reference;
    session.reference.pin({ ...opening });
    expect(session.reference.run).toBe(run);
    session.reference.pin({ ...usual });
    expect(session.reference.pinned).toBeUndefined();
    expect(session.reference.run).toBe(session.plan);
  });
});

describe('runs', () => {
  it('opens with one run', () => {
    const { session, asked, waiting } = open();
    expect(asked).toEqual([opening]);
    expect(session.runs).toBe(1);
    expect(waiting).toHaveLength(0);
  });

  it('run once for all that changed within a frame, with the last of it', () => {
    const { session, asked, frame } = open();
    session.turn('severity', 0.8);
    session.turn('severity', 0.7);
    session.turn('growth', 0.5);
    expect(asked).toHaveLength(1);
    expect(session.levers.severity).toBe(0.7);
    frame();
    expect(asked).toHaveLength(2);
    expect(session.run.levers).toMatchObject({ severity: 0.7, growth: 0.5 });
    frame();
    expect(session.runs).toBe(2);
  });

  it('do not run for what is so already', () => {
    const { session, asked, frame, waiting } = open();
    session.turn('severity', 0.9);
    session.setWorld({ ...opening });
    session.reset('severity');
    expect(waiting).toHaveLength(0);
    session.turn('severity', 0.5);
    session.turn('severity', 0.9);
    frame();
    expect(asked).toHaveLength(1);
  });

  it('are new objects each', () => {
    const { session, frame } = open();
    const first = session.run;
    session.turn('severity', 0.5);
    frame();
    expect(session.run).not.toBe(first);
    expect(session.plan.levers).toBe(usual);
  });
});

describe('history', () => {
  it('takes quick turns of one dial as one entry', () => {
    const { session, clock } = open();
    for (const value of [0.8, 0.7, 0.6]) {
      session.turn('severity', value);
      clock.now += sameTurn;
    }
    clock.now += 1;
    session.turn('severity', 0.5);
    session.undo();
    expect(session.levers.severity).toBe(0.6);
    session.undo();
    expect(session.levers.severity).toBe(0.9);
    expect(session.canUndo).toBe(false);
    session.redo();
    session.redo();
    expect(session.levers.severity).toBe(0.5);
  });

  it('takes a drag as one entry however long it lasts, and two drags as two however close', () => {
    const { session, clock } = open();
    const drag = {};
    session.turn('severity', 0.8, drag);
    clock.now += 10 * sameTurn;
    session.turn('severity', 0.7, drag);
    session.turn('severity', 0.6, {});
    session.undo();
    expect(session.levers.severity).toBe(0.7);
    session.undo();
    expect(session.levers.severity).toBe(0.9);
  });

  it('keeps turns of two dials apart', () => {
    const { session } = open();
    session.turn('severity', 0.8);
    session.turn('growth', 0.5);
    session.turn('severity', 0.7);
    session.undo();
    expect(session.levers).toMatchObject({ severity: 0.8, growth: 0.5 });
  });

  it('does not note a drag that ends where it began', () => {
    const { session } = open();
    const drag = {};
    session.turn('severity', 0.8, drag);
    session.turn('severity', 0.9, drag);
    expect(session.canUndo).toBe(false);
    session.turn('severity', 0.7, drag);
    session.undo();
    expect(session.levers).toEqual(opening);
  });

  it('runs again on undo', () => {
    const { session, asked, frame } = open();
    session.turn('severity', 0.5);
    frame();
    session.undo();
    frame();
    expect(asked.at(-1)).toEqual(opening);
    expect(session.runs).toBe(3);
  });
});

describe('ways back', () => {
  it('resets a dial to what opened it, or to the usual', () => {
    const { session } = open();
    session.turn('severity', 0.3);
    session.reset('severity');
    expect(session.levers.severity).toBe(0.9);
    session.toUsual('severity');
    expect(session.levers.severity).toBe(usual.severity);
    expect(session.moved).toEqual(['stop']);
    session.allToUsual();
    expect(session.moved).toEqual([]);
    session.resetAll();
    expect(session.levers).toEqual(opening);
  });

  it('sets a world, what reset goes back to with it, and brings the reader’s own back on undo', () => {
    const { session } = open();
    session.turn('severity', 0.3);
    const mine = session.levers;
    session.setWorld(usual);
    expect(session.opened).toEqual(usual);
    session.undo();
    expect(session.levers).toBe(mine);
    expect(session.opened).toBe(opening);
  });

  it('opens a link without a way back past it', () => {
    const { session } = open();
    session.open({ ...usual, growth: 0.4 });
    expect(session.canUndo).toBe(false);
    expect(session.opened.growth).toBe(0.4);
    expect(session.moved).toEqual(['growth']);
  });
});

describe('playback', () => {
  it('plays to the end and stays there, and starts anew from there', () => {
    const { session, clock, frame } = open();
    session.playback.seek(30);
    session.playback.play();
    for (let i = 0; i < 20; i++) {
      clock.now += 50;
      frame();
    }
    expect(session.playback).toMatchObject({ quarter: 31, playing: false, phase: 0 });
    session.playback.play();
    expect(session.playback).toMatchObject({ quarter: 0, playing: true });
  });

  it('does not jump after a pause of the browser, and ticks once a frame', () => {
    const { session, clock, frame, waiting } = open();
    session.playback.play();
    session.playback.pause();
    session.playback.play();
    expect(waiting).toHaveLength(1);
    frame();
    clock.now += 60_000;
    frame();
    expect(session.playback.quarter).toBe(0);
    expect(session.playback.phase).toBeGreaterThan(0);
    session.playback.seek(7.2);
    expect(session.playback).toMatchObject({ quarter: 7, playing: false });
    session.playback.seek(99);
    expect(session.playback.quarter).toBe(31);
  });
});
