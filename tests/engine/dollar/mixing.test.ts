import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMixing, mix } from '../../../src/engine/dollar/mixing';

/** `flow[i][j]`: what pot i pays into pot j; `source[i][k]`: what enters pot i in colour k. */
interface Pipes {
  readonly flow: readonly (readonly number[])[];
  readonly source: readonly (readonly number[])[];
}

function sharesOf({ flow, source }: Pipes): number[][] {
  const [pots, colours] = [flow.length, source[0].length];
  const mixing = createMixing(pots, colours);
  mixing.flow.set(flow.flat());
  mixing.source.set(source.flat());
  mix(mixing);
  return flow.map((_, i) => Array.from(mixing.shares.subarray(i * colours, (i + 1) * colours)));
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** All that comes into pot i, but for what it pays itself. */
const incoming = ({ flow, source }: Pipes, i: number) =>
  sum(source[i]) + sum(flow.map((row, j) => (j === i ? 0 : row[i])));

/** Mostly nothing, else from a millionth to a million. */
const amount = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 100 }) },
  { weight: 1, arbitrary: fc.integer({ min: -60, max: 60 }).map((tenth) => 10 ** (tenth / 10)) },
);
const table = (rows: number, columns: number) =>
  fc.array(fc.array(amount, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const arbPipes: fc.Arbitrary<Pipes> = fc
  .integer({ min: 1, max: 8 })
  .chain((pots) => fc.record({ flow: table(pots, pots), source: table(pots, 4) }));

const always = (check: (pipes: Pipes) => void) => fc.assert(fc.property(arbPipes, check), { numRuns: 1000 });

/** Which pots does money from some source reach? */
function reached({ flow, source }: Pipes): boolean[] {
  const found = source.map((row) => sum(row) > 0);
  for (let round = 0; round < flow.length; round++) {
    flow.forEach((row, i) => {
      row.forEach((paid, j) => {
        if (found[i] && paid > 0) found[j] = true;
      });
    });
  }
  return found;
}

describe('the mixing of pots that pay into one another', () => {
  it('two pots that pay each other, by hand', () => {
    // 10 red enter the first, 10 blue the second, and each pays the other 10: x = (10 + 10 y) / 20 and y = 10 x / 20.
    const [first, second] = sharesOf({
      flow: [
        [0, 10],
        [10, 0],
      ],
      source: [
        [10, 0],
        [0, 10],
      ],
    });
    expect(first[0]).toBeCloseTo(2 / 3, 15);
    expect(second[0]).toBeCloseTo(1 / 3, 15);
  });

  it('shares are not negative, and sum to 1 wherever money from a source comes', () =>
    always((pipes) => {
      const found = reached(pipes);
      sharesOf(pipes).forEach((shares, i) => {
        expect(shares.every((share) => share >= 0)).toBe(true);
        // Traced in full, if every pot that pays has money from a source.
        if (found.every((is, j) => is || sum(pipes.flow[j]) === 0) && found[i])
          expect(Math.abs(sum(shares) - 1)).toBeLessThan(1e-12);
        if (!found[i]) expect(sum(shares)).toBe(0);
      });
    }));

  it('every colour balances in every pot', () =>
    always((pipes) => {
      const shares = sharesOf(pipes);
      shares.forEach((row, i) => {
        row.forEach((share, k) => {
          const came = pipes.source[i][k] + sum(pipes.flow.map((paid, j) => (j === i ? 0 : paid[i] * shares[j][k])));
          expect(Math.abs(share * incoming(pipes, i) - came)).toBeLessThanOrEqual(1e-12 * incoming(pipes, i));
        });
      });
    }));

  it('merging two colours adds their shares', () =>
    always(({ flow, source }) => {
      const apart = sharesOf({ flow, source });
      const merged = sharesOf({ flow, source: source.map(([a, b, ...rest]) => [a + b, ...rest]) });
      merged.forEach(([both], i) => {
        expect(Math.abs(both - (apart[i][0] + apart[i][1]))).toBeLessThan(1e-12);
      });
    }));

  it('does not depend on the unit, to the bit for powers of two', () =>
    always(({ flow, source }) => {
      const times = (rows: Pipes['flow']) => rows.map((row) => row.map((value) => 1024 * value));
      expect(sharesOf({ flow: times(flow), source: times(source) })).toEqual(sharesOf({ flow, source }));
    }));

  it('the order of the pots only moves the answers', () =>
    always(({ flow, source }) => {
      const turn = <T>(list: readonly T[]) => [...list].reverse();
      const there = turn(sharesOf({ flow: turn(flow).map(turn), source: turn(source) }));
      sharesOf({ flow, source }).forEach((shares, i) => {
        shares.forEach((share, k) => {
          expect(Math.abs(share - there[i][k])).toBeLessThan(1e-12);
        });
      });
    }));

  it('where no money goes round, it is the sum over all paths from the sources', () =>
    always(({ flow, source }) => {
      const pipes = { flow: flow.map((row, i) => row.map((paid, j) => (j > i ? paid : 0))), source };
      /** What of colour k comes into pot i: at its own source, and along every path that ends there. */
      const along = (i: number, k: number): number =>
        source[i][k] + sum(pipes.flow.map((row, j) => (row[i] > 0 ? (along(j, k) * row[i]) / incoming(pipes, j) : 0)));
      fc.pre(pipes.flow.every((row, i) => sum(row) === 0 || incoming(pipes, i) > 0));
      sharesOf(pipes).forEach((shares, i) => {
        const all = incoming(pipes, i);
        shares.forEach((share, k) => {
          expect(Math.abs(share - (all > 0 ? along(i, k) / all : 0))).toBeLessThan(1e-12);
        });
      });
    }));

  it('stays exact when a thousandth of a dollar feeds a circle of a trillion', () => {
    const flow = [
      [0, 1e12, 0],
      [0, 0, 1e12],
      [1e12, 0, 0],
    ];
    const source = [
      [1e-3, 0],
      [0, 3e-3],
      [0, 0],
    ];
    for (const [red, blue] of sharesOf({ flow, source })) {
      expect(red).toBeCloseTo(1 / 4, 14);
      expect(red + blue).toBeCloseTo(1, 14);
    }
  });
});
