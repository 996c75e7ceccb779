import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { usualLevers } from '../../src/world/dials';
import { beat, createUnhurried, pause, rest } from '../../src/world/unhurried.svelte';

const worldOf = (growth: number) => ({ ...usualLevers(), growth });
const frame = 16;

/** A hand that turns a dial, on a clock of the test's own. */
function open() {
  let clock = 0;
  let waiting: { readonly at: number; readonly then: () => void } | undefined;
  const unhurried = createUnhurried({
    levers: worldOf(1),
    now: () => clock,
    after(ms, then) {
      const mine = { at: clock + ms, then };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = undefined;
      };
    },
  });
  function wait(ms: number): void {
    clock += ms;
    if (!waiting || waiting.at > clock) return;
    const { then } = waiting;
    waiting = undefined;
    then();
    flushSync();
  }
  return { unhurried, wait };
}

describe('the unhurried world', () => {
  it('follows a single turn at once', () => {
    const { unhurried, wait } = open();
    for (const growth of [0.9, 0.8]) {
      unhurried.follow(worldOf(growth));
      expect(unhurried.levers.growth).toBe(growth);
      expect(unhurried.moving).toBe(false);
      expect(unhurried.rested).toBe(false);
      wait(rest);
      expect(unhurried.rested).toBe(true);
    }
  });

  it('follows a moving hand now and then, and comes to rest where it does', () => {
    const { unhurried, wait } = open();
    const seen = new Set<number>();
    const turns = 60;
    for (let k = 1; k <= turns; k++) {
      unhurried.follow(worldOf(k));
      seen.add(unhurried.levers.growth);
      expect(unhurried.moving).toBe(k > 1);
      wait(frame);
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(seen.size).toBeLessThanOrEqual(1 + (turns * frame) / beat);
    wait(rest);
    expect(unhurried.levers.growth).toBe(turns);
    expect(unhurried.moving).toBe(false);
  });

  it('takes a moving hand as resting when it is told to', () => {
    const { unhurried, wait } = open();
    for (let k = 1; k <= 3; k++) {
      unhurried.follow(worldOf(k));
      wait(frame);
    }
    expect(unhurried.levers.growth).toBe(1);
    unhurried.settle();
    expect(unhurried.levers.growth).toBe(3);
    expect(unhurried.moving).toBe(false);
    expect(unhurried.rested).toBe(true);
  });

  it('is not set in motion by the world it stands at', () => {
    const { unhurried, wait } = open();
    const there = worldOf(0.7);
    unhurried.follow(there);
    wait(frame);
    unhurried.follow(there);
    expect(unhurried.moving).toBe(false);
  });

  it('takes longer to rest under a hand that has not let go', () => {
    const { unhurried, wait } = open();
    unhurried.hold(true);
    unhurried.follow(worldOf(0.9));
    wait(pause - 1);
    expect([unhurried.held, unhurried.rested]).toEqual([true, false]);
    wait(1);
    expect(unhurried.rested).toBe(true);
    unhurried.follow(worldOf(0.8));
    wait(frame);
    unhurried.hold(false);
    wait(rest);
    expect([unhurried.held, unhurried.rested]).toEqual([false, true]);
    expect(unhurried.levers.growth).toBe(0.8);
  });
});
