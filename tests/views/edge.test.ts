import { describe, expect, it } from 'vitest';
import { edgeFinder, edgeWords, otherEdges } from '../../src/views/edge';
import { anyFall } from '../../src/views/facts';
import { usualLevers } from '../../src/world/dials';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { countedBatch } from '../engine/analysis/counted';
import { opening } from './ring-runs';

const batch = await countedBatch(shippedNetwork);
const levers = { ...usualLevers(), ...opening };

describe('the edge', () => {
  it('is the first value on the step at which a firm falls', () => {
    const edge = edgeFinder(batch, 'severity')(levers);
    expect(edge.failing).toEqual([{ from: 0.85, to: 1 }]);
    for (let percent = 0; percent <= 100; percent++) {
      expect(anyFall(batch.engine.run({ ...levers, severity: percent / 100 }))).toBe(percent >= 85);
    }
    expect(edgeWords(edge, shippedFile)).toEqual({ value: 0.85, text: 'the first firm fails from 85%' });
  });

  it('may be nowhere, or everywhere', () => {
    const find = edgeFinder(batch, 'severity');
    expect(edgeWords(find(usualLevers()), shippedFile)).toEqual({ text: 'no firm fails, at any value' });
    const always = find({ ...usualLevers(), supply: 0, vendorShare: 0, growth: 0 });
    expect(edgeWords(always, shippedFile)).toEqual({ text: 'a firm fails at any value' });
  });

  it('is told of dials that are not shown, once all of theirs are known', () => {
    const edge = edgeFinder(batch, 'severity')(levers);
    const none = edgeFinder(batch, 'severity')(usualLevers());
    const growth = edgeFinder(batch, 'growth')(levers);
    expect(otherEdges([edge, undefined])).toBe('');
    expect(otherEdges([none])).toBe('No other dial has an edge.');
    expect(otherEdges([none, edge])).toBe('One more dial has an edge: “Venture money that goes away”.');
    expect(otherEdges([growth, edge])).toMatch(/^Two more dials have an edge: “.*” and “.*”\.$/);
  });

  it('is on the other side where more of the dial saves a firm', () => {
    const edge = edgeFinder(batch, 'growth')(levers);
    const { value = 0 } = edgeWords(edge, shippedFile);
    expect(edgeWords(edge, shippedFile).text).toBe('a firm fails up to 74%');
    expect(anyFall(batch.engine.run({ ...levers, growth: value }))).toBe(true);
    expect(anyFall(batch.engine.run({ ...levers, growth: value + 0.01 }))).toBe(false);
  });

  it('has two sides, or more, in words too', () => {
    const two = { lever: 'severity', failing: [{ from: 0.2, to: 0.3 }] } as const;
    expect(edgeWords(two, shippedFile)).toEqual({ value: 0.2, text: 'a firm fails from 20% to 30%' });
    const four = { ...two, failing: [...two.failing, { from: 0.5, to: 1 }] };
    expect(edgeWords(four, shippedFile)).toEqual({
      value: 0.2,
      text: 'a firm fails from 20% to 30% and from 50%',
    });
    const many = {
      ...two,
      failing: [
        { from: 0, to: 0.1 },
        { from: 0.3, to: 0.3 },
        { from: 0.5, to: 1 },
      ],
    };
    expect(edgeWords(many, shippedFile)).toEqual({
      value: 0.1,
      text: 'a firm fails up to 10%, at 30% and here and there above',
    });
    const long = { lever: 'drought', failing: [{ from: 10, to: 32 }] } as const;
    expect(edgeWords(long, shippedFile).text).toBe('the first firm fails from 10 quarters');
  });

  it('is not looked for again while only its own dial moves', () => {
    const find = edgeFinder(batch, 'severity');
    const edge = find(levers);
    const first = batch.worlds.length;
    expect(find({ ...levers, severity: 0.2 })).toBe(edge);
    expect(batch.worlds).toHaveLength(first);
    find({ ...levers, growth: 0.7 });
    expect(batch.worlds).toHaveLength(first + 101);
  });
});
