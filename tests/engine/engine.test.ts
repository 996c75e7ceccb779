import { describe, expect, it } from 'vitest';
import { compileCore, createEngine, type Network } from '../../src/engine';
import { usualLevers } from '../arbitraries/dials';
import { shippedNetwork } from '../arbitraries/shipped';
import { readCore } from './core';

const module = await readCore();

describe('the engine’s interface', () => {
  it('counts its runs', async () => {
    const engine = await createEngine(module, shippedNetwork());
    engine.run(usualLevers());
    engine.run(usualLevers());
    expect(engine.runs).toBe(2);
  });

  it('hands out views: the next run writes over them, another engine does not', async () => {
    const engine = await createEngine(module, shippedNetwork());
    const other = await createEngine(module, shippedNetwork());
    const plan = other.run(usualLevers());
    const planned = plan.firm.cash.slice();
    const first = engine.run(usualLevers());
    const second = engine.run(usualLevers({ stop: 0, severity: 1 }));
    expect(second.firm.cash).toEqual(first.firm.cash);
    expect(second.firm.cash).not.toEqual(planned);
    expect(plan.firm.cash).toEqual(planned);
  });

  it('keeps a log that was read, and refuses to read one that is gone', async () => {
    const engine = await createEngine(module, shippedNetwork());
    const stopped = usualLevers({ stop: 4, severity: 0.9, growth: 0.6 });
    const read = engine.run(stopped);
    const { events } = read;
    const unread = engine.run(stopped);
    engine.run(usualLevers());
    expect(read.events).toBe(events);
    expect(() => unread.events).toThrow('has run again');
  });

  it.each([
    ['a dial that is missing', { severity: undefined as unknown as number }, 'severity'],
    ['a dial that is not a number', { growth: Number.NaN }, 'growth'],
    ['building further ahead than its tables reach', { lead: 9 }, 'lead'],
    ['half a quarter of building', { lead: 2.5 }, 'lead'],
    ['more grace than its tables hold', { grace: 5 }, 'grace'],
  ])('refuses %s, and still runs afterwards', async (_, change, name) => {
    const engine = await createEngine(module, shippedNetwork());
    expect(() => engine.run(usualLevers(change))).toThrow(`"${name}"`);
    expect(engine.run(usualLevers()).firm.cash[0]).toBeGreaterThan(0);
  });

  it('refuses a network whose links name nobody', async () => {
    const network: Network = shippedNetwork();
    const contracts = [{ ...network.contracts[0], payee: 'nobody' }];
    await expect(createEngine(module, { ...network, contracts })).rejects.toThrow('"nobody"');
  });

  it('refuses a module that is not the engine', async () => {
    const empty = await compileCore(new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]));
    await expect(createEngine(empty, shippedNetwork())).rejects.toThrow('not the engine');
  });

  it('takes a network of one firm with no links at all', async () => {
    const [firm] = shippedNetwork().firms;
    const hermit = { ...firm, openingStakes: {} };
    const bare: Network = {
      quarters: 4,
      firms: [hermit],
      contracts: [],
      supply: [],
      vendors: [],
      rivals: [],
      substitution: [],
      venture: { annual: 0, growth: 0 },
    };
    const run = (await createEngine(module, bare)).run(usualLevers());
    expect(run.firm.cash).toHaveLength(4);
    expect(run.firm.cash.every(Number.isFinite)).toBe(true);
    expect(Array.from(run.quarter.mood)).toEqual([1, 1, 1, 1]);
  });
});
