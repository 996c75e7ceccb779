import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../src/engine';
import { dialOf, isAllowed, usualLevers } from '../../src/world/dials';
import { toFutures } from '../../src/world/futures';
import { type FuturesFile, parseFutures } from '../../src/world/futures-file';
import { never } from '../../src/world/quarters';
import { shippedFile, shippedFutures, shippedNetwork } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { readLanes } from '../engine/core';
import { readContent } from './shipped-content';

/** The file, open for changes. */
type Draft = { -readonly [Key in keyof FuturesFile]: unknown } & {
  spreads: Record<string, { value: unknown; basis: unknown }>;
  shocks: Record<string, { value: unknown; basis: unknown }>;
};

const figures = readContent<readonly { readonly id: string }[]>('figures.json');

function messagesAfter(change: (file: Draft) => void): readonly string[] {
  const json = readContent<Draft>('futures.json');
  change(json);
  const parsed = parseFutures(json, figures);
  return parsed.ok ? [] : parsed.messages;
}

describe('the file of uncertainties', () => {
  it('passes as shipped', () => {
    expect(messagesAfter(() => {})).toEqual([]);
    expect(shippedFutures).toEqual(readContent('futures.json'));
  });

  const basis = 'assumption: a guess';
  it.each<[string, (file: Draft) => void, string]>([
    [
      'a seed that is no whole number',
      (file) => Object.assign(file, { seed: 0.5 }),
      'seed: must be a whole number, but is 0.5',
    ],
    ['a seed that is not there', (file) => Object.assign(file, { seed: undefined }), 'seed: is missing'],
    [
      'a dial that is none',
      ({ spreads }) => Object.assign(spreads, { grwth: { value: 0.1, basis } }),
      'spreads: there is no dial "grwth" (is it "growth"?)',
    ],
    [
      'a word that every object has',
      ({ spreads }) => Object.assign(spreads, { toString: { value: 1, basis } }),
      'spreads: there is no dial "toString"',
    ],
    [
      'a spread wider than the dial',
      ({ spreads }) => Object.assign(spreads.severity, { value: 1.5 }),
      'spreads.severity.value: must be above 0 and at most 1, but is 1.5',
    ],
    [
      'a spread of nothing',
      ({ spreads }) => Object.assign(spreads.severity, { value: 0 }),
      'spreads.severity.value: must be above 0 and at most 1, but is 0',
    ],
    [
      'half a quarter',
      ({ spreads }) => Object.assign(spreads.stop, { value: 1.5 }),
      'spreads.stop.value: must be a whole number, as the dial is, but is 1.5',
    ],
    [
      'a text for a number',
      ({ spreads }) => Object.assign(spreads.stop, { value: '2' }),
      'spreads.stop.value: must be a number, but is the text "2"',
    ],
    [
      'a basis that does not own up',
      ({ spreads }) => Object.assign(spreads.stop, { basis: 'well known' }),
      'spreads.stop.basis: must open with "assumption: ", but is the text "well known"',
    ],
    [
      'a figure that does not exist',
      ({ shocks }) => Object.assign(shocks.growth, { basis: 'assumption: as openai-moods-2026' }),
      'shocks.growth.basis: names the figure "openai-moods-2026", which does not exist',
    ],
    [
      'a shock beyond measure',
      ({ shocks }) => Object.assign(shocks.growth, { value: 0.3 }),
      'shocks.growth.value: must be between 0 and 0.2, but is 0.3',
    ],
    [
      'a share above one',
      ({ shocks }) => Object.assign(shocks.common, { value: 1.1 }),
      'shocks.common.value: must be between 0 and 1, but is 1.1',
    ],
    [
      'a shock that is not known',
      ({ shocks }) => Object.assign(shocks, { mood: { value: 0.1, basis } }),
      'shocks.mood: is not a field that is known here',
    ],
  ])('is refused for %s', (_, change, message) => {
    expect(messagesAfter(change)).toEqual([message]);
  });
});

describe('the futures of a world', async () => {
  const batch = await createBatch(await readLanes(), shippedNetwork);

  it('move its dials within their bounds, whole where only whole numbers mean something, and no others', () => {
    fc.assert(
      fc.property(arbLevers(), fc.nat(9999), (levers, index) => {
        const futures = toFutures(shippedFutures, levers, shippedFile);
        const moved = batch.future(futures, index).levers;
        for (const [id, value] of Object.entries(moved)) {
          const dial = dialOf(id as keyof typeof moved);
          expect(isAllowed(dial, value)).toBe(true);
          const spread = shippedFutures.spreads[id]?.value ?? 0;
          expect(Math.abs(value - levers[dial.id])).toBeLessThanOrEqual(spread + 1e-12);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('do not stop where the reader says never, and do stop where the reader says when', () => {
    for (let index = 0; index < 400; index++) {
      const stopAt = (stop: number) =>
        batch.future(toFutures(shippedFutures, { ...usualLevers(), stop }, shippedFile), index).levers.stop;
      expect(stopAt(never)).toBe(never);
      expect(stopAt(31)).toBeLessThan(32);
      expect(stopAt(0)).toBeGreaterThanOrEqual(0);
    }
  });

  it('keep their draws when the stop is moved: no other dial is drawn anew', () => {
    const spreadsAt = (stop: number) =>
      toFutures(shippedFutures, { ...usualLevers(), stop }, shippedFile).spreads.map(({ lever }) => lever);
    expect(spreadsAt(never)).toEqual(spreadsAt(4));
    expect(spreadsAt(4)).toEqual(Object.keys(shippedFutures.spreads));
  });

  it('carry the seed and the shocks of the file', () => {
    const { seed, shocks } = toFutures(shippedFutures, usualLevers(), shippedFile);
    expect(seed).toBe(shippedFutures.seed);
    expect(shocks).toEqual({ growth: 0.02, venture: 0.15, common: 0.5 });
  });
});
