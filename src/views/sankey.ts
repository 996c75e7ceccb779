import { type SankeyNode, sankey } from 'd3-sankey';
import type { FlowTable, MoneyFlow } from './money-flows';

/** One party on one side of the drawing: at the left it pays, at the right it is paid. */
export interface Stand {
  readonly key: string;
  /** Index of a firm, or a party outside. */
  readonly party: number;
  readonly pays: boolean;
  readonly amount: number;
  /** In pixels. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A payment as a band from its payer to its payee, as thick as the money. */
export interface Ribbon extends MoneyFlow {
  readonly path: string;
  readonly thick: number;
  /** The middle of its left end. */
  readonly x: number;
  readonly y: number;
}

export interface SankeyDrawing {
  readonly stands: readonly Stand[];
  readonly ribbons: readonly Ribbon[];
  /** How much of the height this quarter takes. */
  readonly height: number;
}

export interface SankeyRoom {
  readonly width: number;
  /** What the quarter with the most money takes. */
  readonly height: number;
  /** Left and right of the drawing, for names. */
  readonly margin: number;
}

/** How wide a party stands. */
export const standWide = 10;
/** Between two parties of one side: a line of words fits beside each. */
const apart = 17;

interface Party {
  readonly key: string;
  readonly party: number;
  readonly pays: boolean;
}

/**
 * Quarter t of a run, its payers at the left and its payees at the right, so that a firm that does both stands on both sides. A billion is as thick in every quarter, and each party
 * keeps its place among the others though it pays nothing now. Undefined if nobody pays anybody.
 */
export function sankeyOf(
  table: FlowTable,
  t: number,
  { width, height, margin }: SankeyRoom,
): SankeyDrawing | undefined {
  const flows = table.flows(t);
  const total = table.totals[t];
  if (!(total > 0) || width <= 2 * margin) return undefined;
  const parties = partiesOf(flows);
  const rows = Math.max(...[true, false].map((pays) => parties.filter((party) => party.pays === pays).length));
  const gaps = (rows - 1) * apart;
  const tall = gaps + ((Math.max(height, gaps * 1.5) - gaps) * total) / table.most;

  const graph = sankey<Party, MoneyFlow>()
    .nodeId(({ key }) => key)
    .nodeAlign(({ pays }) => (pays ? 0 : 1))
    .nodeSort(null)
    .nodeWidth(standWide)
    .nodePadding(apart)
    .extent([
      [margin, 0],
      [width - margin, tall],
    ])({
    nodes: parties.map((party) => ({ ...party })),
    links: flows.map((flow) => ({
      ...flow,
      source: keyOf(flow.from, true),
      target: keyOf(flow.to, false),
      value: flow.amount,
    })),
  });

  return {
    height: tall,
    stands: graph.nodes.map(({ key, party, pays, value = 0, x0 = 0, y0 = 0, y1 = 0 }) => ({
      key,
      party,
      pays,
      amount: value,
      x: x0,
      y: y0,
      height: y1 - y0,
    })),
    ribbons: graph.links.map(({ key, kind, from, to, amount, source, target, width: thick = 0, y0 = 0, y1 = 0 }) => {
      const [left, right] = [
        (source as SankeyNode<Party, MoneyFlow>).x1 ?? 0,
        (target as SankeyNode<Party, MoneyFlow>).x0 ?? 0,
      ];
      return { key, kind, from, to, amount, thick, x: left, y: y0, path: band(left, y0, right, y1, thick) };
    }),
  };
}

const keyOf = (party: number, pays: boolean) => `${pays ? 'pays' : 'paid'}-${party}`;

/** All payers and all payees, those outside before the firms at the left, and behind them at the right. */
function partiesOf(flows: readonly MoneyFlow[]): Party[] {
  const side = (pays: boolean) => {
    const found = [...new Set(flows.map(({ from, to }) => (pays ? from : to)))];
    const [firms, others] = [found.filter((party) => party >= 0), found.filter((party) => party < 0)];
    firms.sort((a, b) => a - b);
    others.sort((a, b) => b - a);
    return (pays ? [...others, ...firms] : [...firms, ...others]).map((party) => ({
      key: keyOf(party, pays),
      party,
      pays,
    }));
  };
  return [...side(true), ...side(false)];
}

/** The outline of a band between two heights, flat at both its ends. */
function band(x0: number, y0: number, x1: number, y1: number, thick: number): string {
  const half = thick / 2;
  const [a, b, m] = [fine(x0), fine(x1), fine((x0 + x1) / 2)];
  const edge = (to: number, y: number, z: number) => `C${m} ${fine(y)} ${m} ${fine(z)} ${to} ${fine(z)}`;
  return `M${a} ${fine(y0 - half)}${edge(b, y0 - half, y1 - half)}V${fine(y1 + half)}${edge(a, y1 + half, y0 + half)}Z`;
}

function fine(x: number): number {
  return Math.round(x * 10) / 10;
}
