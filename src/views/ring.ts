import type { Run } from '../engine';
import type { Cast } from '../world/session.svelte';
import { type FlowKind, investors, quarterFlows } from './flows';
import { arrowhead, barPath, ribbon, sides } from './ring-geometry';
import { between, type Layout, layoutOf, radius, type Seat } from './ring-layout';
import { type PartyState, stateOf } from './ring-state';

/** One party on the ring. */
export interface RingNode extends PartyState {
  /** Id of the firm, or `investors`. */
  readonly id: string;
  /** Index of the firm, or -1 for the investors. */
  readonly party: number;
  readonly name: string;
  readonly role: string;
  /** Where it sits, as a direction from the centre. */
  readonly x: number;
  readonly y: number;
  /** Its bar, and the part of it that is full. */
  readonly bar: string;
  readonly full: string;
}

/** One link of the network in one quarter. Links that carry nothing are there too, with a width of 0 and no paths. */
export interface RingFlow {
  readonly key: string;
  /** Index of the firm, or -1 for the investors. */
  readonly from: number;
  readonly to: number;
  readonly kind: FlowKind;
  /** Paid this quarter, and in the quiet reference, in billions. */
  readonly amount: number;
  readonly reference: number;
  readonly width: number;
  /** The middle line, from payer to payee. */
  readonly path: string;
  readonly arrow: string;
  /** The sides of the reference's ribbon, where it is visibly another one. */
  readonly outline: string;
}

/** The ring in one quarter. */
export interface Ring {
  /** Around the ring, from the top. */
  readonly nodes: readonly RingNode[];
  /** In the order in which they are drawn. */
  readonly flows: readonly RingFlow[];
}

/** The thinnest line that can be seen; widths go in fifths of it. */
const hairline = 1.25;
/** From this difference in width on, the reference's ribbon is drawn beside the reader's. */
const visible = 1.6;

/** A link's two ends, as angles. */
interface Ends {
  from: number;
  to: number;
}

/** The ring of a run in quarter t, laid out by the plan, against a quiet reference. */
export function ringOf(run: Run, plan: Run, cast: Cast, t: number, reference = plan): Ring {
  const layout = layoutOf(plan);
  const flows = quarterFlows(run, t);
  const quiet = reference === plan ? layout.planned[t] : quarterFlows(reference, t);
  const widths = flows.map(({ amount }) => widthOf(amount, layout));
  const quietWidths = quiet.map(({ amount }) => widthOf(amount, layout));
  // A ribbon takes the room it has, or what is left of it in the reference, so that its outlines stand apart too.
  const rooms = widths.map((width, k) => Math.max(width, quietWidths[k]));
  const { ends, spans } = dockAll(flows, rooms, layout);

  return {
    nodes: layout.seats.map((seat) => nodeOf(seat, spans[seat.party + 1], run, plan, cast, t)),
    flows: layout.drawing.map((k) => {
      const { key, from, to, kind, amount } = flows[k];
      const width = widths[k];
      const differs = Math.abs(width - quietWidths[k]) >= visible && quietWidths[k] > 0;
      const at = ends[k];
      return {
        key,
        from,
        to,
        kind,
        amount,
        reference: quiet[k].amount,
        width,
        path: width > 0 ? ribbon(at.from, at.to) : '',
        arrow: width > 0 ? arrowhead(at.to, width) : '',
        outline: differs ? sides(at.from, at.to, quietWidths[k]) : '',
      };
    }),
  };
}

function widthOf(amount: number, { scale, least }: Layout): number {
  return amount < least ? 0 : Math.max(hairline, Math.round(amount * scale * 4) / 4);
}

interface End {
  readonly link: number;
  readonly side: 'from' | 'to';
  /** Clockwise way to the other end. */
  readonly way: number;
  /** Keeps the links of one pair side by side without crossing: one end counts them up, the other down. */
  readonly rank: number;
}

/** Places the ends of all ribbons: side by side at each party, in the order in which they do not cross. */
function dockAll(
  flows: readonly { from: number; to: number }[],
  rooms: readonly number[],
  { seatOf }: Layout,
): { ends: Ends[]; spans: number[] } {
  const ends: Ends[] = flows.map(() => ({ from: 0, to: 0 }));
  const spans: number[] = [];
  const byParty: End[][] = seatOf.map(() => []);
  flows.forEach(({ from, to }, link) => {
    if (rooms[link] === 0) return;
    const way = clockwise(seatOf[from + 1], seatOf[to + 1]);
    const rank = from < to ? link : -link;
    byParty[from + 1].push({ link, side: 'from', way, rank });
    byParty[to + 1].push({ link, side: 'to', way: 2 * Math.PI - way, rank: -rank });
  });
  byParty.forEach((list, k) => {
    // Going clockwise along the bar, the partner furthest around comes first.
    list.sort((a, b) => b.way - a.way || a.rank - b.rank);
    const total = list.reduce((all, { link }) => all + rooms[link] + between, -between);
    let along = -total / 2;
    for (const { link, side } of list) {
      ends[link][side] = seatOf[k].angle + (along + rooms[link] / 2) / radius;
      along += rooms[link] + between;
    }
    spans.push(Math.max(0, total) / 2 / radius);
  });
  return { ends, spans };
}

function clockwise(from: Seat, to: Seat): number {
  const way = to.angle - from.angle;
  return way < 0 ? way + 2 * Math.PI : way;
}

function nodeOf(seat: Seat, span: number, run: Run, plan: Run, cast: Cast, t: number): RingNode {
  const { party, angle } = seat;
  const firm = party === investors ? { id: 'investors', name: 'Investors', role: 'investors' } : cast.firms[party];
  const state = stateOf(run, plan, cast, party, t);
  // In some worlds more money passes than in any quarter of the plan: the bar grows with it.
  const half = Math.max(seat.half, span + 0.008);
  return {
    ...state,
    id: firm.id,
    party,
    name: firm.name,
    role: firm.role,
    x: Math.cos(angle),
    y: Math.sin(angle),
    bar: barPath(angle - half, angle + half),
    full: state.fill > 0 ? barPath(angle - half, angle + half, state.fill) : '',
  };
}
