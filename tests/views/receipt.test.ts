import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/engine';
import { fallsOf } from '../../src/views/fall';
import { dollars } from '../../src/views/money';
import { receiptsOf } from '../../src/views/receipt';
import {
  giftWords,
  insteadWords,
  originWords,
  partsWords,
  receiptFinding,
  rescueWords,
} from '../../src/views/receipt-words';
import { arbLevers } from '../arbitraries/world';
import { cast, hostsFall, runOf, runOfWorld, wild } from './shipped-runs';

const sum = (lines: readonly { amount: number }[]) => lines.reduce((all, { amount }) => all + amount, 0);

/** Of what one firm orders from another in a quarter, what is not taken. */
function dropped({ network, supply }: Run, buyer: number, supplier: number, t: number): number {
  return network.supply.reduce((all, link, s) => {
    const at = t * network.supply.length + s;
    const isOne = link.buyer === network.firms[buyer].id && link.supplier === network.firms[supplier].id;
    return isOne ? all + supply.ordered[at] - supply.paid[at] : all;
  }, 1e-9);
}

/** Holds every receipt of a run against its log. */
function holds(run: Run): void {
  const receipts = receiptsOf(run);
  expect(receipts).toHaveLength(fallsOf(run).length);
  for (const { firm, t, missed, late, untaken, elsewhere, senior, ended, struckOut, pushed, origins } of receipts) {
    expect(struckOut).toBe(run.firm.debt[t * cast.firms.length + firm]);
    const short = run.firm.short[t * cast.firms.length + firm];
    expect(missed.at(-1)).toEqual({ t, amount: short });
    expect(missed).toHaveLength(run.levers.grace + 1);
    expect(sum(origins)).toBeCloseTo(short, 6);
    expect(origins.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 9);
    const lost = run.events.filter((event) => event.kind === 'terminated' && event.by === firm && event.t === t);
    expect(sum(ended)).toBeCloseTo(sum(lost), 9);
    // Bills that are late, orders not taken, what was due elsewhere and senior bills are all that it was short of.
    expect(sum(late) + sum(untaken) + elsewhere + senior).toBeCloseTo(short, 6);
    // What it is overdrawn as the quarter closes is part of that; of the rest, cash came after the settlement.
    expect(senior).toBeGreaterThan(Math.max(0, -run.firm.cash[t * cast.firms.length + firm]) - 1e-6);
    for (const { firm: supplier, amount } of untaken)
      expect(amount).toBeLessThanOrEqual(dropped(run, firm, supplier, t));
    expect(elsewhere).toBeGreaterThanOrEqual(0);
    expect(pushed).not.toContain(firm);
    const missers = new Set(run.events.filter(({ kind }) => kind === 'missed').map((event) => event.firm));
    for (const other of pushed) expect(missers).toContain(other);
    for (const { kind, firm: felt } of origins) {
      if (kind === 'unlent') expect(run.network.firms[felt].leverage).toBeGreaterThan(0);
    }
    for (const origin of origins) expect(originWords(origin, firm, cast)).toMatch(/^.{8,}[^.]$/);
  }
}

describe('a receipt', () => {
  it('agrees with the log, in any world', () => {
    holds(runOf(wild));
    fc.assert(
      fc.property(arbLevers(), (levers) => holds(runOf(levers))),
      { numRuns: 60 },
    );
  });

  it('says what did not come in all, beside the part of the shortfall that is put down to it', () => {
    const [{ firm, missed, origins }] = receiptsOf(runOfWorld('the-music-stops'));
    const miss = runOfWorld('the-music-stops').events.filter(({ kind }) => kind === 'missed')[1];
    for (const { kind, all, amount } of origins) {
      expect(all).toBe(miss.causes.find((cause) => cause.kind === kind)?.amount);
      expect(all).toBeGreaterThan(amount);
    }
    expect(origins.map((origin) => originWords(origin, firm, cast))).toEqual([
      'new money asked for, and not given ($133bn in all)',
    ]);
    const needed = 'More stayed away than these bills needed.';
    expect(partsWords(origins, missed[1].amount)).toBe(needed);
    const two = [...origins, { ...origins[0], kind: 'unlent' as const }];
    expect(partsWords(two, missed[1].amount)).toBe(`${needed} Each has its part of the $6bn in proportion.`);
    expect(partsWords([{ ...origins[0], all: origins[0].amount }], 1)).toBe('');
  });

  it('has what default itself burned as a line of its own, whole', () => {
    const run = runOf({ ...wild, friction: 0.5, grace: 0 });
    const [{ firm, t, origins }] = receiptsOf(run);
    const burned = origins.find(({ kind, firm: felt }) => kind === 'burned' && felt === firm);
    expect(burned?.amount).toBeCloseTo(run.firm.destroyed[t * cast.firms.length + firm], 9);
    expect(burned && originWords(burned, firm, cast)).toBe('what default itself burned');
    expect(partsWords(origins, 9)).toMatch(/ of what default did not burn\.$/);
    expect(receiptsOf(runOf(wild)).flatMap((one) => one.origins.map(({ kind }) => kind))).not.toContain('burned');
  });

  it('tells of one chair short that nobody else was pushed', () => {
    const [receipt, ...more] = receiptsOf(runOfWorld('only-one-chair-short'));
    expect(more).toEqual([]);
    expect(receipt.pushed).toEqual([]);
    expect(receipt.ended.map(({ firm }) => cast.firms[firm].id).sort()).toEqual(['amazon', 'microsoft', 'oracle']);
    expect(receipt.origins[0].kind).toBe('unfunded');
  });

  it('says what lenders lose with a host, and nothing of the kind with a lab that has no debt', () => {
    const receipts = receiptsOf(runOf(hostsFall));
    for (const { firm, kind, struckOut } of receipts) {
      expect(struckOut > 0, cast.firms[firm].id).toBe(kind === 'restructured');
    }
    const lent = receipts.reduce((all, { struckOut }) => all + struckOut, 0);
    expect(receiptFinding(receipts, cast)).toContain(` Lenders lose ${dollars(lent)}.`);
    expect(receiptFinding(receiptsOf(runOfWorld('the-music-stops')), cast)).not.toContain('Lenders');
  });

  it('says which orders a builder could not pay for, and that a lab has none', () => {
    for (const { kind, untaken, elsewhere } of receiptsOf(runOf(hostsFall))) {
      expect(untaken.length > 0 && sum(untaken) > 0.05).toBe(kind === 'restructured');
      expect(elsewhere > 0.05).toBe(kind === 'restructured');
      if (kind === 'restructured') expect(cast.firms[untaken[0].firm].id).toBe('nvidia');
    }
  });

  it('is none where nobody falls', () => {
    expect(receiptsOf(runOfWorld('soft-landing'))).toEqual([]);
  });

  it('names whom a fall pushes', () => {
    expect(receiptsOf(runOf(wild)).some(({ pushed }) => pushed.length > 0)).toBe(true);
  });
});

describe('what would have saved a firm, in words', () => {
  it('says why a gift is more than what was missing at last, where it is', () => {
    expect(giftWords(51, 6)).toBe('The $6bn that it was short of would not do, for more bills come.');
    expect(giftWords(6, 6)).toBe('');
  });

  it('says where the dial has to stand, and who falls instead', () => {
    const words = rescueWords({ lever: 'growth', value: 0.75, steps: 15, share: 0.1, instead: [] }, 0.6, cast);
    expect(words).toBe('Growth of the labs: 75% of plan, not 60%');
    expect(insteadWords([], cast)).toBe('');
    expect(insteadWords([1], cast)).toBe(`but then ${cast.firms[1].name} falls`);
    expect(insteadWords([0, 1], cast)).toMatch(/ and .* fall$/);
  });
});
