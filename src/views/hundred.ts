import type { Findings } from '../engine/futures';

/** One of a hundred worlds that stand for all futures. */
export interface LittleWorld {
  /** Which future it is. */
  readonly future: number;
  /** Who falls in it and when, the first one first; of several in one quarter in the order of the network. */
  readonly falls: readonly { readonly firm: number; readonly t: number }[];
}

/** How often something happened. */
export interface Count {
  /** Of a hundred worlds, rounded. */
  readonly of100: number;
  readonly share: number;
  readonly standardError: number;
}

export interface Hundred {
  /** How many futures have been run, and how many will be. */
  readonly futures: number;
  readonly count: number;
  /** In the order in which their first firm falls; last the worlds in which nobody does. */
  readonly worlds: readonly LittleWorld[];
  /** Somebody falls. */
  readonly somebody: Count;
  /** Per firm: it still stands, sound, as the run ends. */
  readonly standing: readonly Count[];
  /** Who falls at all, the most often first, and in how many of a hundred worlds it is the first. */
  readonly fallers: readonly { readonly firm: number; readonly falls: Count; readonly first: number }[];
}

/** How many worlds are shown. */
export const shownWorlds = 100;

/**
 * All futures as a hundred: they are put in the order of their first fall, and of every hundredth part the one in the middle is taken. So a group of futures is
 * there as often as it is among all, to the nearest world, and each is a future that was run and can be run again. The findings must know the claim `nobody-fails`.
 */
export function hundredOf(findings: Findings): Hundred {
  const { network, futures, count } = findings;
  const { quarters } = network;
  const fellAt = network.firms.map((_, firm) => findings.fellAt(firm));
  const fallsIn = (future: number) =>
    fellAt
      .flatMap((quarterOf, firm) => (quarterOf[future] < quarters ? [{ firm, t: quarterOf[future] }] : []))
      .sort((a, b) => a.t - b.t || a.firm - b.firm);

  const order = inOrderOfFalls(fellAt, quarters, futures);
  const worlds = Array.from({ length: shownWorlds }, (_, k) => {
    const future = order[Math.floor(((k + 0.5) * futures) / shownWorlds)];
    return { future, falls: fallsIn(future) };
  });
  const standing = network.firms.map((_, firm) => {
    const { share, standardError } = findings.survival(firm);
    return countOf(share[quarters - 1], standardError[quarters - 1]);
  });
  const fallers = standing.flatMap(({ share, standardError }, firm) =>
    share < 1
      ? [
          {
            firm,
            falls: countOf(1 - share, standardError),
            first: worlds.filter(({ falls }) => falls[0]?.firm === firm).length,
          },
        ]
      : [],
  );
  const nobody = findings.odds('nobody-fails');
  return {
    futures,
    count,
    worlds,
    somebody: countOf(1 - nobody.value, nobody.standardError),
    standing,
    fallers: fallers.sort((a, b) => b.falls.share - a.falls.share || a.firm - b.firm),
  };
}

export function countOf(share: number, standardError: number): Count {
  return { of100: Math.round(shownWorlds * share), share, standardError };
}

/** The futures by the quarter of their first fall, then by who falls, then by their own numbers: sorted as plain numbers, for there are thousands. */
function inOrderOfFalls(fellAt: readonly Int16Array[], quarters: number, futures: number): Float64Array {
  const firms = fellAt.length;
  const keys = Float64Array.from({ length: futures }, (_, future) => {
    let first = quarters;
    let who = firms;
    let fallen = 0;
    for (let firm = 0; firm < firms; firm++) {
      const t = fellAt[firm][future];
      if (t < quarters) fallen += 1;
      if (t < first) {
        first = t;
        who = firm;
      }
    }
    return ((first * (firms + 1) + who) * (firms + 1) + fallen) * futures + future;
  });
  return keys.sort().map((key) => key % futures);
}
