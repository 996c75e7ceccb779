import { allocateOutcomes, type LeverId, type Levers, type Outcomes, type World, type WorldRunner } from '../engine';
import { quarterWide, tall } from './band-paths';
import { type Point, polyline } from './polyline';

/** One future, run alone. Money in billions. */
export interface Replay {
  /** Its dials, as they were drawn. */
  readonly levers: Levers;
  /** Dials that say most of what kind of future it is, of those that were drawn. */
  readonly told: readonly LeverId[];
  /** Promised and never paid: what ended with its payer, what was declined, and bills that were not recovered. */
  readonly unpaid: number;
  /** Per lab its cash by quarter: a path in the units of band-paths.ts, up to its fall. */
  readonly labs: readonly ReplayedLab[];
  /** The cash that reaches the top. */
  readonly top: number;
}

export interface ReplayedLab {
  readonly firm: number;
  readonly path: string;
  readonly fellAt: number | undefined;
  /** Its cash as the run ends, or in the quarter of its fall. */
  readonly end: number;
  /** How high its name stands at the end of the run, 0..1: by its line, or as near as the names of the others let it. Nothing for one that fell. */
  readonly label: number | undefined;
}

/** Names beside the drawing keep this much apart, as a part of its height. */
const apart = 0.24;

/** What a reader has met by this chapter: when the money goes, how much, for how long, and how the labs grow. */
const telling: readonly LeverId[] = ['stop', 'severity', 'growth', 'drought'];

/** Runs futures one at a time, in the same room again and again. */
export function replayer(runner: WorldRunner): (world: World, drawn: readonly LeverId[]) => Replay {
  const outcomes = allocateOutcomes(runner.network, 1, ['firm.cash']);
  return (world, drawn) => {
    runner.run([world], outcomes);
    return read(outcomes, world, drawn);
  };
}

function read(outcomes: Outcomes, { levers }: World, drawn: readonly LeverId[]): Replay {
  const { network } = outcomes;
  const { quarters, firms } = network;
  const cash = outcomes.series['firm.cash'] ?? new Float64Array();
  const lines = firms.flatMap(({ lab }, firm) => {
    if (!lab) return [];
    const fell = outcomes.fellAt[firm];
    const to = Math.min(quarters, fell + 1);
    const values = Array.from({ length: to }, (_, t) => Math.max(0, cash[t * firms.length + firm]));
    return [{ firm, values, fellAt: fell < quarters ? fell : undefined }];
  });
  const top = Math.max(1, ...lines.flatMap(({ values }) => values));
  return {
    levers,
    told: telling.filter((id) => drawn.includes(id) && (levers.stop < quarters || id === 'growth')),
    unpaid: outcomes.lost[0] + outcomes.cut[0] + outcomes.losses.badDebt.reduce((sum, debt) => sum + debt, 0),
    labs: labelled(
      lines.map(({ firm, values, fellAt }) => ({
        firm,
        fellAt,
        path: lineThrough(values, top),
        end: values[values.length - 1],
      })),
      top,
    ),
    top,
  };
}

/** Places the names of those that stand as the run ends: from the lowest up, and down again where they would not fit. */
function labelled(labs: readonly Omit<ReplayedLab, 'label'>[], top: number): ReplayedLab[] {
  const standing = labs.filter(({ fellAt }) => fellAt === undefined).sort((a, b) => a.end - b.end);
  const places = new Map<number, number>();
  let free = 0;
  for (const [k, { firm, end }] of standing.entries()) {
    const place = Math.max(free, Math.min(end / top, 1 - apart * (standing.length - 1 - k)));
    places.set(firm, place);
    free = place + apart;
  }
  return labs.map((lab) => ({ ...lab, label: places.get(lab.firm) }));
}

/** A line through the middles of the quarters, as high as its values are of the top. */
export function lineThrough(values: readonly number[], top: number): string {
  return polyline(pointsThrough(values, top));
}

export function pointsThrough(values: readonly number[], top: number): Point[] {
  return values.map((value, t) => [t * quarterWide + 1, -Math.round((value / top) * tall)]);
}
