import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardRecords } from '../../src/build/card-records';
import { readCard } from '../../src/build/cards';
import { shippedWorlds } from '../../src/world/shipped';
import { readCore } from '../engine/core';

const folder = new URL('../../static/cards/', import.meta.url);
const today = await cardRecords(await readCore());

describe('the cards of the essay and its worlds', () => {
  it('show what the model says today (else: npm run cards)', () => {
    expect(JSON.parse(readFileSync(new URL('cards.json', folder), 'utf8'))).toEqual(today);
  });

  it('are there, in the size that others expect, and light', () => {
    expect(Object.keys(today)).toEqual(['essay', ...shippedWorlds.worlds.map(({ id }) => id)]);
    for (const id of Object.keys(today)) {
      expect(readCard(id)?.id).toBe(id);
      const file = new URL(`${id}.jpg`, folder);
      expect(statSync(file).size).toBeLessThan(120_000);
      expect(sizeOf(readFileSync(file))).toEqual({ width: 1200, height: 630 });
    }
  });

  it('are described in words that fit into HTML', () => {
    expect(readCard('the-backstop')?.alt).toMatch(/^The backstop: .* suppliers put \$/);
    expect(readCard('no-such-world')).toBeUndefined();
  });
});

/** From the frame header of a JPEG file. */
function sizeOf(jpeg: Buffer): { width: number; height: number } {
  let at = 2;
  while (jpeg[at + 1] !== 0xc0 && jpeg[at + 1] !== 0xc2) at += 2 + jpeg.readUInt16BE(at + 2);
  return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
}
