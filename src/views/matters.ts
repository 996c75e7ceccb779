import { type Levers, type WorldRunner, whoMatters } from '../engine';
import { hundredths } from './fine';

/** What it means for the others that one firm fails. Money in billions, over the run. */
export interface Mattering {
  readonly firm: number;
  /** It fell before anyway. */
  readonly alreadyFell: boolean;
  /** Promises to the others that are gone because of it; below 0 if fewer are. */
  readonly promises: number;
  /** What the others do not build because of it. */
  readonly unbuilt: number;
  /** Others that fall only because of it, and those that fall only without it. */
  readonly fallen: readonly number[];
  readonly spared: readonly number[];
  /** Others that fall either way, but later or sooner because of it. */
  readonly delayed: readonly number[];
  readonly hastened: readonly number[];
  /** The share of all other firms’ buffers that is gone by DebtRank, 0..1. */
  readonly debtRank: number;
}

export interface Matters {
  /** The quarter at whose end each is made to fail. */
  readonly quarter: number;
  /** Those first whose failure costs the others most promises. */
  readonly firms: readonly Mattering[];
  /** Who is first by DebtRank; undefined if nobody’s stress reaches another. */
  readonly firstByRank: number | undefined;
}

export function mattersOf(runner: WorldRunner, levers: Levers): Matters {
  const { quarter, firms } = whoMatters(runner, { levers });
  const all = firms.map(
    ({ firm, alreadyFell, caused, fallen, spared, delayed, hastened, debtRank }): Mattering => ({
      firm,
      alreadyFell,
      promises: caused.lost + caused.cut + caused.badDebt,
      unbuilt: caused.capex,
      fallen,
      spared,
      delayed,
      hastened,
      debtRank,
    }),
  );
  const most = Math.max(...all.map(({ debtRank }) => debtRank));
  return {
    quarter,
    firms: [...all].sort((a, b) => b.promises - a.promises || a.firm - b.firm),
    firstByRank: most > 0 ? all.find(({ debtRank }) => debtRank === most)?.firm : undefined,
  };
}

/** A bar from the axis: across a drawing that is 100 wide. */
export interface MatterBar {
  readonly from: number;
  readonly wide: number;
  /** Fewer promises are gone: it is hollow, and left of the axis. */
  readonly hollow: boolean;
  /** Where its right end is, or the axis: words stand right of that. */
  readonly end: number;
}

/** The bars of all firms on one scale, and where its axis is. */
export interface MatterBars {
  readonly axis: number;
  readonly of: (one: Mattering) => MatterBar;
}

/** What is narrower than this has no room to be hollow. */
const leastHollow = 2;

export function matterBars({ firms }: Matters): MatterBars {
  const least = Math.min(0, ...firms.map(({ promises }) => promises));
  const most = Math.max(1e-9, ...firms.map(({ promises }) => promises));
  const place = (promises: number) => hundredths((100 * (promises - least)) / (most - least));
  const axis = place(0);
  return {
    axis,
    of({ promises }) {
      const at = place(promises);
      const wide = hundredths(Math.abs(at - axis));
      return { from: Math.min(axis, at), wide, hollow: at < axis && wide >= leastHollow, end: Math.max(axis, at) };
    },
  };
}
