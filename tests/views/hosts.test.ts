import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/engine';
import { verdictsOf } from '../../src/views/claims';
import { promisesOf } from '../../src/views/facts';
import { barsOf, goneOf, type Host, hostsOf, writtenOff } from '../../src/views/hosts';
import { hostFacts, loopOf } from '../../src/views/hosts-facts';
import { builderOf, whole } from '../../src/views/hosts-mood';
import { rivalryOf } from '../../src/views/hosts-search';
import { exposureWords, hostsFinding, inTime, lossAmounts, lossWords } from '../../src/views/hosts-words';
import { shippedWorlds } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { worlds } from './ring-runs';
import { cast, hostsFall, plan, runOf, runOfWorld } from './shipped-runs';

const sum = (values: Iterable<number>) => [...values].reduce((all, x) => all + x, 0);
const named = (hosts: readonly Host[], id: string) => hosts.find((host) => host.id === id) as Host;

/** What one firm has of a series by quarter and firm, over the run. */
const ofFirm = ({ network, firm }: Run, name: 'own' | 'received' | 'invested', i: number) =>
  sum(firm[name].filter((_, at) => at % network.firms.length === i));

function checkHosts(run: Run): void {
  const hosts = hostsOf(run, cast);
  const promises = promisesOf(run);
  expect(sum(hosts.map(({ owed }) => owed))).toBeCloseTo(promises.promised, 6);
  expect(sum(hosts.map(({ ended }) => ended))).toBeCloseTo(promises.lost, 6);
  expect(sum(hosts.map(({ declined }) => declined))).toBeCloseTo(promises.cut, 6);
  for (const host of hosts) {
    const stakes = sum(Object.values(run.network.firms[host.firm].openingStakes));
    expect(host.earns).toBe(run.losses.operatingCash[host.firm]);
    expect(host.shares).toBeCloseTo(stakes + ofFirm(run, 'invested', host.firm), 6);
    expect(goneOf(host)).toBeLessThanOrEqual(host.owed + 1e-6);
    // A bill that is never paid is a part of a promise that ended, and the money that the claims count is what is written off.
    expect(host.unpaid).toBeLessThanOrEqual(host.ended + 1e-6);
    const { badDebt, stakesLost, stranded } = run.losses;
    expect(writtenOff(host)).toBeCloseTo(badDebt[host.firm] + stakesLost[host.firm] + stranded[host.firm], 9);
    expect(host.worthless).toBeLessThanOrEqual(host.shares + 1e-6);
    const income = ofFirm(run, 'own', host.firm) + ofFirm(run, 'received', host.firm);
    expect(host.dependence * income).toBeLessThanOrEqual(ofFirm(run, 'received', host.firm) + 1e-6);
  }
  const bars = barsOf(hosts);
  expect(Math.max(...bars.flatMap(({ earns, gone }) => [earns, gone]))).toBeCloseTo(1, 9);
  bars.forEach(({ earns, owed, shares, gone, years }, at) => {
    const host = hosts[at];
    const ends = [0, owed, shares, gone];
    expect(ends.every((end, i) => i === 0 || end >= ends[i - 1] - 1e-9)).toBe(true);
    // Both bars of a host, and what is hollow of the second, have one scale.
    expect(gone * host.earns).toBeCloseTo(earns * (host.owed + host.shares), 6);
    expect((gone - shares) * host.earns).toBeCloseTo(earns * (goneOf(host) + host.worthless), 6);
    expect(years.every((end) => end > 0 && end < gone)).toBe(true);
    if (years.length > 0) expect(gone - (years.at(-1) ?? 0)).toBeLessThanOrEqual(earns + 1e-9);
  });
  checkFacts(hosts);
}

function checkFacts(hosts: readonly Host[]): void {
  const { worst, lightest, larger, most, least } = hostFacts(hosts);
  const size = (host: Host) => goneOf(host) / host.earns;
  if (worst && lightest) {
    for (const host of hosts.filter(({ owed }) => owed > 0)) {
      expect(size(worst)).toBeGreaterThanOrEqual(size(host));
      expect(size(lightest)).toBeLessThanOrEqual(size(host));
      expect(goneOf(larger ?? worst)).toBeGreaterThanOrEqual(goneOf(host));
    }
    // "More dollars are gone, and it is hit less, for it earns more."
    if (larger) expect(larger.earns).toBeGreaterThan(worst.earns);
    expect(hostsFinding(hosts)).toContain(worst.name);
  } else {
    expect(Math.max(...hosts.map(goneOf))).toBeLessThan(0.05);
    expect(hostsFinding(hosts)).toMatch(/^No promise is gone/);
  }
  if (most && least) expect(most.dependence).toBeGreaterThan(least.dependence);
}

describe('the hosts', () => {
  it('are the four clouds that are owed, and one that is not; all order chips', () => {
    const hosts = hostsOf(plan, cast);
    expect(hosts.filter(({ owed }) => owed > 0)).toHaveLength(4);
    expect(hosts.filter(({ owed, shares }) => owed === 0 && shares === 0).map(({ id }) => id)).toEqual(['meta']);
    const buyers = plan.network.supply.filter(({ of }) => of === 'capex').map(({ buyer }) => buyer);
    expect(new Set(buyers)).toEqual(new Set(hosts.map(({ id }) => id)));
  });

  it.each(worlds)('have what the run says: %o', (levers) => checkHosts(runOf(levers)));

  it('have it in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => checkHosts(runOf(levers))),
      { numRuns: 60 },
    );
  });

  it('are told of in a sentence that changes with the world', () => {
    expect(hostsFinding(hostsOf(plan, cast))).toBe(
      'No promise is gone in this world. Oracle has 9.3 years of what it earns at stake, Microsoft 21 months.',
    );
    expect(hostsFinding(hostsOf(runOfWorld('the-music-stops'), cast))).toBe(
      'Promises to Oracle worth 5.1 years of what it earns are gone, and to Microsoft worth eleven months.',
    );
  });

  it('are each told of under their bars', () => {
    const hosts = hostsOf(runOfWorld('the-music-stops'), cast);
    expect(lossWords(named(hosts, 'oracle'))).toBe(
      'Gone: $163.8bn of promises ($155.5bn ended, $8.3bn declined). Written off: $72bn ($70bn machines, $2bn bills).',
    );
    expect(lossWords(named(hosts, 'google'))).toBe('Gone: $1bn of promises (declined).');
    expect(lossWords(named(hosts, 'meta'))).toBe('It has no promise and no share to lose.');
    expect(lossWords(named(hostsOf(plan, cast), 'oracle'))).toBe('All of it holds.');
    expect(exposureWords(named(hosts, 'oracle'), ['OpenAI'])).toBe(
      '$300bn owed by OpenAI: 9.3 years of what it earns.',
    );
    expect(exposureWords(named(hosts, 'meta'), [])).toBe('No lab owes it anything.');
  });
});

it.each([
  [0.9, 'less than a month'],
  [2.4, 'one month'],
  [24.5, 'a year'],
  [42, '21 months'],
  [46, '23 months'],
  [48, 'two years'],
  [55, '2.3 years'],
  [120, 'five years'],
])('%d at two dozen a year', (amount, words) => {
  expect(inTime({ earns: 24 }, amount)).toBe(words);
  expect(inTime({ earns: 0 }, amount)).toBeUndefined();
});

function checkRivalry(run: Run): void {
  const rivalry = rivalryOf(run);
  if (!rivalry) throw new Error('Google has rivals');
  const { paid, paidAfter, promised, taken, came, carries } = rivalry;
  // Within the term no more is paid than was promised; whatever is beyond comes after it.
  expect(paidAfter).toBeGreaterThanOrEqual(0);
  expect(paid - paidAfter).toBeLessThanOrEqual(promised + 1e-6);
  const verdicts = verdictsOf(run);
  expect(came).toBeGreaterThan(-1e-6);
  expect(taken - came > paid).toBe(verdicts['google-conflict'] === 'holds');
  expect(carries).toBe(verdicts['google-buffered'] === 'holds');
}

describe('the host that lets to its rivals', () => {
  it('loses to them what it would have sold without them', () => {
    const without = rivalryOf(runOf({ substitution: 0 }));
    expect(without?.taken).toBe(0);
    for (const substitution of [0.1, 0.3, 0.5]) {
      const rivalry = rivalryOf(runOf({ substitution }));
      expect(cast.firms[rivalry?.firm ?? 0].id).toBe('google');
      expect(rivalry?.taken).toBeGreaterThan(0);
      expect(rivalry?.taken).toBeCloseTo((without?.own ?? 0) - (rivalry?.own ?? 0), 6);
    }
  });

  it.each(shippedWorlds.worlds.map(({ id }) => id))('is told of as the claims beside it find: %s', (id) =>
    checkRivalry(runOfWorld(id)),
  );

  it('is so in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => checkRivalry(runOf(levers))),
      { numRuns: 60 },
    );
  });

  it('is paid more than is taken from it, or less: the shipped search war is named for that', () => {
    const takesMore = ['the-plan-holds', 'the-search-war'].map((id) => {
      const rivalry = rivalryOf(runOfWorld(id));
      return (rivalry?.taken ?? 0) > (rivalry?.paid ?? 0);
    });
    expect(takesMore).toEqual([false, true]);
  });

  it('has one tenant, whom the words name with the other lab that answers for it', () => {
    const ids = (firms: readonly number[] = []) => firms.map((i) => cast.firms[i].id);
    expect(ids(rivalryOf(plan)?.tenants)).toEqual(['anthropic']);
    expect(ids(rivalryOf(plan)?.eaters)).toEqual(['openai', 'anthropic']);
  });

  it('gains customers only where a lab fails and they move on', () => {
    expect(rivalryOf(plan)?.came).toBeCloseTo(0, 6);
    const stop = { stop: 4, severity: 0.9, growth: 0.6 };
    expect(rivalryOf(runOf(stop))?.came).toBeGreaterThan(1);
    expect(rivalryOf(runOf({ ...stop, migration: 0 }))?.came).toBeCloseTo(0, 6);
  });
});

function checkBuilder(run: Run): void {
  const builder = builderOf(run, 'meta');
  if (!builder) throw new Error('Meta is a firm of the network');
  // What reaches it is the mood of builders: without caution it builds all that it meant to, unless it falls itself.
  if (run.levers.caution === 0 && !builder.fell) expect(builder.share).toBe(whole);
}

describe('the builder whom nobody owes', () => {
  it('builds all in the plan, and less where promises to others break', () => {
    expect(builderOf(plan, 'meta')).toEqual({ share: whole, fell: false });
    expect(builderOf(runOfWorld('the-music-stops'), 'meta')?.share).not.toBe(whole);
    expect(builderOf(plan, 'nobody')).toBeUndefined();
  });

  it('is held back by nothing but the others’ mood', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        checkBuilder(runOf(levers));
        checkBuilder(runOf({ ...levers, caution: 0 }));
      }),
      { numRuns: 40 },
    );
  });
});

it('knows what becomes of the labs', () => {
  expect(loopOf(plan)).toBe('whole');
  expect(loopOf(runOfWorld('the-music-stops'))).toBe('torn');
  expect(loopOf(runOf(hostsFall))).toBe('gone');
});

it.each(shippedWorlds.worlds.map(({ id }) => id))('gives losses in the table as under the bars: %s', (id) => {
  for (const host of hostsOf(runOfWorld(id), cast)) {
    const amounts = lossAmounts(host);
    for (const [said] of lossWords(host).matchAll(/\$[\d.,]+bn(?= (?:ended|declined|machines|shares|bills))/g)) {
      expect(amounts).toContain(said);
    }
  }
});
