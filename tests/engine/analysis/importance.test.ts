import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damageNames, type Run, whoMatters } from '../../../src/engine';
import { usualLevers } from '../../../src/world/dials';
import { shippedNetwork } from '../../../src/world/shipped';
import { arbLevers, arbNetwork } from '../../arbitraries/world';
import { withHermit } from '../transform';
import { countedBatch } from './counted';
import { shipped } from './shipped';

const fallen = ({ events }: Run) =>
  events.filter(({ kind }) => kind === 'failed' || kind === 'restructured').map(({ firm }) => firm);
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);

/** What a whole run loses, by name. */
function lossesOf({ quarter, losses, firm }: Run) {
  return {
    lost: sum(quarter.lost),
    cut: sum(quarter.cut),
    badDebt: sum(losses.badDebt),
    stakesLost: sum(losses.stakesLost),
    stranded: sum(losses.stranded),
    capex: -sum(firm.capex),
  };
}

const batch = await countedBatch(shippedNetwork);

describe('who matters', () => {
  it.each(shipped)('takes one run a firm and one, at the stop: $id', ({ levers }) => {
    const from = batch.worlds.length;
    const answer = whoMatters(batch, { levers });
    expect(batch.worlds).toHaveLength(from + shippedNetwork.firms.length + 1);
    expect(answer.quarter).toBe(levers.stop < 32 ? levers.stop : 8);
    expect(whoMatters(batch, { levers }, { quarter: 11 }).quarter).toBe(11);
  });

  it('says what two ordinary runs say, in any world: own and caused come to all that changes', async () => {
    await fc.assert(
      fc.asyncProperty(arbNetwork(), arbLevers(), fc.nat(31), async (network, levers, at) => {
        const quarter = at % network.quarters;
        const { engine, ...runner } = await countedBatch(network);
        const { firms } = whoMatters(runner, { levers }, { quarter });
        const plain = engine.run(levers);
        const [now, without] = [fallen(plain), lossesOf(plain)];
        const sizes = damageNames.map((name) => Math.abs(without[name]));
        for (const { firm, caused, own, ...rest } of firms) {
          const run = engine.run(levers, { forced: { firm, quarter } });
          const then = fallen(run);
          const others = (list: number[]) => list.filter((other) => other !== firm).sort((a, b) => a - b);
          expect(rest.fallen).toEqual(others(then.filter((other) => !now.includes(other))));
          expect(rest.spared).toEqual(others(now.filter((other) => !then.includes(other))));
          const knocked = lossesOf(run);
          for (const [k, name] of damageNames.entries()) {
            const apart = Math.abs(caused[name] + own[name] - (knocked[name] - without[name]));
            expect(apart).toBeLessThanOrEqual(1e-9 * Math.max(1, sizes[k], Math.abs(knocked[name])));
          }
          expect(rest.debtRank).toBeGreaterThanOrEqual(0);
          expect(rest.debtRank).toBeLessThanOrEqual(1 + 1e-12);
          expect(rest.stress[firm]).toBe(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a firm nobody deals with matters to nobody', async () => {
    await fc.assert(
      fc.asyncProperty(arbNetwork(), arbLevers(), async (network, levers) => {
        const hermit = network.firms.length;
        const runner = await countedBatch(withHermit(network));
        const { firms } = whoMatters(runner, { levers });
        const { caused, fallen: fell, spared, debtRank } = firms[hermit];
        expect({ ...caused, fell, spared, debtRank }).toEqual({
          lost: 0,
          cut: 0,
          badDebt: 0,
          stakesLost: 0,
          stranded: 0,
          capex: 0,
          fell: [],
          spared: [],
          debtRank: 0,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('knocks nobody out who is out already', () => {
    const { levers } = shipped.find(({ id }) => id === 'the-music-stops') ?? shipped[0];
    const [openai] = whoMatters(batch, { levers }, { quarter: 20 }).firms;
    expect(openai).toMatchObject({ alreadyFell: true, fallen: [], spared: [], debtRank: 0 });
    expect(damageNames.map((name) => openai.caused[name])).toEqual(damageNames.map(() => 0));
  });

  it('counts exposures between firms: arrears, dues within the horizon, orders and stakes', () => {
    const levers = usualLevers();
    const n = shippedNetwork.firms.length;
    const at = (id: string) => shippedNetwork.firms.findIndex((firm) => firm.id === id);
    const { claims, buffer } = whoMatters(batch, { levers }, { quarter: 5, horizon: 3 }).exposures;
    const run = batch.engine.run(levers);
    const expected = new Float64Array(n * n);
    shippedNetwork.contracts.forEach(({ payer, payee, start, length }, c) => {
      for (const t of [6, 7, 8]) {
        if (t >= start && t < start + length)
          expected[at(payee) * n + at(payer)] += run.contract.due[t * shippedNetwork.contracts.length + c];
      }
    });
    shippedNetwork.supply.forEach(({ buyer, supplier }, s) => {
      expected[at(supplier) * n + at(buyer)] += 3 * run.supply.ordered[5 * shippedNetwork.supply.length + s];
    });
    shippedNetwork.firms.forEach(({ openingStakes }, holder) => {
      for (const [lab, stake] of Object.entries(openingStakes)) expected[holder * n + at(lab)] += stake;
    });
    shippedNetwork.vendors.forEach(({ lab, vendor }, v) => {
      for (let t = 0; t <= 5; t++)
        expected[at(vendor) * n + at(lab)] += run.vendor.given[t * shippedNetwork.vendors.length + v];
    });
    for (const [k, claim] of expected.entries()) expect(claims[k]).toBeCloseTo(claim, 9);
    for (const [i, has] of buffer.entries()) expect(has).toBeGreaterThanOrEqual(run.firm.cash[5 * n + i]);
  });

  it('has unused credit in the buffer only where lenders would lend: one who was refused has none', async () => {
    await fc.assert(
      fc.asyncProperty(arbNetwork(), arbLevers(), async (network, levers) => {
        const runner = await countedBatch(network);
        const quarter = Math.floor(network.quarters / 2);
        const { exposures } = whoMatters(runner, { levers }, { quarter });
        const run = runner.engine.run(levers);
        const n = network.firms.length;
        for (const [i, has] of exposures.buffer.entries()) {
          const at = quarter * n + i;
          const cash = Math.max(0, run.firm.cash[at]);
          if (run.firm.unlent[at] > 1e-9) expect(has).toBeLessThanOrEqual(cash + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('forces one failure at a time', () => {
    const forced = { firm: 0, quarter: 1 };
    const world = { levers: usualLevers(), circumstances: { forced } };
    expect(() => whoMatters(batch, world)).toThrow('forced already');
    expect(() => whoMatters(batch, { levers: usualLevers() }, { quarter: 32 })).toThrow('quarter 32');
  });
});
