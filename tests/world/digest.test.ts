import { describe, expect, it } from 'vitest';
import { createEngine, type Run } from '../../src/engine';
import { usualLevers } from '../../src/world/dials';
import { digestOf } from '../../src/world/digest';
import { shippedNetwork } from '../../src/world/shipped';
import { readCore } from '../engine/core';

const core = await readCore();
const levers = { ...usualLevers(), stop: 4, severity: 0.9, growth: 0.6 };

/** A copy of a run in which one number may be changed. */
function copied(run: Run): Run {
  const copy = <T extends object>(group: T) =>
    Object.fromEntries(
      Object.entries(group).map(([name, series]: [string, Float64Array]) => [name, series.slice()]),
    ) as T;
  const { firm, quarter, contract, supply, vendor, losses } = run;
  return {
    ...run,
    firm: copy(firm),
    quarter: copy(quarter),
    contract: copy(contract),
    supply: copy(supply),
    vendor: copy(vendor),
    losses: copy(losses),
    events: [...run.events],
  };
}

describe('the digest of a run', () => {
  it('is the same for the same run of another engine, and short', async () => {
    const [one, other] = await Promise.all([createEngine(core, shippedNetwork), createEngine(core, shippedNetwork)]);
    other.run(usualLevers());
    const digest = digestOf(one.run(levers));
    expect(digestOf(other.run(levers))).toBe(digest);
    expect(digest).toMatch(/^[0-9a-z]{1,7}$/);
  });

  it('sees the last bit of any series, and of the log', async () => {
    const run = (await createEngine(core, shippedNetwork)).run(levers);
    const digest = digestOf(run);
    const flip = (series: Float64Array, at: number) => {
      const bits = new Uint32Array(series.buffer, series.byteOffset, series.length * 2);
      bits[2 * at] = (bits[2 * at] ?? 0) ^ 1;
    };
    for (const group of ['firm', 'quarter', 'contract', 'supply', 'vendor', 'losses'] as const) {
      for (const name of Object.keys(run[group])) {
        const other = copied(run);
        const series: Float64Array = Reflect.get(other[group], name);
        for (const at of [0, series.length - 1]) {
          flip(series, at);
          expect(digestOf(other), `${group}.${name}[${at}]`).not.toBe(digest);
          flip(series, at);
        }
      }
    }
    const [first, ...rest] = run.events;
    if (!first) throw new Error('Nothing happens in this world');
    expect(digestOf({ ...run, events: [{ ...first, amount: first.amount * (1 + Number.EPSILON) }, ...rest] })).not.toBe(
      digest,
    );
  });
});
