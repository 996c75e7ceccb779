import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/engine';
import type { FutureView } from '../../src/engine/futures';
import { plainClaims } from '../../src/world/claims';
import { arbNetwork } from '../arbitraries/world';

type PlainClaimId = keyof typeof plainClaims;

/** A future told in numbers. */
interface Told {
  readonly fellAt: readonly number[];
  readonly lost: number;
  /** Also the climate. */
  readonly mood: readonly number[];
  /** Burn of every firm, quarter by quarter. */
  readonly burn: readonly number[];
}

const view = ({ fellAt, lost, mood, burn }: Told): FutureView => ({
  fellAt: (firm) => fellAt[firm],
  loss: () => 0,
  lost,
  cut: 0,
  series: (name) => ({ at: (quarter) => (name === 'firm.burn' ? burn : mood)[quarter] }),
});

/** A network in which the first firm that is owed goes by the name that a claim asks for. */
const withOracle = (network: Network): Network => {
  const [owed] = network.contracts;
  return owed ? JSON.parse(JSON.stringify(network).replaceAll(`"${owed.payee}"`, '"oracle"')) : network;
};

const arbFuture = arbNetwork()
  .map(withOracle)
  .chain((network) => {
    const { quarters, firms } = network;
    // Often all or nothing: of many firms all would else hardly ever fail.
    const at = fc.integer({ min: 0, max: quarters });
    const fellAt = fc.oneof(
      fc.array(at, { minLength: firms.length, maxLength: firms.length }),
      fc.constantFrom(quarters, 0).map((all) => firms.map(() => all)),
    );
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const future = fc.record({
      fellAt,
      lost: share.map((x) => x * network.contracts.reduce((sum, { total }) => sum + total, 0)),
      mood: fc.oneof(
        fc.array(fc.oneof(share, fc.constant(1)), { minLength: quarters, maxLength: quarters }),
        share.map((low) => Array.from({ length: quarters }, (_, t) => (t === 0 ? low : 1))),
        fc.constant(Array.from({ length: quarters }, () => 1)),
      ),
      burn: fc.array(fc.constantFrom(0, 0, 3), { minLength: quarters, maxLength: quarters }),
    });
    return fc.tuple(fc.constant(network), future);
  });

/** The same said once more, in the plainest way. */
const plain: Readonly<Record<PlainClaimId, (network: Network, told: Told) => boolean>> = {
  'nobody-fails': ({ quarters }, { fellAt }) => Math.min(...fellAt) === quarters,
  'some-lab-fails': ({ firms, quarters }, { fellAt }) =>
    fellAt.filter((t, i) => firms[i]?.lab && t !== quarters).length > 0,
  'every-lab-fails': ({ firms, quarters }, { fellAt }) =>
    fellAt.filter((t, i) => firms[i]?.lab && t === quarters).length === 0,
  'some-builder-fails': ({ firms, quarters }, { fellAt }) =>
    fellAt.filter((t, i) => !firms[i]?.lab && t !== quarters).length > 0,
  'half-the-backlog-is-lost': ({ contracts }, { lost }) => 2 * lost > contracts.reduce((sum, c) => sum + c.total, 0),
  'the-mood-halves': (_, { mood }) => Math.min(...mood) < 0.5,
  'some-firm-falls': ({ quarters }, { fellAt }) => Math.min(...fellAt) !== quarters,
  'the-thin-money-tells-labs-apart': ({ firms, quarters }, { fellAt, mood, burn }) => {
    const least = Math.min(...mood);
    const burns = burn[mood.indexOf(least)] > 0;
    return least < 1 && firms.some(({ lab }, i) => lab && (burns || fellAt[i] < quarters));
  },
  'some-firm-falls-in-the-drought': ({ quarters }, { fellAt, mood }) => {
    const first = Math.min(...fellAt);
    return first !== quarters && mood.slice(0, first + 1).some((climate) => climate < 1);
  },
  'oracle-loses-a-tenant': ({ firms, contracts, quarters }, { fellAt }) =>
    contracts.some(
      ({ payer, payee }) => payee === 'oracle' && fellAt[firms.findIndex(({ id }) => id === payer)] !== quarters,
    ),
};

describe('the claims', () => {
  it.each(Object.keys(plainClaims) as PlainClaimId[])('%s holds just when it is so, in any network', (id) => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(arbFuture, ([network, told]) => {
        const holds = plainClaims[id].on(network)(view(told));
        expect(holds).toBe(plain[id](network, told));
        verdicts.add(holds);
      }),
    );
    expect(verdicts.size).toBe(2);
  });

  it('are each a sentence', () => {
    for (const { text } of Object.values(plainClaims)) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('no lab is not every lab: where there is none, none fails', () => {
    fc.assert(
      fc.property(arbFuture, ([network, told]) => {
        const without = { ...network, firms: network.firms.map((firm) => ({ ...firm, lab: false })) };
        expect(plainClaims['every-lab-fails'].on(without)(view(told))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});
