import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateOutcomes, createBatch, createEngine, followTheDollar, type Levers } from '../../src/engine';
import { resultsOf } from '../../src/engine/batch/results';
import { WorldView } from '../../src/engine/futures/claim';
import { futureOf } from '../../src/views/claim-view';
import { essayClaimIds, verdictsOf } from '../../src/views/claims';
import { chequeReads, chequesOf } from '../../src/world/claim-cheques';
import { place } from '../../src/world/claim-measures';
import { trialOf, type Verdict } from '../../src/world/claim-verdict';
import { claims, type EssayClaimId, premiseOf } from '../../src/world/claims';
import { purePlays } from '../../src/world/claims-cascade';
import { decode } from '../../src/world/link';
import { nearestWorld } from '../../src/world/nearest-world';
import { shippedFile, shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { readCore, readLanes } from '../engine/core';

const core = await readCore();
const lanes = await readLanes();
const engine = await createEngine(core, shippedNetwork);
const batch = await createBatch(lanes, shippedNetwork);

const leversOf = (query: string): Levers => {
  const { levers, refused } = decode(query, shippedFile);
  expect(refused).toEqual([]);
  return levers;
};
const verdicts = (query: string) => verdictsOf(engine.run(leversOf(query)));

/** How the claims stand in the shipped worlds, a letter for each, in the order of content/worlds.json: H holds, F false, - not tested. */
const shipped: Readonly<Record<EssayClaimId, string>> = {
  'half-of-backlog': 'HFHHHHHF',
  'burners-cannot-self-fund': 'HHHHHHHH',
  'race-against-funding': '--FFFFF-',
  'compute-outgrows-revenue': 'FFHHHHFF',
  'microsoft-loop': 'FFFFFFFF',
  'amazon-diversified': '--HH--H-',
  'google-conflict': 'FFFFFFFH',
  'meta-independent': 'HHHHHHHH',
  'tsmc-insulated': 'HHFFFFFH',
  'oracle-exposed': '--HH--H-',
  'ponzi-shaped': 'FFHHHHHF',
  'breaks-rapidly': '--FF--F-',
  'microsoft-best-placed': '--FF--F-',
  'amazon-survives-bankruptcies': '--------',
  'google-buffered': 'FFHHFFHF',
  'labs-most-vulnerable': '--HH--H-',
  'bad-debt-massive': '--FF--F-',
  'diversified-survive': '--HH--H-',
  'demand-outlives-firms': '--HH--H-',
};

/** For each claim a world in which it holds and one in which it is false. Two dials or so, where two are enough. */
const reached: Readonly<Record<EssayClaimId, readonly [holds: string, fails: string]>> = {
  'half-of-backlog': ['v=1', 'growth=1.2'],
  'burners-cannot-self-fund': ['v=1', 'compute=0'],
  'race-against-funding': ['stop=2028Q3&severity=1&runway=0', 'stop=2027Q1'],
  'compute-outgrows-revenue': ['compute=1.5', 'v=1'],
  'microsoft-loop': ['ramp=0', 'v=1'],
  'amazon-diversified': ['stop=2027Q2&severity=1', 'stop=2026Q3&ramp=0'],
  'google-conflict': ['substitution=0.4', 'v=1'],
  'meta-independent': ['v=1', 'stop=2026Q3&supply=0&heal=0'],
  'tsmc-insulated': ['v=1', 'lead=1'],
  'oracle-exposed': ['stop=2027Q2&severity=1', 'runway=0&ramp=0&lock=1'],
  'ponzi-shaped': ['runway=0', 'v=1'],
  'breaks-rapidly': ['stop=2026Q3&grace=0&lead=2&lock=1', 'stop=2026Q3&ramp=1'],
  'microsoft-best-placed': ['stop=2026Q3&severity=1&growth=0&ramp=0.71&lead=1&heal=0', 'stop=2027Q2&severity=1'],
  'amazon-survives-bankruptcies': [
    'supply=0&vendorShare=0&growth=0',
    'supply=0&growth=0&runway=0&caution=0&lock=1&credit=1&migration=0',
  ],
  'google-buffered': ['stop=2027Q2&severity=1', 'v=1'],
  'labs-most-vulnerable': ['stop=2027Q2&severity=1', 'ramp=0.72'],
  'bad-debt-massive': ['stop=2031Q1&severity=1&growth=0&grace=4&friction=0.5', 'stop=2027Q2&severity=1'],
  'diversified-survive': ['stop=2027Q2&severity=1', 'ramp=0.72'],
  'demand-outlives-firms': ['stop=2027Q2&severity=1', 'growth=0&runway=0&ramp=1'],
};

const letters: Readonly<Record<Verdict, string>> = { holds: 'H', fails: 'F', untested: '-', silent: '?' };

describe('the claims of the essay', () => {
  it('stand in the shipped worlds as they are known to', () => {
    const found = Object.fromEntries(essayClaimIds.map((id) => [id, '']));
    for (const { query } of shippedWorlds.worlds) {
      for (const [id, verdict] of Object.entries(verdicts(query))) found[id] += letters[verdict];
    }
    expect(found).toEqual(shipped);
  });

  it.each(essayClaimIds)('%s can be true and can be false', (id) => {
    const [holds, fails] = reached[id];
    expect(verdicts(holds)[id]).toBe('holds');
    expect(verdicts(fails)[id]).toBe('fails');
  });

  it('are not tested just where their premise does not hold', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const run = engine.run(levers);
        const stand = verdictsOf(run);
        for (const id of essayClaimIds) {
          const premise = premiseOf(id);
          const happens = !premise || claims[premise].on(shippedNetwork)(futureOf(run, claims[premise].reads));
          expect(stand[id] === 'untested').toBe(!happens);
          expect(claims[id].on(shippedNetwork)(futureOf(run, claims[id].reads))).toBe(stand[id] === 'holds');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say the same of a world in a batch as of the reader’s run', () => {
    const trials = essayClaimIds.map((id) => trialOf(id, shippedNetwork));
    const reads = [...new Set(trials.flatMap((trial) => trial.reads))];
    fc.assert(
      fc.property(fc.array(arbLevers(), { minLength: 1, maxLength: 9 }), (worlds) => {
        const outcomes = allocateOutcomes(shippedNetwork, worlds.length, reads);
        batch.run(
          worlds.map((levers) => ({ levers })),
          outcomes,
        );
        const view = new WorldView(resultsOf(outcomes), reads);
        worlds.forEach((levers, row) => {
          view.moveTo(row);
          const stand = verdictsOf(engine.run(levers));
          expect(trials.map(({ verdict }) => verdict(view))).toEqual(essayClaimIds.map((id) => stand[id]));
        });
      }),
      { numRuns: 25 },
    );
  });

  it('are silent in a network without the firm they are about', () => {
    const firms = shippedNetwork.firms.filter(({ id }) => id !== 'meta');
    expect(
      trialOf('meta-independent', { ...shippedNetwork, firms }).verdict(futureOf(engine.run(leversOf('v=1')))),
    ).toBe('silent');
  });

  it('know who lives on the loop', () => {
    expect(purePlays(shippedNetwork).map((i) => shippedNetwork.firms[i].id)).toEqual(['openai', 'anthropic', 'nvidia']);
  });
});

describe('a cheque followed by itself', () => {
  it('comes home as it does when all pots are solved at once', () => {
    const vendor = place(shippedNetwork, 'microsoft');
    const follow = chequesOf(shippedNetwork, vendor);
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const run = engine.run(levers);
        const { home } = follow(futureOf(run, chequeReads));
        const { own } = followTheDollar(run).contract.run;
        const all = shippedNetwork.contracts.reduce(
          (sum, { payee }, c) => (payee === 'microsoft' ? sum + own[c] : sum),
          0,
        );
        expect(Math.abs(home - all)).toBeLessThan(1e-9 * Math.max(1, all));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the nearest world in which a claim stands otherwise', () => {
  const named = shippedWorlds.worlds.map(({ name, query }) => ({ name, levers: leversOf(query) }));
  const ask = (id: EssayClaimId, want: Verdict, query: string) => nearestWorld(batch, id, want, leversOf(query), named);

  it('is one, for every claim that holds or fails in the opening world', () => {
    const { query } = shippedWorlds.worlds.find(({ id }) => id === shippedWorlds.opening) ?? { query: '' };
    const stand = verdicts(query);
    let found = 0;
    for (const id of essayClaimIds) {
      const want = stand[id] === 'holds' ? 'fails' : 'holds';
      const near = ask(id, want, query);
      if (!near) continue;
      found += 1;
      expect(verdictsOf(engine.run(near.levers))[id]).toBe(want);
    }
    expect(found).toBeGreaterThan(10);
  });

  it('turns one dial and no further than is needed', () => {
    const near = ask('google-conflict', 'holds', 'v=1');
    expect(near?.dial).toBe('substitution');
    const { substitution } = near?.levers ?? leversOf('v=1');
    expect(verdicts(`substitution=${substitution}`)['google-conflict']).toBe('holds');
    expect(verdicts(`substitution=${(substitution - 0.01).toFixed(2)}`)['google-conflict']).toBe('fails');
  });
});
