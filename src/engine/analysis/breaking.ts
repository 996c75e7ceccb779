import type { World } from '../batch/batch';
import type { Outcomes } from '../batch/outcomes';
import type { CauseEdge, CauseGraph } from './causes';
import { edgesInto } from './causes';
import { type ChequeSearch, type SmallestCheque, smallestCheque, withCheque } from './cheque';
import { runAll, type WorldRunner } from './progress';
import { fallsOf } from './totals';

/** A shortfall up to this is rounding, not a missed bill (billions). */
const missed = 1e-9;

/** What it takes for a cause not to have its effect: money from outside, for one firm in one quarter. */
export interface LinkBreak {
  /** Who would get the money, by index, and when. */
  readonly firm: number;
  readonly quarter: number;
  /** The money that did not come, billions. */
  readonly amount: number;
  /** Would that money alone have prevented the effect? */
  readonly suffices: boolean;
  /** The smallest cheque in that quarter that does; undefined if none does, up to the bound of `smallestCheque`. */
  readonly smallest?: SmallestCheque | undefined;
}

/** What it takes for a failure not to come when it came. */
export interface FailureBreak {
  /** One for each cause of the failure, in the order of the log. */
  readonly links: readonly LinkBreak[];
  /** The smallest cheque in any one of the quarters in which the firm missed. Undefined if none is enough, as when the failure is forced. */
  readonly smallest?: SmallestCheque | undefined;
}

/**
 * What breaks one link of the graph of a world. Of a missed bill the effect is prevented if the firm misses none in that quarter: it would
 * get the money of the cause there and then. Of a failure, if the firm does not fall in that quarter or before: it would get its short of
 * the miss behind it, in the quarter of that miss. Of a contract that ended, if its payer does not fall: it would get its short of the
 * quarter. `world` is the one whose log the graph is of; it must have no cheque elsewhere.
 */
export function breakLink(runner: WorldRunner, world: World, { events }: CauseGraph, link: CauseEdge): LinkBreak {
  const effect = events[link.to];
  const firm = effect.by ?? effect.firm;
  const behind = link.event === undefined ? undefined : events[link.event];
  const quarter = effect.kind !== 'missed' && behind ? behind.t : effect.t;
  const search = { ...prevented(runner, firm, effect.t, effect.kind === 'missed'), firm, quarters: [quarter] };
  let suffices = false;
  runAll(
    runner,
    [withCheque(world, firm, quarter, link.amount)],
    (_, outcomes, row) => {
      suffices = search.enough(outcomes, row);
    },
    search.series,
  );
  return { firm, quarter, amount: link.amount, suffices, smallest: smallestCheque(runner, world, search) };
}

/** What prevents a failure, by the index of its event in the log. Throws if the event is not a failure. */
export function breakFailure(runner: WorldRunner, world: World, graph: CauseGraph, failure: number): FailureBreak {
  const { events } = graph;
  const { kind, firm, t } = events[failure];
  if (kind !== 'failed' && kind !== 'restructured') throw new Error(`Event ${failure} of this log is not a failure.`);
  const causes = edgesInto(graph, failure);
  const quarters = causes.flatMap(({ event }) => (event === undefined ? [] : [events[event].t]));
  return {
    links: causes.map((link) => breakLink(runner, world, graph, link)),
    smallest: smallestCheque(runner, world, { ...prevented(runner, firm, t, false), firm, quarters }),
  };
}

/** How to see that a firm does not miss in a quarter, or does not fall up to it. */
function prevented(
  { network }: WorldRunner,
  firm: number,
  quarter: number,
  miss: boolean,
): Pick<ChequeSearch, 'enough' | 'series'> {
  if (!miss) return { enough: (outcomes, row) => fallsOf(outcomes, row)[firm] > quarter };
  const at = quarter * network.firms.length + firm;
  const size = network.quarters * network.firms.length;
  const short = (outcomes: Outcomes, row: number) => outcomes.series['firm.short']?.[row * size + at] ?? Number.NaN;
  return { enough: (outcomes, row) => short(outcomes, row) <= missed, series: ['firm.short'] };
}
