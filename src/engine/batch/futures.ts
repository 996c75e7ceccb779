import type { LeverId, Levers } from '../levers';

/** How far a dial is uncertain: each future moves it to `clamp(x + spread * (u1 + u2 - 1))`, with two uniforms. */
export interface Spread {
  readonly lever: LeverId;
  /** Furthest the dial moves either way, in its own unit. */
  readonly spread: number;
  readonly min: number;
  readonly max: number;
  /** Only whole numbers mean something: the moved dial is rounded. */
  readonly whole: boolean;
}

/** How each quarter is shaken. A common shock and an own one add up to one of unit variance, each made of four uniforms. */
export interface Shocks {
  /** Standard deviation of the shock to a lab's growth, in its quarterly rate (0.02 is two points). */
  readonly growth: number;
  /** Standard deviation of the shock to investors' money, as a share of it. */
  readonly venture: number;
  /** Share of the variance that all labs and the investors have in common, 0..1. */
  readonly common: number;
}

/**
 * A family of futures (Monte Carlo). Future k is one world, the same whatever it is run beside: its draws come from Philox4x32-10 (Salmon et al. 2011)
 * at coordinates of its own. Futures 2k and 2k + 1 are an antithetic pair, and the same k meets the same draws wherever the dials stand (common random numbers).
 */
export interface Futures {
  readonly levers: Levers;
  readonly spreads: readonly Spread[];
  readonly shocks: Shocks;
  /** Whole, 0 .. 2^53 - 1. */
  readonly seed: number;
}
