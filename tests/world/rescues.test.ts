import { describe, expect, it } from 'vitest';
import { createBatch, findRescue, type Levers } from '../../src/engine';
import { grids } from '../../src/world/grids';
import { decode } from '../../src/world/link';
import { createRescues } from '../../src/world/rescues.svelte';
import { shippedFile, shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { readLanes } from '../engine/core';

const batch = await createBatch(await readLanes(), shippedNetwork);
const leversOf = (id: string) =>
  decode(shippedWorlds.worlds.find((world) => world.id === id)?.query ?? '', shippedFile).levers;
const opening = leversOf('the-music-stops');
const openai = 0;
const expected = findRescue(batch, { levers: opening }, grids, openai);

/** A page whose frames are taken by hand, and whose clock makes every step use a frame up. */
function page(known?: Parameters<typeof createRescues>[0]['known']) {
  const frames: ((time: number) => void)[] = [];
  let ran = 0;
  let time = 0;
  const rescues = createRescues({
    runner: {
      network: batch.network,
      run: (worlds, outcomes) => {
        ran += worlds.length;
        batch.run(worlds, outcomes);
      },
    },
    known,
    frame: (callback) => void frames.push(callback),
    now: () => {
      time += 10;
      return time;
    },
  });
  const frame = () => {
    const before = ran;
    for (const callback of frames.splice(0)) callback(0);
    return ran - before;
  };
  return { rescues, frame, pending: () => frames.length, ran: () => ran };
}

describe('rescues', () => {
  it('are found over many frames, none of which runs many worlds', () => {
    const { rescues, frame, pending } = page();
    rescues.follow(opening, [openai]);
    expect(rescues.of(openai, opening)).toBeUndefined();
    let most = 0;
    while (pending() > 0) most = Math.max(most, frame());
    expect(rescues.of(openai, opening)).toEqual(expected);
    expect(most).toBeLessThan(100);
  });

  it('are of one world only, and dropped when it moves on', () => {
    const { rescues, frame } = page();
    rescues.follow(opening, [openai]);
    frame();
    const moved: Levers = { ...opening, growth: 0.65 };
    rescues.follow(moved, [openai]);
    rescues.finish();
    expect(rescues.of(openai, opening)).toBeUndefined();
    expect(rescues.of(openai, moved)).toEqual(findRescue(batch, { levers: moved }, grids, openai));
  });

  it('are sought for nobody that nobody asks for', () => {
    const { rescues, frame, pending, ran } = page();
    rescues.follow(opening, []);
    while (pending() > 0) frame();
    expect(ran()).toBe(0);
  });

  it('that are known are not sought again', () => {
    const { rescues, frame, pending, ran } = page({ levers: opening, rescues: [expected] });
    expect(rescues.of(openai, opening)).toBe(expected);
    rescues.follow(opening, [openai]);
    while (pending() > 0) frame();
    expect(ran()).toBe(0);
  });
});
