/** The table of dials of the model page: lowest, usual and highest value, and the step of its slider. */
import type { LeverId, Levers } from '../../src/engine/levers';

export interface Dial {
  readonly min: number;
  readonly usual: number;
  readonly max: number;
  readonly step: number;
}

const dial = (min: number, usual: number, max: number, step: number): Dial => ({ min, usual, max, step });

export const dials: Readonly<Record<LeverId, Dial>> = {
  stop: dial(0, 32, 32, 1),
  severity: dial(0, 0.8, 1, 0.01),
  speed: dial(1, 3, 8, 1),
  drought: dial(1, 16, 32, 1),
  supply: dial(0, 1, 2, 0.05),
  vendorShare: dial(0, 0.4, 0.8, 0.01),
  backstop: dial(0, 0, 1, 0.01),
  growth: dial(0, 1, 1.5, 0.01),
  compute: dial(0, 1, 1.5, 0.01),
  costs: dial(0.5, 1, 1.5, 0.01),
  runway: dial(0, 4, 12, 0.5),
  reserve: dial(0, 1, 4, 0.25),
  starvation: dial(0, 1, 2, 0.05),
  firmness: dial(0, 0.9, 1, 0.01),
  ramp: dial(0, 0.2, 1, 0.01),
  grace: dial(0, 1, 4, 1),
  caution: dial(0, 0.6, 1, 0.01),
  lead: dial(1, 4, 8, 1),
  lock: dial(0, 0.35, 1, 0.01),
  alarm: dial(0, 2, 6, 0.5),
  relet: dial(0, 0.6, 1, 0.01),
  reletTime: dial(1, 4, 16, 1),
  recovery: dial(0, 0.3, 1, 0.01),
  friction: dial(0, 0, 0.5, 0.01),
  credit: dial(0, 0.6, 1, 0.01),
  migration: dial(0, 0.6, 1, 0.01),
  substitution: dial(0, 0.1, 0.5, 0.01),
  panic: dial(0, 1.5, 5, 0.1),
  heal: dial(0, 0.05, 0.3, 0.01),
};

/** All dials at their usual values, but for those given. */
export function usualLevers(changes: Partial<Levers> = {}): Levers {
  const usual = Object.fromEntries(Object.entries(dials).map(([id, d]) => [id, d.usual])) as Record<LeverId, number>;
  return { ...usual, ...changes };
}
