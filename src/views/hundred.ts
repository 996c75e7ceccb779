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
  /** The place of a world near the middle. It is the same future for as long as the same world is counted, and for whoever else opens it. */
  readonly middle: number;
  /** Somebody falls. */
  readonly somebody: Count;
  /** Per firm: it still stands, sound, as the run ends. */
  readonly standing: readonly Count[];
  /** Who falls at all, the most often first, and in how many of a hundred worlds it is the first. */
  readonly fallers: readonly { readonly firm: number; readonly falls: Count; readonly first: number }[];
}

/** How many worlds are shown. */
export const shownWorlds = 100;

/** Among so many futures the one in the middle is found: they are there in every count, however short. */
const firstCounted = 64;

/**
 * All futures as a hundred: they are put in the order of their first fall, and of every hundredth part one stands for it. So a kind of futures is there as often as it is among all, to the
 * nearest world, and each is a future that was run and can be run again. Of a kind those are shown that were counted first: most of them stay while more are counted. The findings
 * must know the claim `nobody-fails`.
 */
export function hundredOf(findings: Findings): Hundred {
  const { network, futures, count } = findings;
  const { quarters } = network;
  const fellAt = network.firms.map((_, firm) => findings.fellAt(firm));
  const fallsIn = (future: number) =>
    fellAt
      .flatMap((quarterOf, firm) => (quarterOf[future] < quarters ? [{ firm, t: quarterOf[future] }] : []))
      .sort((a, b) => a.t - b.t || a.firm - b.firm);

  const { kinds, order } = inOrderOfFalls(fellAt, quarters, futures);
  const shown = standingFor(kinds, order);
  const early = order.filter((future) => future < firstCounted);
  const middle = placed(shown, order, early[Math.floor(early.length / 2)]);
  const worlds = shown.map((future) => ({ future, falls: fallsIn(future) }));
  const standing = network.firms.map((_, firm) => {
    const { share, standardError } = findings.survival(firm);
    return countOf(share[quarters - 1], standardError[quarters - 1]);
  });
  const fallers = standing.flatMap(({ share }, firm) =>
    share < 1
      ? [
          {
            firm,
            falls: otherThan(standing[firm]),
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
    middle,
    somebody: otherThan(countOf(nobody.value, nobody.standardError)),
    standing,
    fallers: fallers.sort((a, b) => b.falls.share - a.falls.share || a.firm - b.firm),
  };
}

export function countOf(share: number, standardError: number): Count {
  return { of100: Math.round(shownWorlds * share), share, standardError };
}

/** How often it did not happen. Of the hundred worlds the two are all. */
export function otherThan({ of100, share, standardError }: Count): Count {
  return { of100: shownWorlds - of100, share: 1 - share, standardError };
}

/** The futures that stand for all: as many of each kind as it has of the hundred, the first of it. Of fewer than a hundred futures some stand there twice. */
function standingFor(kinds: Float64Array, order: Float64Array): number[] {
  const futures = order.length;
  const places = Array.from({ length: shownWorlds }, (_, k) => Math.floor(((k + 0.5) * futures) / shownWorlds));
  return places.map((place, k) => {
    const kind = kinds[place];
    const from = kinds.indexOf(kind);
    const size = kinds.lastIndexOf(kind) + 1 - from;
    const before = places.findIndex((other) => other >= from);
    const share = places.filter((other) => kinds[other] === kind).length;
    return order[from + Math.floor((k - before) * Math.min(1, size / share))];
  });
}

/** Where a future stands among those that are shown. If it is not there, it is put in the place of the one that stands for its part of all. */
function placed(shown: number[], order: Float64Array, future: number): number {
  const at = shown.indexOf(future);
  if (at >= 0) return at;
  const part = Math.floor((shownWorlds * order.indexOf(future)) / order.length);
  shown[part] = future;
  return part;
}

/** The futures by the quarter of their first fall, then by who falls, which is their kind, then by their own numbers: sorted as plain numbers, for there are thousands. */
function inOrderOfFalls(fellAt: readonly Int16Array[], quarters: number, futures: number) {
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
  keys.sort();
  return { kinds: keys.map((key) => Math.floor(key / futures)), order: keys.map((key) => key % futures) };
}
