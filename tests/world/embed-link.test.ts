import { expect, it } from 'vitest';
import { embedQuery, splitFigure } from '../../src/world/embed-link';

it('names the figure before the world, and leaves out what a sender saw', () => {
  const query = embedQuery('ring', 'v=1&stop=2027Q3&at=2029Q4&was=openai.2029Q4.424.122gjms');
  expect(query).toBe('figure=ring&v=1&stop=2027Q3&at=2029Q4');
  expect(splitFigure(`?${query}`)).toMatchObject({ figure: 'ring', world: 'v=1&stop=2027Q3&at=2029Q4', refused: [] });
});

it('finds the figure wherever it stands, or none', () => {
  expect(splitFigure('v=1&figure=race&severity=0.5')).toMatchObject({ figure: 'race', world: 'v=1&severity=0.5' });
  expect(splitFigure('')).toEqual({ figure: undefined, scheme: undefined, world: '', refused: [] });
  expect(splitFigure('?v=1').figure).toBeUndefined();
  expect(embedQuery('ring', '')).toBe('figure=ring');
});

it('names a scheme of colours, and takes only one that there is', () => {
  const query = embedQuery('ring', 'v=1&severity=0.5', 'dark');
  expect(query).toBe('figure=ring&scheme=dark&v=1&severity=0.5');
  expect(splitFigure(query)).toEqual({ figure: 'ring', scheme: 'dark', world: 'v=1&severity=0.5', refused: [] });
  expect(splitFigure('figure=ring&scheme=sepia&v=1')).toEqual({
    figure: 'ring',
    scheme: undefined,
    world: 'v=1',
    refused: ['scheme is left out: "sepia" is neither light nor dark.'],
  });
});
