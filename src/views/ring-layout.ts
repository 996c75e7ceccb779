import type { Run } from '../engine';
import { type Flow, linksOf, quarterFlows } from './flows';
import { orderParties } from './ring-order';

/** The drawing is a square of 2 x `extent` units with the centre of the ring at 0, 0; y points down. */
export const extent = 250;
/** Radius of the ring on which the firms sit. */
export const radius = 240;
/** Thickness of a firm's bar. */
export const bar = 12;
/** Where the ribbons end: at the inner edge of the bars. */
export const dock = radius - bar / 2 - 1.5;
/** Width of the plan's largest flow. */
const widest = 30;
/** Room between two ribbons that end side by side. */
export const between = 1.5;
const shortestBar = 36;
/** Most of the circle that bars may fill. */
const fullest = 0.55;

/** A party's place. Angles in radians, clockwise from the right. */
export interface Seat {
  /** -1 for the investors, else the index of the firm. */
  readonly party: number;
  readonly angle: number;
  /** Half of the bar's length, as an angle. */
  readonly half: number;
  /** Place in the row around the ring, from the top. */
  readonly at: number;
}

/** What stays the same on a page, whatever the reader turns. */
export interface Layout {
  /** In the order around the ring. */
  readonly seats: readonly Seat[];
  /** Seat of a party, at its index + 1. */
  readonly seatOf: readonly Seat[];
  /** Width of a billion dollars a quarter. One scale for all quarters and worlds, so that thickness compares. */
  readonly scale: number;
  /** Anything smaller is not drawn, in billions. */
  readonly least: number;
  /** Places of the links in the order in which they are drawn: thick ones first, cheques on top. */
  readonly drawing: readonly number[];
  /** The plan's flows, quarter by quarter. */
  readonly planned: readonly (readonly Flow[])[];
}

const known = new WeakMap<Run, Layout>();

/** The ring of a network, laid out once from its plan. */
export function layoutOf(plan: Run): Layout {
  let layout = known.get(plan);
  if (!layout) {
    layout = lay(plan);
    known.set(plan, layout);
  }
  return layout;
}

function lay(plan: Run): Layout {
  const { network } = plan;
  const links = linksOf(network);
  const quarters = Array.from({ length: network.quarters }, (_, t) => quarterFlows(plan, t));
  const largest = Math.max(1e-6, ...quarters.flatMap((flows) => flows.map(({ amount }) => amount)));
  const volume = links.map((_, k) => quarters.reduce((all, flows) => all + flows[k].amount, 0));
  const order = orderParties(network.firms.length + 1, links, volume);
  const circle = 2 * Math.PI * radius;

  const lengths = order.map((party) => barLength(party - 1, quarters, widest / largest));
  const total = lengths.reduce((all, length) => all + length, 0);
  const shrink = Math.min(1, (fullest * circle) / total);
  const gap = (circle - total * shrink) / order.length;

  let along = 0;
  const middles = lengths.map((length) => {
    const middle = along + (length * shrink) / 2;
    along += length * shrink + gap;
    return middle;
  });
  const seats = order.map((party, at) => ({
    party: party - 1,
    // The first sits at the top.
    angle: (middles[at] - middles[0]) / radius - Math.PI / 2,
    half: (lengths[at] * shrink) / 2 / radius,
    at,
  }));
  return {
    planned: quarters,
    seats,
    seatOf: seats.toSorted((a, b) => a.party - b.party),
    scale: (widest / largest) * shrink,
    least: largest / 500,
    drawing: links
      .map((_, k) => k)
      .sort((a, b) => Number(links[a].kind === 'cheque') - Number(links[b].kind === 'cheque') || volume[b] - volume[a]),
  };
}

/** Long enough for the ribbons of the busiest quarter of the plan. */
function barLength(party: number, quarters: readonly (readonly Flow[])[], scale: number): number {
  const busiest = Math.max(
    ...quarters.map((flows) =>
      flows.reduce((all, { from, to, amount }) => {
        const ends = Number(from === party) + Number(to === party);
        return amount > 0 ? all + ends * (amount * scale + between) : all;
      }, 0),
    ),
  );
  return Math.max(shortestBar, busiest + 8);
}
