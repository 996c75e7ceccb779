import { describe, expect, it } from 'vitest';
import { historyWords } from '../../src/views/history-words';
import { usualLevers } from '../../src/world/dials';
import { decode } from '../../src/world/link';
import { shippedFile, shippedWorld } from '../../src/world/shipped';

const usual = usualLevers();
const words = (...states: Parameters<typeof historyWords>[0]) => historyWords(states, usual, shippedFile);
const stops = decode(shippedWorld('the-music-stops').query, shippedFile).levers;

describe('what the reader did', () => {
  it('is told by what turned', () => {
    expect(words(stops, { ...stops, severity: 0.5 }, { ...stops, severity: 0.5, stop: 32 })).toEqual([
      'The music stops',
      'Venture money that goes away: 90% to 50%',
      'The music stops: 2027\u00a0Q3 to never',
    ]);
  });

  it('is told by name where a world was set', () => {
    const leak = decode(shippedWorld('slow-leak').query, shippedFile).levers;
    expect(words(stops, leak, usual, stops)).toEqual(['The music stops', 'Slow leak', 'The plan', 'The music stops']);
  });

  it('is counted where many dials were set to a world without a name', () => {
    const other = { ...usual, severity: 0.3, panic: 2, growth: 0.7 };
    expect(words({ ...usual, panic: 4 }, other)).toEqual(['As the page opened', 'three dials set']);
  });
});
