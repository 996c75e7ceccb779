/** The side of a hatch's tile, in pixels. */
export const tile = 8;

/** What can lie in paper’s colour over a colour, so that two things can be told without it: strokes within one tile. */
export const hatches = {
  plain: '',
  rising: 'M-2 2L2 -2M0 8L8 0M6 10L10 6',
  dots: 'M2 2h.01M6 6h.01',
  crossed: 'M0 8L8 0M0 0L8 8',
  lying: 'M0 2H8M0 6H8',
  standing: 'M4 0V8',
  pairs: 'M2 0V8M4.5 0V8',
  brick: 'M0 4H4M6 0V8',
  falling: 'M-2 6L2 10M0 0L8 8M6 -2L10 2',
  pluses: 'M4 1.5V6.5M1.5 4H6.5',
} as const;
export type Hatch = keyof typeof hatches;

/** The hatch of one of many, by its place among them. */
export function hatchOf(place: number): Hatch {
  const names = Object.keys(hatches) as Hatch[];
  return names[place % names.length];
}
