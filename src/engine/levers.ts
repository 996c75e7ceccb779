/** The dials of the model, in the order in which the engine keeps them. Their table (names, bounds, steps) is in the world layer. */
export const leverIds = [
  'stop',
  'severity',
  'speed',
  'drought',
  'supply',
  'vendorShare',
  'backstop',
  'growth',
  'compute',
  'costs',
  'runway',
  'reserve',
  'starvation',
  'firmness',
  'ramp',
  'grace',
  'caution',
  'lead',
  'lock',
  'alarm',
  'relet',
  'reletTime',
  'recovery',
  'friction',
  'credit',
  'migration',
  'substitution',
  'panic',
  'heal',
] as const;

export type LeverId = (typeof leverIds)[number];

/** One value for each dial. */
export type Levers = Readonly<Record<LeverId, number>>;
