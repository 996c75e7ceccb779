import { describe, expect, it } from 'vitest';
import { labWorldWords } from '../../src/views/lab-figures';
import { barName, dialDifferences, inNetwork, startingWorlds, worldName } from '../../src/views/lab-names';
import { usualLevers } from '../../src/world/dials';
import { decode } from '../../src/world/link';
import { shippedFile, shippedWorlds } from '../../src/world/shipped';

const usual = usualLevers();

describe('the name of a world', () => {
  it('says of a world that its network is edited, as a citation does', () => {
    expect(inNetwork('The music stops', true)).toBe('The music stops, with an edited network');
    expect(inNetwork('The music stops', false)).toBe('The music stops');
    const state = { file: shippedFile, worlds: [{ levers: usual, opened: usual }], active: 0 };
    expect(labWorldWords(state, 'lab-chart', usual, true)).toBe('The plan, with an edited network');
  });

  it('is that of the shipped world that it equals', () => {
    for (const { name, query } of shippedWorlds.worlds)
      expect(worldName(decode(query, shippedFile).levers, shippedFile)).toBe(name);
    expect(startingWorlds.map(({ name }) => name)).toEqual(shippedWorlds.worlds.map(({ name }) => name));
  });

  it('is else what is moved, three dials at most', () => {
    expect(worldName({ ...usual, growth: 0.61 }, shippedFile)).toBe('Growth of the labs 61%');
    expect(worldName({ ...usual, stop: 4, growth: 0.61, panic: 3, heal: 0 }, shippedFile)).toBe(
      'The music stops 2027\u00a0Q3, Growth of the labs 61%, Panic 3×, and 1 more',
    );
  });
});

describe('the name in the bar', () => {
  it('is that of the world, with its letter where there are more; of an edited network none is as it ships', () => {
    const stops = { ...decode(shippedWorlds.worlds[2].query, shippedFile).levers };
    const { name } = shippedWorlds.worlds[2];
    expect(barName(stops, usual, undefined, false)).toBe(name);
    expect(barName(stops, usual, 1, false)).toBe(`B: ${name}`);
    expect(barName(usual, usual, undefined, false)).toBe('The plan');
    expect(barName({ ...stops, growth: 0.61 }, usual, undefined, false)).toBe('Your own world');
    expect(barName({ ...stops, growth: 0.61 }, usual, 0, false)).toBe('A: your own');
    expect(barName(usual, usual, undefined, true)).toBe('Your own world');
    expect(barName(stops, usual, 3, true)).toBe('D: your own');
  });
});

describe('what differs between worlds', () => {
  it('is each dial that does not stand alike in all', () => {
    const worlds = [usual, { ...usual, growth: 0.6 }, { ...usual, stop: 4, growth: 0.6 }];
    expect(dialDifferences(worlds, shippedFile)).toEqual([
      { id: 'stop', name: 'The music stops', values: ['never', 'never', '2027\u00a0Q3'] },
      { id: 'growth', name: 'Growth of the labs', values: ['100% of plan', '60% of plan', '60% of plan'] },
    ]);
    expect(dialDifferences([usual, { ...usual }], shippedFile)).toEqual([]);
    expect(dialDifferences([], shippedFile)).toEqual([]);
  });
});
