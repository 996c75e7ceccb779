import reasons from 'virtual:claim-reasons';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { booksOfLab } from '../../src/views/burners';
import { burnersStory } from '../../src/views/burners-story';
import { change } from '../../src/views/claim-facts';
import { claimsInOrder, sayClaim } from '../../src/views/claim-words';
import { essayClaimIds, verdictsOf } from '../../src/views/claims';
import { shown } from '../../src/views/money';
import { filled, partsOf } from '../../src/world/claim-prose';
import { type ClaimsFile, parseClaims } from '../../src/world/claims-file';
import { arbLevers } from '../arbitraries/world';
import { readContent } from '../world/shipped-content';
import { cast, runOf, runOfWorld, wild } from './shipped-runs';

describe('what is said of a claim', () => {
  it('has a standing in every world, with all that was measured filled in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(wild), arbLevers()), (levers) => {
        const run = runOf(levers);
        for (const id of essayClaimIds) {
          const said = sayClaim(run, id, cast);
          expect(said?.verdict).toBe(verdictsOf(run)[id]);
          expect(said?.standing).toMatch(/^[^{}]+[.]$/);
          const why = filled(reasons[id].why, said?.measures ?? {});
          expect(said?.concession).toMatch(/^[^{}]+[.]$/);
          expect(`${said?.standing} ${said?.concession} ${why}`).not.toMatch(/NaN|undefined|Infinity|\$-| none fails/);
          expect(why.replace(/\{figure:[^}]*\}/g, '')).not.toMatch(/[{}]/);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('tells the opening world in its own numbers', () => {
    const run = runOfWorld('the-music-stops');
    const standing = (id: (typeof essayClaimIds)[number]) => sayClaim(run, id, cast)?.standing;
    expect(standing('labs-most-vulnerable')).toBe('OpenAI falls first, in 2029\u00a0Q4.');
    expect(standing('diversified-survive')).toBe(
      'Of the three on the loop (OpenAI, Anthropic and Nvidia) one falls; of the six others none does.',
    );
    const rest = run.quarter.lost.reduce((sum, x) => sum + x, 0);
    const ended = run.contract.lost.reduce((sum, x) => sum + x, 0);
    expect(standing('bad-debt-massive')).toMatch(
      new RegExp(
        `^Of \\$${Math.round(ended)}bn of promises that end, .* and \\$${Math.round(rest)}bn had not been billed`,
      ),
    );
    expect(standing('race-against-funding')).toBe(
      'When the money is thinnest, in 2028\u00a0Q1, neither lab breaks even; by the end only OpenAI has failed.',
    );
    expect(standing('ponzi-shaped')).toBe(
      'OpenAI fails; Anthropic does not break even in every quarter of the last year.',
    );
    expect(standing('oracle-exposed')).toMatch(
      /^OpenAI fails. Oracle writes off \$\d+bn \(2\.2 years of operating cash\),/,
    );
  });

  it('does not test who breaks even too late where the money never thins, or thins when nobody needs it', () => {
    const said = (stop: number) => sayClaim(runOf({ stop }), 'race-against-funding', cast);
    expect(said(32)).toMatchObject({ verdict: 'untested', standing: 'Here the venture money never thins.' });
    expect(said(22)?.standing).toMatch(
      /^Here every lab breaks even before the venture money is thinnest, in 2032\u00a0Q\d, and no lab fails\.$/,
    );
  });

  it('says of customers who pay nobody that they pay nothing, and not so much a quarter', () => {
    const run = runOf({ stop: 2, severity: 1, growth: 0, lock: 1, caution: 0, migration: 0 });
    expect(run.events.filter(({ kind }) => kind === 'failed')).toHaveLength(2);
    expect(sayClaim(run, 'demand-outlives-firms', cast)?.standing).toMatch(/ In 2034\u00a0Q2 they pay nothing\.$/);
  });

  it('says of two amounts that stand in the essay what a reader finds from them', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const run = runOf(levers);
        const { measures, verdict } = sayClaim(run, 'compute-outgrows-revenue', cast) ?? {};
        const labs = run.network.firms.flatMap(({ lab }, i) => (lab ? [booksOfLab(run, i)] : []));
        const { compute, sales } = burnersStory(labs).pace;
        expect(measures?.compute).toBe(change(shown(compute[0]), shown(compute[1])));
        if (measures?.sales === 'about as far') return;
        expect(measures?.sales).toBe(change(shown(sales[0]), shown(sales[1])));
        // It never says that the one grows more and shows the numbers the other way.
        const faster = shown(compute[1]) * shown(sales[0]) > shown(compute[0]) * shown(sales[1]);
        expect(faster).toBe(verdict === 'holds');
      }),
      { numRuns: 120 },
    );
  });

  it('cuts prose at its sources', () => {
    expect(partsOf('At {figure:oracle-rpo} it {figure:a|sells} none.')).toEqual([
      { text: 'At ' },
      { text: '', figure: 'oracle-rpo' },
      { text: ' it ' },
      { text: 'sells', figure: 'a' },
      { text: ' none.' },
    ]);
  });
});

describe('the file of claims', () => {
  const figures = readContent('figures.json') as { id: string }[];
  const shippedClaims = readContent<ClaimsFile>('claims.json');
  const premises = Object.fromEntries(shippedClaims.map(({ id, untested }) => [id, untested !== undefined]));
  /** What is found if the first claim is changed. */
  const faults = (change: Partial<(typeof shippedClaims)[number]> = {}) => {
    const [first, ...others] = shippedClaims;
    const parsed = parseClaims([{ ...first, ...change }, ...others], premises, figures);
    return parsed.ok ? [] : parsed.messages;
  };

  it('has words for each claim, and is read', () => {
    expect(shippedClaims.map(({ id }) => id).sort()).toEqual([...essayClaimIds].sort());
    expect(claimsInOrder).toEqual(shippedClaims.map(({ id }) => id));
    expect(faults()).toEqual([]);
  });

  it('is refused with a digit in its prose, an unknown figure, and words too many or too few', () => {
    expect(faults({ claim: 'Of 4 clouds.' })[0]).toMatch(/^\[0\]\.claim: must not hold a digit/);
    expect(faults({ why: 'See {figure:nowhere}.' })[0]).toMatch(/there is no figure "nowhere"/);
    expect(faults({ id: 'half-of-backlogs' })).toEqual([
      expect.stringContaining('is it "half-of-backlog"?'),
      'the claim "half-of-backlog" has no words',
    ]);
    expect(faults({ untested: 'Nothing.' })[0]).toMatch(/has no premise to speak of/);
  });
});
