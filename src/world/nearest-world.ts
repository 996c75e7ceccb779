import { allocateOutcomes, type LeverId, type Levers, leverIds, type World, type WorldRunner } from '../engine';
import { resultsOf } from '../engine/batch/results';
import { WorldView } from '../engine/futures/claim';
import { type Trial, trialOf, type Verdict } from './claim-verdict';
import type { EssayClaimId } from './claims';
import { type Dial, dialOf, dials } from './dials';
import { axisOf } from './grids';

/** A world in which a claim stands otherwise than in the reader's. */
export interface NearWorld {
  readonly levers: Levers;
  /** The one dial that differs, if it is one. */
  readonly dial?: LeverId;
  /** Else the name of the shipped world that it is. */
  readonly name?: string;
}

/** A world that can be set with one click. */
interface NamedWorld {
  readonly name: string;
  readonly levers: Levers;
}

/** Places looked at along each dial before the step that tips it is sought on the nearest one. */
const coarse = 9;
const fine = 101;

/**
 * The nearest world in which a claim has the wanted verdict: one dial turned as little as will do, as a part of its track; if no dial alone does it, the shipped world in which it is so
 * that moves the fewest dials. Undefined if neither does. Some 250 worlds and then at most a hundred: milliseconds, when a reader asks.
 */
export function nearestWorld(
  runner: WorldRunner,
  id: EssayClaimId,
  want: Verdict,
  levers: Levers,
  named: readonly NamedWorld[],
): NearWorld | undefined {
  const trial = trialOf(id, runner.network);
  const turned = nearestTurn(runner, trial, want, levers, dials, coarse);
  if (turned) {
    return nearestTurn(runner, trial, want, levers, [dialOf(turned.dial)], fine) ?? turned;
  }
  const verdicts = verdictsIn(runner, trial, named);
  const moves = ({ levers: other }: NamedWorld) => leverIds.filter((lever) => other[lever] !== levers[lever]).length;
  return named.filter((_, k) => verdicts[k] === want).sort((a, b) => moves(a) - moves(b))[0];
}

function nearestTurn(
  runner: WorldRunner,
  trial: Trial,
  want: Verdict,
  levers: Levers,
  along: readonly Dial[],
  places: number,
): (NearWorld & { readonly dial: LeverId }) | undefined {
  const turns = along.flatMap((dial) =>
    axisOf(dial, places).values.flatMap((value) => {
      if (value === levers[dial.id]) return [];
      const far = Math.abs(value - levers[dial.id]) / (dial.max - dial.min);
      return [{ dial: dial.id, far, levers: { ...levers, [dial.id]: value } }];
    }),
  );
  const verdicts = verdictsIn(runner, trial, turns);
  return turns.filter((_, k) => verdicts[k] === want).sort((a, b) => a.far - b.far)[0];
}

function verdictsIn(runner: WorldRunner, { reads, verdict }: Trial, worlds: readonly World[]): Verdict[] {
  const outcomes = allocateOutcomes(runner.network, worlds.length, reads);
  runner.run(worlds, outcomes);
  const view = new WorldView(resultsOf(outcomes), reads);
  return worlds.map((_, row) => {
    view.moveTo(row);
    return verdict(view);
  });
}
