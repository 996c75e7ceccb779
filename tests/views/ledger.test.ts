import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../src/engine';
import { answerAtOnce } from '../../src/engine/futures';
import { money } from '../../src/views/claim-facts';
import { oddsSentence, oddsWords, worldsOf } from '../../src/views/claim-odds';
import { claimsInOrder } from '../../src/views/claim-words';
import { essayClaimIds, verdictsOf } from '../../src/views/claims';
import { demandIn } from '../../src/views/demand';
import { demandFinding } from '../../src/views/demand-words';
import { guessFinding, guessWords } from '../../src/views/guess-words';
import {
  type LedgerGroup,
  ledgerCounts,
  ledgerFinding,
  ledgerOdds,
  ledgerOf,
  ledgerReader,
} from '../../src/views/ledger';
import { worldName } from '../../src/views/near-words';
import { reckoning } from '../../src/views/reckoning';
import { claims } from '../../src/world/claims';
import { usualLevers } from '../../src/world/dials';
import { toFutures } from '../../src/world/futures';
import { shippedFutures, shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { readLanes } from '../engine/core';
import { cast, hostsFall, plan, runOf, runOfWorld } from './shipped-runs';

const firmOf = (id: string) => cast.firms.findIndex((firm) => firm.id === id);

describe('the ledger', () => {
  it('has every claim once, in the group in which it stands, in the order of the file', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const run = runOf(levers);
        const groups = ledgerOf(run, cast);
        expect(groups.map(({ verdict }) => verdict)).toEqual(['holds', 'fails', 'untested']);
        const listed = groups.flatMap(({ claims: some }) => some.map(({ id }) => id));
        expect([...listed].sort()).toEqual([...essayClaimIds].sort());
        for (const { verdict, claims: some } of groups) {
          const places = some.map(({ id }) => claimsInOrder.indexOf(id));
          expect(places).toEqual([...places].sort((a, b) => a - b));
          for (const { id } of some) expect(verdictsOf(run)[id]).toBe(verdict);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('counts them in a sentence', () => {
    expect(ledgerCounts(['holds', 'fails', 'holds', 'untested', 'fails'])).toBe(
      '2 of 5 claims hold, 2 are false and 1 is not put to the test',
    );
    const finding = ledgerFinding(ledgerOf(runOfWorld('the-music-stops'), cast));
    expect(finding).toMatch(new RegExp(`^In this world \\d+ of ${claimsInOrder.length} claims hold, .*\\.$`));
    expect(ledgerFinding([])).toBe('In this world none of 0 claims hold and none are false.');
  });

  it('tells a hand on its way how each claim stands, and what was measured when it comes to rest', () => {
    const read = ledgerReader(cast);
    const standing = (groups: readonly LedgerGroup[]) =>
      new Map(groups.flatMap(({ claims: some }) => some.map((said) => [said.id, said] as const)));
    const [from, to] = [0.6, 1.2].map((growth) => ({ ...runOfWorld('the-music-stops').levers, growth }));
    const first = standing(read(runOf(from), true));
    const turned = runOf(to);
    const passing = read(turned, false);
    const now = standing(ledgerOf(turned, cast));
    for (const [id, said] of standing(passing)) {
      expect(said.verdict).toBe(now.get(id)?.verdict);
      expect(said).toEqual(first.get(id)?.verdict === said.verdict ? first.get(id) : now.get(id));
    }
    expect(read(turned, false)).toBe(passing);
    const settled = read(turned, true);
    expect(settled).toEqual(ledgerOf(turned, cast));
    expect(settled).not.toEqual(passing);
  });

  it('has the odds of futures: a claim holds at most where it is tested', async () => {
    const batch = await createBatch(await readLanes(), shippedNetwork);
    const run = runOfWorld('the-music-stops');
    const findings = answerAtOnce(batch, claims, {
      futures: toFutures(shippedFutures, run.levers, cast),
      count: 128,
      columns: [],
      claims: Object.keys(claims),
    });
    const odds = ledgerOdds(findings);
    expect(odds.size).toBe(essayClaimIds.length);
    for (const { tested, holds } of odds.values()) {
      expect(holds).toBeGreaterThanOrEqual(0);
      expect(holds).toBeLessThanOrEqual(tested);
      expect(tested).toBeLessThanOrEqual(1);
    }
    expect(odds.get('labs-most-vulnerable')?.tested).toBe(findings.odds('some-firm-falls').value);
  });

  it('says odds as worlds of a hundred, and neither all nor none where there is an exception', () => {
    expect([0, 0.001, 0.374, 0.999, 1].map(worldsOf)).toEqual(['none', 'hardly any', '37', 'nearly all', 'all']);
    expect(oddsSentence({ tested: 1, holds: 0.5, premise: false }, true)).toBe('It holds in 50 of 100 futures.');
    expect(oddsSentence({ tested: 0.6, holds: 0.2, premise: true }, true)).toBe(
      'It is put to the test in 60 of 100 futures, and holds in 20.',
    );
    expect(oddsSentence({ tested: 0, holds: 0, premise: true }, true)).toBe('It is never put to the test.');
    expect(oddsSentence({ tested: 0.001, holds: 0.001, premise: true }, true)).toBe(
      'It is put to the test in hardly any future, and holds whenever it is.',
    );
    expect(oddsSentence({ tested: 0.999, holds: 0, premise: true }, true)).toBe(
      'It is put to the test in nearly every future, and never holds.',
    );
    expect(oddsSentence({ tested: 1, holds: 0.999, premise: false }, true)).toBe('It holds in nearly every future.');
    expect(oddsSentence({ tested: 1, holds: 1, premise: false }, false)).toBe('So far it holds in every future.');
  });

  it('says them in a few words beside a bar', () => {
    const words = (tested: number, holds: number) => oddsWords({ tested, holds, premise: true }).join(' ').trim();
    expect(words(0, 0)).toBe('never tested');
    expect(words(0.004, 0.001)).toBe('hardly ever tested');
    expect(words(0.86, 0)).toBe('none of 86 tested');
    expect(words(0.86, 0.86)).toBe('all 86 tested');
    expect(words(1, 0)).toBe('none');
    expect(words(0.999, 0.5)).toBe('50');
    expect(oddsWords({ tested: 1, holds: 1, premise: false })).toEqual(['all', '']);
  });

  it('names a near world by its dial, or by its name', () => {
    const levers = { ...usualLevers(), growth: 0.5 };
    expect(worldName({ levers, dial: 'growth' }, cast)).toBe('“Growth of the labs: 50% of plan”');
    expect(worldName({ levers, name: 'Slow leak' }, cast)).toBe('the world “Slow leak”');
  });
});

describe('demand', () => {
  it('is all that the labs sell until the first of them falls, in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const run = runOf(levers);
        const { total, servers, fall } = demandIn(run);
        const firms = cast.firms.length;
        for (let t = 0; t <= (fall?.t ?? cast.quarters - 1); t++) {
          const sold = cast.firms.reduce(
            (sum, { role }, i) => (role === 'lab' ? sum + run.firm.own[t * firms + i] : sum),
            0,
          );
          expect(Math.abs(total[t] - sold)).toBeLessThan(1e-9 * Math.max(1, sold));
        }
        for (const { gets } of servers) expect(Math.min(...gets)).toBeGreaterThanOrEqual(0);
        if (fall)
          expect(servers.find(({ firm }) => firm === fall.firm)?.gets.slice(fall.t + 1) ?? [0]).toSatisfy(
            (gets: number[]) => gets.every((x) => x === 0),
          );
      }),
      { numRuns: 60 },
    );
  });

  it('takes what others get by the failed lab’s customers, and no more than went', () => {
    const { servers, fall, total } = demandIn(runOf({ stop: 4, severity: 0.9, growth: 0.6 }));
    expect(fall).toMatchObject({ firm: firmOf('openai'), t: 13, alone: true });
    expect(servers.map(({ firm }) => cast.firms[firm].id)).toEqual([
      'openai',
      'anthropic',
      'microsoft',
      'google',
      'meta',
    ]);
    expect(total[14]).toBeLessThan(total[13]);
    expect(fall?.next).toEqual({ t: 14, total: total[14] });
    expect(fall?.moved).toBeCloseTo(usualLevers().migration * (fall?.sold ?? 0), 9);
    const none = demandIn(runOf({ stop: 4, severity: 0.9, growth: 0.6, migration: 0 }));
    expect(none.servers.map(({ firm }) => cast.firms[firm].id)).toEqual(['openai', 'anthropic']);
  });

  it('is told in a sentence', () => {
    const run = runOfWorld('the-music-stops');
    const { total } = demandIn(run);
    expect(demandFinding(demandIn(run), cast)).toBe(
      `OpenAI fails in 2029\u00a0Q4. What customers pay for AI falls from ${money(total[13])} a quarter to ${money(total[14])} in the next, and ends at ${money(total[31])}.`,
    );
    const falling = demandIn(runOf({ growth: 0, runway: 0, ramp: 1 }));
    expect(demandFinding(falling, cast)).toMatch(/ends (about where it was, )?at \$\d+bn( a quarter)?\.$/);
    expect(demandFinding(demandIn(plan), cast)).toMatch(/^No lab fails, and what customers pay for AI goes from/);
  });
});

describe('the reckoning', () => {
  it('agrees with the claims in every shipped world', () => {
    for (const { id } of shippedWorlds.worlds) {
      const run = runOfWorld(id);
      const facts = reckoning(run, cast);
      const verdicts = verdictsOf(run);
      expect(facts.outlives).toBe(verdicts['demand-outlives-firms'] === 'holds');
      expect(facts.fall === undefined).toBe(verdicts['demand-outlives-firms'] === 'untested');
      expect(facts.thins).toBe(verdicts['race-against-funding'] !== 'untested');
      expect(facts.never).toBe(!facts.thins);
      expect(facts.whole).toBe(verdicts['ponzi-shaped'] === 'fails');
      expect(facts.heir).toBeDefined();
    }
  });

  it('says the dip, whose customers made it, and who lifts the total again', () => {
    const run = runOfWorld('the-music-stops');
    const { total, servers, fall } = demandIn(run);
    const facts = reckoning(run, cast);
    expect(facts.dip).toBe(money(total[14]));
    expect(facts.fall).toMatchObject({ sold: money(fall?.sold ?? 0), moved: money(fall?.moved ?? 0) });
    expect(facts.carried).toBe(true);
    const heir = servers.find(({ firm }) => firm === facts.heir);
    expect(2 * ((heir?.gets[31] ?? 0) - (heir?.gets[14] ?? 0))).toBeGreaterThan(total[31] - total[14]);
    expect(reckoning(plan, cast)).toMatchObject({ dip: undefined, carried: false });
    // A second lab that falls hands its customers over too: what the heir has then is no growth of its own.
    const both = runOf(hostsFall);
    expect(demandIn(both).fall?.alone).toBe(false);
    expect(reckoning(both, cast).carried).toBe(false);
  });

  it('tells the customers who go over by what the others have in the next quarter, in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const { fall, servers, total } = demandIn(runOf(levers));
        if (!fall?.next || !fall.alone) return;
        const before = total[fall.t] - fall.sold;
        const after = servers.reduce((sum, { firm, gets }) => (firm === fall.firm ? sum : sum + gets[fall.t + 1]), 0);
        // Those who are left have grown in the meantime, by no more than a lab can in a quarter.
        expect(after).toBeGreaterThan(0.95 * (before + fall.moved) - 0.5);
        expect(after).toBeLessThan(1.6 * (before + fall.moved) + 0.5);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a guess', () => {
  const guess = { world: 'v=1', firm: 'openai', quarter: '2029Q4' };

  it('is told beside what happened', () => {
    const was = (firm: string | null, quarter: string | null, guessed = guess) =>
      guessWords({ guess: guessed, firm, quarter }, cast).was;
    expect(guessWords({ guess, firm: null, quarter: null }, cast)).toEqual({
      said: 'You said: OpenAI falls first, in 2029\u00a0Q4.',
      was: 'Nobody falls.',
    });
    expect(was('openai', '2029Q4')).toBe('So it is, to the quarter.');
    expect(was('openai', '2029Q2')).toBe('The firm is right; it falls two quarters earlier.');
    expect(was('oracle', '2029Q2')).toBe('Oracle falls first, in 2029\u00a0Q2.');
  });

  it('is counted', () => {
    expect(guessFinding([])).toMatch(/not guessed/);
    expect(
      guessFinding([
        { guess, firm: 'openai', quarter: '2030Q1' },
        { guess: { ...guess, world: 'v=1&stop=2027Q3' }, firm: null, quarter: null },
      ]),
    ).toBe('You were right about who falls first in 1 of 2 worlds.');
    const once = (firm: string) => guessFinding([{ guess, firm, quarter: '2030Q1' }]);
    expect(once('openai')).toBe('You have guessed once who falls first, and were right.');
    expect(once('oracle')).toBe('You have guessed once who falls first, and were wrong.');
  });
});
