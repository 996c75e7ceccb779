import { expect, it } from 'vitest';
import { allDrawn, drawnDials, spreadSize } from '../../src/views/spreads';
import { shippedFutures } from '../../src/world/shipped';

it('names all that futures draw, each with its reason', () => {
  const { spreads, shocks } = shippedFutures;
  expect([...drawnDials].sort()).toEqual(Object.keys(spreads).sort());
  const drawn = allDrawn();
  expect(drawn).toHaveLength(Object.keys(spreads).length + Object.keys(shocks).length);
  for (const { basis } of drawn) expect(basis).toMatch(/^(?!assumption)\S/);
});

it('says how far in the unit of the dial', () => {
  expect(spreadSize('growth')).toBe('15 points');
  expect(spreadSize('stop')).toBe('2 quarters');
  expect(spreadSize('panic')).toBe('0.5×');
  expect(allDrawn().find(({ id }) => id === 'drought')?.spread).toBe('4 quarters either way');
});
