import { describe, expect, it } from 'vitest';
import { createEngine, type Dollar, followTheDollar, type Origins } from '../../../src/engine';
import { usualLevers } from '../../arbitraries/dials';
import { shippedNetwork } from '../../arbitraries/shipped';
import { readCore } from '../core';
import { networkByHand, runByHand } from './by-hand';

/** The composition of a pot, by the name of the colour (a vendor's by its index). */
function pot({ colours, pots }: Dollar, firms: number, t: number, i: number): Record<string, number> {
  const row = (t * firms + i) * colours.length;
  return Object.fromEntries(colours.map(({ kind, firm }, k) => [firm ?? kind, pots[row + k]]));
}

/** All origins of one number. */
const at = (origins: Origins['quarter'], k: number) =>
  Object.fromEntries(Object.entries(origins).map(([name, values]) => [name, values[k]]));

/** Equal but for rounding. */
function expectClose(actual: Record<string, number>, expected: Record<string, number>) {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, value] of Object.entries(expected)) expect(actual[name], name).toBeCloseTo(value, 12);
}

/** A cloud funds a lab that pays it, and buys from a chip maker that funds nobody. Two quarters, checked with pencil and paper. */
const ring = networkByHand(
  { lab: { cash: 10, lab: true }, cloud: { cash: 20 }, chips: {} },
  {
    contracts: [{ payer: 'lab', payee: 'cloud', total: 45, start: 0, length: 2 }],
    supply: [{ buyer: 'cloud', supplier: 'chips', share: 1, of: 'capex' }],
    vendors: [{ lab: 'lab', vendor: 'cloud', weight: 1 }],
  },
  2,
);
const ringRun = runByHand(ring, {
  firm: {
    own: [
      [10, 20, 0],
      [30, 0, 0],
    ],
    investors: [
      [10, 0, 0],
      [0, 0, 0],
    ],
    // The lab holds 40 and pays 20 and costs of 10; then it holds 40 again, and pays 25 and costs of 15.
    costs: [
      [10, 15, 15],
      [15, 45, 0],
    ],
    cash: [
      [10, 20, 0],
      [0, 0, 0],
    ],
  },
  contract: { paid: [[20], [25]] },
  supply: { paid: [[15], [0]] },
  vendor: { given: [[10], [0]] },
});

describe('a dollar followed by hand', () => {
  const dollar = followTheDollar(ringRun);

  it('mixes what stood in a pot with what came in', () => {
    expect(dollar.colours).toEqual([
      { kind: 'customers' },
      { kind: 'investors' },
      { kind: 'lenders' },
      { kind: 'opening' },
      { kind: 'vendor', firm: 1 },
    ]);
    expectClose(pot(dollar, 3, 0, 0), { customers: 1 / 4, investors: 1 / 4, lenders: 0, opening: 1 / 4, 1: 1 / 4 });
    const cloud = { customers: 25 / 60, investors: 5 / 60, lenders: 0, opening: 25 / 60, 1: 5 / 60 };
    expectClose(pot(dollar, 3, 0, 1), cloud);
    expectClose(pot(dollar, 3, 0, 2), cloud);
  });

  it('carries what is left in a pot into the next quarter, and an empty pot has no colours', () => {
    const old = 2.5 / 40;
    expectClose(pot(dollar, 3, 1, 0), { customers: 32.5 / 40, investors: old, lenders: 0, opening: old, 1: old });
    expectClose(pot(dollar, 3, 1, 2), { customers: 0, investors: 0, lenders: 0, opening: 0, 1: 0 });
  });

  it('says where the money of a contract came from, with both bounds on what came home', () => {
    const rest = { vendors: 0, lenders: 0 };
    const quarter = { ...rest, own: 5, investors: 5, customers: 5, opening: 5, ownFirst: 10, ownLast: 0 };
    expectClose(at(dollar.contract.quarter, 0), quarter);
    const old = 25 / 16;
    const next = { ...rest, own: old, investors: old, customers: 20 + old / 5, opening: old, ownFirst: 0, ownLast: 0 };
    expectClose(at(dollar.contract.quarter, 1), next);
    expectClose(at(dollar.contract.run, 0), {
      ...Object.fromEntries(Object.entries(quarter).map(([name, x]) => [name, x + next[name as keyof typeof next]])),
    });
  });

  it('says of orders too; a payee that funds nobody has no cheque to come home', () => {
    expectClose(at(dollar.supply.run, 0), {
      own: 0,
      vendors: 1.25,
      investors: 1.25,
      customers: 6.25,
      lenders: 0,
      opening: 6.25,
      ownFirst: 0,
      ownLast: 0,
    });
  });

  it('counts the dollars booked per dollar from outside', () => {
    expect(dollar.quarters).toEqual([
      { booked: 35, outside: 40, perOutsideDollar: 35 / 40 },
      { booked: 25, outside: 30, perOutsideDollar: 25 / 30 },
    ]);
    expect(dollar.total).toEqual({ booked: 60, outside: 70, perOutsideDollar: 60 / 70 });
  });
});

describe('the bounds by hand', () => {
  const network = networkByHand(
    { lab: { lab: true }, cloud: { cash: 60 } },
    {
      contracts: [{ payer: 'lab', payee: 'cloud', total: 40, start: 0, length: 2 }],
      supply: [{ buyer: 'lab', supplier: 'cloud', share: 1, of: 'capex' }],
      vendors: [{ lab: 'lab', vendor: 'cloud', weight: 1 }],
    },
    2,
  );
  const run = runByHand(network, {
    // A cheque of 30 and 10 from customers; 35 go to the cloud by two ways and 5 are left; then 5 more come in, and 10 are paid.
    firm: {
      own: [
        [10, 0],
        [5, 0],
      ],
      cash: [
        [5, 65],
        [0, 75],
      ],
    },
    contract: { paid: [[28], [10]] },
    supply: { paid: [[7], [0]] },
    vendor: { given: [[30], [0]] },
  });
  const { contract, supply } = followTheDollar(run);

  it('what must come home does, by each way its part, and what is kept back is carried', () => {
    // First: all 30. Last: the 10 of the customers pay first and the 5 that stay are of the cheque, so 25; and the other 5 in the next quarter.
    expect(Array.from(contract.quarter.ownFirst)).toEqual([24, 0]);
    expect(Array.from(supply.quarter.ownFirst)).toEqual([6, 0]);
    expect(Array.from(contract.quarter.ownLast)).toEqual([20, 5]);
    expect(Array.from(supply.quarter.ownLast)).toEqual([5, 0]);
    expect(contract.quarter.own[0] + supply.quarter.own[0]).toBeCloseTo(35 * (30 / 40), 12);
  });

  it('in the end they agree where nothing was spent elsewhere', () => {
    for (const name of ['own', 'ownFirst', 'ownLast'] as const) {
      expect(contract.run[name][0] + supply.run[name][0]).toBeCloseTo(30, 12);
    }
  });
});

describe('what failure does to the pots', () => {
  // A lab fails holding 8: its payee recovers 3. A builder is restructured with its cash overdrawn by 4; its least cash is 6. A second payee recovers 5, and is overdrawn by 2.
  const network = networkByHand(
    { lab: { lab: true, cash: 8 }, cloud: { cash: 1 }, builder: { cash: 0, minCash: 6 }, other: { cash: 0 } },
    {
      contracts: [
        { payer: 'lab', payee: 'cloud', total: 9, start: 0, length: 2 },
        { payer: 'lab', payee: 'other', total: 9, start: 0, length: 2 },
      ],
    },
    2,
  );
  const run = runByHand(network, {
    firm: {
      own: [
        [0, 1, 0, 0],
        [7, 1, 3, 1],
      ],
      cash: [
        [8, 2, -4, -2],
        [7, 6, 9, 4],
      ],
      status: [
        [2, 0, 1, 0],
        [2, 0, 1, 0],
      ],
    },
    contract: {
      recovered: [
        [3, 5],
        [0, 0],
      ],
    },
  });
  const dollar = followTheDollar(run);

  it('the pot of a failed firm is gone', () => {
    expectClose(pot(dollar, 4, 0, 0), { customers: 0, investors: 0, lenders: 0, opening: 1 });
    expectClose(pot(dollar, 4, 1, 0), { customers: 1, investors: 0, lenders: 0, opening: 0 });
  });

  it('what is recovered is creditors’ money', () => {
    expectClose(pot(dollar, 4, 1, 1), { customers: 2 / 6, investors: 0, lenders: 3 / 6, opening: 1 / 6 });
  });

  it('creditors fill the pot of a restructured firm, and forgive what was overdrawn', () => {
    expectClose(pot(dollar, 4, 1, 2), { customers: 3 / 9, investors: 0, lenders: 6 / 9, opening: 0 });
  });

  it('an unpaid bill takes what comes in first', () => {
    expectClose(pot(dollar, 4, 1, 3), { customers: 1 / 4, investors: 0, lenders: 3 / 4, opening: 0 });
  });

  it('all of it counts as money from outside, in the quarter of the fall', () => {
    expect(dollar.quarters.map(({ outside }) => outside)).toEqual([1 + 3 + 6 + 5, 12]);
  });
});

it('a cheque that is lost with its lab comes home by no policy', () => {
  const network = networkByHand(
    { lab: { lab: true }, cloud: { cash: 30 } },
    {
      supply: [{ buyer: 'lab', supplier: 'cloud', share: 1, of: 'capex' }],
      vendors: [{ lab: 'lab', vendor: 'cloud', weight: 1 }],
    },
    2,
  );
  // The lab fails with the cheque of 30 in its pot. What it pays afterwards it has from others.
  const run = runByHand(network, {
    firm: {
      own: [
        [0, 0],
        [10, 0],
      ],
      cash: [
        [30, 0],
        [0, 10],
      ],
      status: [
        [2, 0],
        [2, 0],
      ],
    },
    supply: { paid: [[0], [10]] },
    vendor: { given: [[30], [0]] },
  });
  const { quarter } = followTheDollar(run).supply;
  expectClose(at(quarter, 1), {
    own: 0,
    vendors: 0,
    investors: 0,
    customers: 10,
    lenders: 0,
    opening: 0,
    ownFirst: 0,
    ownLast: 0,
  });
});

it('the answer stays when the engine runs again', async () => {
  const engine = await createEngine(await readCore(), shippedNetwork());
  const dollar = followTheDollar(engine.run(usualLevers({ stop: 4, severity: 0.9, growth: 0.6 })));
  const before = structuredClone(dollar);
  engine.run(usualLevers());
  expect(dollar).toEqual(before);
});
