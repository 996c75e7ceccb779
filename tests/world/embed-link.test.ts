import { expect, it } from 'vitest';
import { embedQuery, splitFigure } from '../../src/world/embed-link';

it('names the figure before the world, and leaves out what a sender saw', () => {
  const query = embedQuery('ring', 'v=1&stop=2027Q3&at=2029Q4&was=openai.2029Q4.424.122gjms');
  expect(query).toBe('figure=ring&v=1&stop=2027Q3&at=2029Q4');
  expect(splitFigure(`?${query}`)).toEqual({ figure: 'ring', world: 'v=1&stop=2027Q3&at=2029Q4' });
});

it('finds the figure wherever it stands, or none', () => {
  expect(splitFigure('v=1&figure=race&severity=0.5')).toEqual({ figure: 'race', world: 'v=1&severity=0.5' });
  expect(splitFigure('')).toEqual({ figure: undefined, world: '' });
  expect(splitFigure('?v=1').figure).toBeUndefined();
  expect(embedQuery('ring', '')).toBe('figure=ring');
});
