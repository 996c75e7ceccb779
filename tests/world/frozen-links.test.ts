import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine';
import { usualLevers } from '../../src/world/dials';
import { outcomeOf, writeOutcome } from '../../src/world/link-outcome';
import { decodePage } from '../../src/world/page-link';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { readCore } from '../engine/core';
import frozen from './frozen-links.json' with { type: 'json' };

/**
 * Links as they were given away, the dials they set, and what their readers saw. Lines are added and never changed: a link is a promise. A change of the table of
 * dials needs a migration that keeps `moved` (in the terms of the first version). A change of the model or the network changes outcomes: its commit says so, writes the new
 * outcomes beside the old ones, and the page tells who opens an old link what was seen then.
 */
const engine = await createEngine(await readCore(), shippedNetwork);

describe('links that have been given away', () => {
  it.each(frozen)('$link', ({ link, moved, outcome }) => {
    const { levers, refused, was } = decodePage(`${link}&was=${outcome}`, shippedFile);
    expect(refused).toEqual([]);
    expect(levers).toEqual({ ...usualLevers(), ...moved });
    const now = outcomeOf(engine.run(levers));
    // The first of them were given away before the mark of their world was written.
    const mark = outcome.split('.')[4];
    expect(mark === undefined || mark === now.mark).toBe(true);
    expect(writeOutcome({ ...now, mark }, shippedFile)).toBe(outcome);
    expect(was).toEqual({ ...now, mark });
  });
});
