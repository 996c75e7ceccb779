import { describe, expect, it } from 'vitest';
import { type Exposure, expose, near, rank } from './debtrank-cases';

describe('DebtRank by hand', () => {
  // 1 has a claim of 5 on 0, 2 one of 4 on 1, 0 one of 3 on 2; everybody's buffer is 10.
  const ring: Exposure = {
    claims: [
      [0, 0, 3],
      [5, 0, 0],
      [0, 4, 0],
    ],
    buffer: [10, 10, 10],
    shock: [0.5, 0, 0],
    cap: true,
  };

  it('goes round a ring: once with a single hit, for ever with linear stress', async () => {
    // 0.5, half of it is 0.25, four tenths of that 0.1; the last three tenths come back to 0, and there it ends.
    near((await rank(ring, { mode: 'single' })).stress, [0.53, 0.25, 0.1]);
    // With linear stress h0 = 0.5 + 0.3 * 0.4 * 0.5 * h0, so h0 = 0.5 / 0.94.
    const first = 0.5 / 0.94;
    const linear = await rank(ring);
    near(linear.stress, [first, first / 2, first / 5]);
    // All weigh the same: a third of all stress that was not there at first.
    expect(linear.value).toBeCloseTo((first * 1.7 - 0.5) / 3, 12);
    near(linear.losses, [10 * first, 5 * first, 2 * first]);
  });

  it('weighs nodes as told', async () => {
    const { value } = await rank(ring, { weights: [0, 2, 6] });
    expect(value).toBeCloseTo((0.25 * 0.25 + 0.75 * 0.1) / 0.94, 12);
  });

  it('freezes a node that has passed stress on, if told', async () => {
    near((await rank(ring, { mode: 'single', frozen: true })).stress, [0.5, 0.25, 0.1]);
  });

  it('caps what a single claim can cost, or not', async () => {
    // 1 has a buffer of 2 and a claim of 8 on 0, which loses a quarter: 2 of 8 is the whole buffer, a quarter of the capped 2 is a quarter.
    const large = {
      claims: [
        [0, 0],
        [8, 0],
      ],
      buffer: [10, 2],
      shock: [0.25, 0],
    };
    near((await rank({ ...large, cap: true })).stress, [0.25, 0.25]);
    near((await rank({ ...large, cap: false })).stress, [0.25, 1]);
  });

  it('counts losses up to the buffer, or beyond it', async () => {
    // 1 loses half of 8 with a buffer of 2. The other 2 are lost by whoever lent to 1.
    const large = {
      claims: [
        [0, 0],
        [8, 0],
      ],
      buffer: [10, 2],
      shock: [0.5, 0],
      cap: false,
    };
    near((await rank(large)).losses, [5, 2]);
    near((await rank(large, { losses: 'uncapped' })).losses, [5, 4]);
    near((await rank(large, { mode: 'single', losses: 'uncapped' })).losses, [5, 4]);
  });

  it('saturates where every loss comes back larger, but only where the shock reaches', async () => {
    // 0 and 1 lose more to each other than they have lost; 2 and 3 would as well, but nobody has started them.
    const claims = [
      [0, 6, 0, 0],
      [6, 0, 0, 0],
      [0, 0, 0, 6],
      [1, 0, 6, 0],
    ];
    const buffer = [5, 5, 5, 5];
    near((await rank({ claims, buffer, shock: [0.001, 0, 0, 0], cap: false })).stress, [1, 1, 1, 1]);
    near(
      (await rank({ claims: claims.map((r) => [0, ...r.slice(1)]), buffer, shock: [0, 0.001, 0, 0], cap: false }))
        .stress,
      [0.0012, 0.001, 0, 0],
    );
    near((await rank({ claims, buffer, shock: [0, 0, 0.001, 0], cap: false })).stress, [0, 0, 1, 1]);
  });

  it('may do less harm with a larger shock if there is a single hit only', async () => {
    // 1 is hit by 0 and passes that on to 2. If it is slightly distressed from the beginning, it has used its hit before.
    const claims = [
      [0, 0, 0],
      [10, 0, 0],
      [0, 10, 0],
    ];
    const one = { claims, buffer: [10, 10, 10], cap: true };
    near((await rank({ ...one, shock: [0.8, 0, 0] }, { mode: 'single' })).stress, [0.8, 0.8, 0.8]);
    near((await rank({ ...one, shock: [0.8, 0.1, 0] }, { mode: 'single' })).stress, [0.8, 0.9, 0.1]);
    near((await rank({ ...one, shock: [0.8, 0.1, 0] })).stress, [0.8, 0.9, 0.9]);
  });

  it('refuses what makes no sense', async () => {
    const one = {
      claims: [
        [0, 1],
        [0, 0],
      ],
      buffer: [1, 1],
      shock: [0, 0],
      cap: true,
    };
    await expect(expose({ ...one, buffer: [1, 0] })).rejects.toThrow('The buffer of node 1 must be above 0, not 0.');
    await expect(rank({ ...one, shock: [0, 1.5] })).rejects.toThrow(
      'The shock of node 1 must be from 0 to 1, not 1.5.',
    );
    await expect(rank(one, { weights: [0, 0] })).rejects.toThrow('The weights must not all be 0.');
    await expect(rank(one, { weights: [1, -1] })).rejects.toThrow('The weight of node 1 must not be negative');
    await expect(rank(one, { frozen: true })).rejects.toThrow('Only with a single hit can a node be frozen.');
  });
});
