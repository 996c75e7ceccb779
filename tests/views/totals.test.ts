import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/views/facts';
import { finding, portion } from '../../src/views/finding';
import { amount } from '../../src/views/money';
import { totalRows, totalsSentence } from '../../src/views/total-rows';
import { totals } from '../../src/views/totals';
import { cast, hostsFall, plan, runOf, runOfWorld, wild } from './shipped-runs';

const said = (run: typeof plan) => finding(run, totals(run), cast);

describe('the account of the promises', () => {
  it.each([
    ['the plan', {}],
    ['a stop', { stop: 4, severity: 0.9, growth: 0.6 }],
    ['a wild world', wild],
    ['hardly firm promises', { stop: 0, severity: 1, growth: 0, supply: 0, firmness: 0.2 }],
  ])('adds up in %s', (_, changes) => {
    const { promised, paid, cut, lost, recovered, later, beyond, badDebt } = totals(runOf(changes));
    expect(paid + cut + lost + recovered + later).toBeCloseTo(promised, 6);
    for (const part of [paid, cut, lost, recovered, later, beyond, lost - badDebt])
      expect(part).toBeGreaterThanOrEqual(-1e-9);
  });

  it('counts as the facts of the prose do', () => {
    const run = runOfWorld('the-music-stops');
    expect(totals(run)).toMatchObject({
      ...(({ promised, cut, lost, badDebt }) => ({ promised, cut, lost, badDebt }))(promisesOf(run)),
    });
    expect(totals(run).paid).toBeCloseTo(promisesOf(run).paid, 6);
  });

  it('stands beside the plan', () => {
    const rows = totalRows(totals(runOfWorld('the-music-stops')), totals(plan));
    expect(rows.find(({ key }) => key === 'lost')).toMatchObject({ here: '428', reference: '0' });
    expect(rows.find(({ key }) => key === 'recovered')).toMatchObject({ here: '2', reference: '0' });
    expect(rows.find(({ key }) => key === 'badDebt')).toMatchObject({ here: '4.2' });
    expect(rows.filter(({ part }) => part).map(({ key }) => key)).toEqual(['badDebt']);
  });

  it('says what lenders lose where they do, and has no line for it where they do not', () => {
    const here = totals(runOf(hostsFall));
    const row = totalRows(here, totals(plan)).find(({ key }) => key === 'struckOut');
    expect(row).toMatchObject({ here: amount(here.struckOut), reference: '0', part: false });
    expect(here.struckOut).toBeGreaterThan(200);
    const quiet = totalRows(totals(runOfWorld('the-music-stops')), totals(plan));
    expect(quiet.map(({ key }) => key)).not.toContain('struckOut');
  });

  it.each(['slow-leak', 'the-backstop', 'only-one-chair-short'])(
    'has what others put in add up as it is told: %s',
    (id) => {
      const here = totals(runOfWorld(id));
      const rows = totalRows(here, totals(plan));
      const printed = (key: string) => Number(rows.find((row) => row.key === key)?.here.replaceAll(',', ''));
      const sum = printed('investors') + printed('suppliers');
      expect(Math.abs(sum - (here.investors + here.suppliers))).toBeLessThan(0.051);
      expect(amount(sum)).toBe(amount(here.investors + here.suppliers));
    },
  );

  it('is said in a sentence', () => {
    expect(totalsSentence(totals(plan))).toMatch(/Nothing ended\.$/);
    expect(totalsSentence(totals(runOfWorld('the-music-stops')))).toBe(
      'Of $1,048bn promised, $565bn is paid, $17bn is declined, $428bn ended with its payer, $2bn of late bills is settled after a failure and $36bn is still to come as the run ends. Of what ended, $4.2bn is bills for work already done; the rest is income that was on the books.',
    );
  });
});

describe('the finding', () => {
  it('changes with the world', () => {
    expect(said(plan)).toBe('The money keeps coming, and every bill is paid.');
    expect(said(runOfWorld('the-music-stops'))).toBe(
      'OpenAI fails in 2029\u00a0Q4, and Oracle loses more than half of what OpenAI had promised it.',
    );
    expect(said(runOfWorld('the-backstop'))).toMatch(
      /^Every bill is paid: the suppliers put \$\d+bn into the labs, investors \$\d+bn\.$/,
    );
    expect(said(runOf(wild))).toMatch(
      /^OpenAI and Anthropic fail, and Oracle is restructured: \$\d+bn of promises are lost\.$/,
    );
    expect(said(runOf({ stop: 4, severity: 0.3 }))).toBe('The money thins, and every bill is still paid.');
  });

  it.each([
    [1, 'all'],
    [0.99, 'more than nine tenths'],
    [0.52, 'more than half'],
    [0.5, 'more than a third'],
    [0.02, 'less than a tenth'],
  ])('puts %s into words that are true', (share, words) => {
    expect(portion(share)).toBe(words);
  });
});
