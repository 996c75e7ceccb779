import fc, { type Arbitrary } from 'fast-check';
import { type Grid, leverIds } from '../../../src/engine';
import { dials } from '../../arbitraries/dials';

/** Some of the steps of some dial, ascending: two at least. */
export function arbGrid(): Arbitrary<Grid> {
  return fc.constantFrom(...leverIds).chain((lever) => {
    const { min, max, step } = dials[lever];
    const last = Math.round((max - min) / step);
    // Never past the end, whatever the rounding of the last step.
    const value = fc.integer({ min: 0, max: last }).map((line) => Math.min(max, min + line * step));
    return fc
      .uniqueArray(value, { minLength: 2, maxLength: 16 })
      .map((values) => ({ lever, values: values.sort((a, b) => a - b) }));
  });
}
