import type { World } from '../batch/batch';
import type { Outcomes, SeriesName } from '../batch/outcomes';
import { drained, progress, type Steps, type WorldRunner } from './progress';

/** Money from outside for one firm in one quarter, just enough for what was asked of it. */
export interface SmallestCheque {
  readonly quarter: number;
  /** Billions. It is enough. */
  readonly amount: number;
  /** Billions. In the same quarter this is not enough; it is less than `amount` by at most a thousandth, or by $1 million. */
  readonly tooLittle: number;
}

/** What a cheque has to do. */
export interface ChequeSearch {
  readonly firm: number;
  /** Quarters in which it may come. */
  readonly quarters: readonly number[];
  /** Is it enough in this world? Without a cheque it is not. */
  enough(outcomes: Outcomes, row: number): boolean;
  /** Series that `enough` reads. */
  readonly series?: readonly SeriesName[];
}

/** The smallest cheque that is tried, $1 million, in billions. Also how exactly small ones are found. */
const million = 0.001;
/** The largest is this many doublings of it: some 4,200 billion. */
const doublings = 22;
/** How exactly large ones are found, as a share. */
const exactness = 0.001;
/** Parts a bracket is cut into in each round. */
const parts = 16;

/**
 * The smallest cheque that is enough, over all quarters in which it may come (of equal ones the first in the list). Each quarter is tried
 * at doubling amounts, from $1 million to some $4,200 billion; below the first that is enough the bracket is cut in sixteen, again and
 * again. Were a larger cheque to do harm where a smaller one helps, which the model does not rule out, an island of help between two
 * amounts tried could be passed over. Undefined if no amount tried is enough.
 */
export function smallestCheque(runner: WorldRunner, world: World, search: ChequeSearch): SmallestCheque | undefined {
  return drained(chequeSteps(runner, world, search));
}

/** The same in steps of at most `budget` worlds, between which it can be dropped. */
export function* chequeSteps(
  runner: WorldRunner,
  world: World,
  search: ChequeSearch,
  budget = Number.MAX_SAFE_INTEGER,
): Steps<SmallestCheque | undefined> {
  const ladder = Array.from({ length: doublings + 1 }, (_, k) => million * 2 ** k);
  let trials: readonly Trial[] = search.quarters.map((quarter) => ({ quarter, tooLittle: 0, amounts: ladder }));
  for (;;) {
    const brackets = yield* narrowed(runner, world, search, trials, budget);
    const best = Math.min(...brackets.map(({ amount }) => amount));
    // All brackets have their ends on one ladder, so in the other quarters the best amount so far is too little.
    const [first, ...equals] = brackets.filter(({ amount }) => amount === best);
    if (!first) return undefined;
    if (first.amount - first.tooLittle <= Math.max(million, exactness * first.amount)) return first;
    trials = [first, ...equals].map(cut);
  }
}

/** The same world with a cheque, on top of the one that comes there already. Throws if one comes somewhere else: a world has room for one. */
export function withCheque(world: World, firm: number, quarter: number, amount: number): World {
  const given = world.circumstances?.cheque;
  if (given && (given.firm !== firm || given.quarter !== quarter)) {
    throw new Error('This world has its cheque already, for another firm or in another quarter.');
  }
  const cheque = { firm, quarter, amount: amount + (given?.amount ?? 0) };
  return { ...world, circumstances: { ...world.circumstances, cheque } };
}

function cut({ quarter, tooLittle, amount }: SmallestCheque): Trial {
  const part = (amount - tooLittle) / parts;
  const inner = Array.from({ length: parts - 1 }, (_, k) => tooLittle + part * (k + 1));
  return { quarter, tooLittle, amounts: [...inner, amount] };
}

interface Trial {
  readonly quarter: number;
  readonly tooLittle: number;
  /** Ascending. */
  readonly amounts: readonly number[];
}

/** For each trial the first of its amounts that is enough, and the one before it; nothing where none is enough. */
function* narrowed(
  runner: WorldRunner,
  world: World,
  search: ChequeSearch,
  trials: readonly Trial[],
  budget: number,
): Steps<SmallestCheque[]> {
  const cheques = trials.flatMap(({ quarter, amounts }) => amounts.map((amount) => ({ quarter, amount })));
  const enough: boolean[] = [];
  const work = progress(
    runner,
    cheques.length,
    (k) => withCheque(world, search.firm, cheques[k].quarter, cheques[k].amount),
    (_, outcomes, row) => {
      enough.push(search.enough(outcomes, row));
    },
    search.series,
  );
  for (let done = cheques.length === 0; !done; ) {
    done = work.step(budget);
    // Also after the last step: the next search begins with a step of its own.
    yield;
  }
  let from = 0;
  return trials.flatMap(({ quarter, tooLittle, amounts }) => {
    const first = enough.slice(from, from + amounts.length).indexOf(true);
    from += amounts.length;
    return first < 0
      ? []
      : [{ quarter, tooLittle: first > 0 ? amounts[first - 1] : tooLittle, amount: amounts[first] }];
  });
}
