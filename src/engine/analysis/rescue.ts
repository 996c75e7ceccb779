import type { World } from '../batch/batch';
import type { Outcomes } from '../batch/outcomes';
import type { LeverId } from '../levers';
import { chequeSteps, type SmallestCheque, withCheque } from './cheque';
import { type Grid, shareOfRange, stepsTo } from './grid';
import { drained, runAll, type Steps, type WorldRunner } from './progress';
import { type DialSweep, sweepDials } from './sweep';
import { fallsOf, fallsOnlyIn } from './totals';

/** One dial moved, and the firm never falls. */
export interface DialRescue {
  readonly lever: LeverId;
  /** Where the dial has to stand: of all its values that save the firm, the one nearest to where it stands now. */
  readonly value: number;
  /** How many steps that is; down is negative. */
  readonly steps: number;
  /** How far it is, as a share of the dial's range. */
  readonly share: number;
  /** Who falls in that world and does not in this one, by index. */
  readonly instead: readonly number[];
}

/** One cheque, and the firm never falls. */
export interface ChequeRescue extends SmallestCheque {
  readonly instead: readonly number[];
}

/** Every single change that saves a firm. */
export interface Rescue {
  readonly firm: number;
  /** The quarter at whose end it falls as things stand; undefined if it does not, and there is nothing to save it from. */
  readonly fallsAt?: number | undefined;
  /** One for each dial that can save it, the nearest first. None if no single dial can. */
  readonly dials: readonly DialRescue[];
  /** The smallest cheque that does, in the quarter in which the least is enough (`smallestCheque` says how it is found). Undefined if none does. */
  readonly cheque?: ChequeRescue | undefined;
}

/**
 * What would save a firm, at once: some 1,900 runs for the dials of the model and 1,000 for the cheque; none but the world's own if the
 * firm does not fall. Throws if the world has a cheque already.
 */
export function findRescue(runner: WorldRunner, world: World, grids: readonly Grid[], firm: number): Rescue {
  return drained(rescueSteps(runner, world, grids, firm));
}

/** The same in steps of at most `budget` worlds, between which it can be dropped. */
export function* rescueSteps(
  runner: WorldRunner,
  world: World,
  grids: readonly Grid[],
  firm: number,
  budget = Number.MAX_SAFE_INTEGER,
): Steps<Rescue> {
  if (world.circumstances?.cheque) throw new Error('In this world a cheque has been written already.');
  const sweep = sweepDials(runner, world, grids);
  sweep.step(1);
  const present = sweep.present();
  if (present[firm] >= sweep.quarters) return { firm, dials: [] };
  while (!sweep.step(budget)) yield;
  const cheque = yield* chequeRescue(runner, world, firm, present, budget);
  return { firm, fallsAt: present[firm], dials: dialRescues(sweep, firm), cheque };
}

/**
 * The dials that save a firm, from a sweep that is done: ranked by how small a share of its range each has to move, and in the order of the
 * grids where that is equal.
 */
export function dialRescues(sweep: DialSweep, firm: number): DialRescue[] {
  if (sweep.done < sweep.total) throw new Error('The sweep is not done: a nearer rescue may be still to come.');
  if (sweep.present()[firm] >= sweep.quarters) return [];
  return sweep.grids.flatMap((_, grid) => nearestRescue(sweep, grid, firm) ?? []).sort((a, b) => a.share - b.share);
}

/** The nearest value of one dial that saves the firm; of two at one distance the lower. */
function nearestRescue(sweep: DialSweep, index: number, firm: number): DialRescue | undefined {
  const grid = sweep.grids[index];
  const from = sweep.world.levers[grid.lever];
  let nearest: DialRescue | undefined;
  grid.values.forEach((value, k) => {
    const fellAt = sweep.at(index, k);
    if (!fellAt || fellAt[firm] < sweep.quarters) return;
    if (nearest && Math.abs(nearest.value - from) <= Math.abs(value - from)) return;
    nearest = {
      lever: grid.lever,
      value,
      steps: stepsTo(grid, from, k),
      share: shareOfRange(grid, from, value),
      instead: fallsOnlyIn(fellAt, sweep.present(), sweep.quarters),
    };
  });
  return nearest;
}

function* chequeRescue(
  runner: WorldRunner,
  world: World,
  firm: number,
  present: ArrayLike<number>,
  budget: number,
): Steps<ChequeRescue | undefined> {
  const { quarters } = runner.network;
  const search = {
    firm,
    quarters: Array.from({ length: present[firm] + 1 }, (_, quarter) => quarter),
    enough: (outcomes: Outcomes, row: number) => fallsOf(outcomes, row)[firm] >= quarters,
  };
  const cheque = yield* chequeSteps(runner, world, search, budget);
  if (!cheque) return undefined;
  let instead: number[] = [];
  runAll(runner, [withCheque(world, firm, cheque.quarter, cheque.amount)], (_, outcomes, row) => {
    instead = fallsOnlyIn(fallsOf(outcomes, row), present, quarters);
  });
  return { ...cheque, instead };
}
