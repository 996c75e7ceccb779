import fc, { type Arbitrary } from 'fast-check';
import type { Circumstances, Network } from '../../src/engine';

/** What may befall a run of a network: each circumstance there or not, shocks small and large. */
export function arbCircumstances(network: Network): Arbitrary<Circumstances> {
  const { quarters } = network;
  const firms = network.firms.length;
  const place = { firm: fc.nat(firms - 1), quarter: fc.nat(quarters - 1) };
  const series = (count: number, min: number, max: number) =>
    fc.array(fc.double({ min, max, noNaN: true }), { minLength: count, maxLength: count });
  return fc.record(
    {
      growthShock: series(quarters * firms, -0.3, 0.3),
      ventureFactor: series(quarters, 0, 2),
      forced: fc.record(place),
      cheque: fc.record({ ...place, amount: fc.double({ min: 0, max: 100, noNaN: true }) }),
    },
    { requiredKeys: [] },
  );
}
