import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  behind,
  burnedBy,
  type CauseGraph,
  causesOf,
  type Event,
  edgesInto,
  explainedEvents,
  rootsOf,
} from '../../../src/engine';
import { shippedNetwork } from '../../../src/world/shipped';
import { arbCircumstances } from '../../arbitraries/circumstances';
import { arbLevers, arbNetwork } from '../../arbitraries/world';
import { countedBatch } from './counted';
import { shipped } from './shipped';

const sum = (values: Iterable<number>) => Array.from(values).reduce((all, value) => all + value, 0);
const isFailure = ({ kind }: Event) => kind === 'failed' || kind === 'restructured';

const worlds = arbNetwork().chain((network) => fc.tuple(fc.constant(network), arbLevers(), arbCircumstances(network)));

/** Checks a graph in many worlds. */
const inEveryWorld = (check: (graph: CauseGraph) => void) =>
  fc.assert(
    fc.asyncProperty(worlds, async ([network, levers, circumstances]) => {
      const { engine } = await countedBatch(network);
      check(causesOf(engine.run(levers, circumstances).events));
    }),
    { numRuns: 120 },
  );

/** Do some firms miss in one quarter because of each other? */
function hasCircle({ edges, events }: CauseGraph): boolean {
  const within = edges.filter(
    ({ event, to }) => event !== undefined && events[event].t === events[to].t && events[to].kind === 'missed',
  );
  return within.some(({ event, to }) => within.some((other) => other.event === to && other.to === event));
}

describe('the graph of causes', () => {
  it('puts each short down to its causes, in proportion to them where they exceed it, and the rest to the firm itself', async () => {
    await inEveryWorld((graph) => {
      graph.events.forEach((event, index) => {
        const edges = edgesInto(graph, index);
        expect(sum(edges.map(({ share }) => share))).toBeCloseTo(1, 9);
        if (event.kind !== 'missed') {
          expect(edges.map(({ share }) => share)).toEqual(edges.map((_, k) => (k === edges.length - 1 ? 1 : 0)));
          return;
        }
        const listed = sum(event.causes.map(({ amount }) => amount));
        const scale = Math.min(1, event.amount / listed);
        event.causes.forEach(({ kind, amount }, k) => {
          expect(edges[k]).toMatchObject({ kind, amount, explained: expect.closeTo(amount * scale, 9) });
          expect(edges[k].explained).toBeCloseTo(edges[k].share * event.amount, 9);
        });
        expect(edges.length - event.causes.length).toBe(listed < event.amount ? 1 : 0);
        if (listed < event.amount) expect(edges.at(-1)).toMatchObject({ kind: 'own', amount: event.amount - listed });
      });
    });
  });

  it('takes what default burns out of a short first, wholly, and puts the rest down to money that did not come', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(worlds, async ([network, levers, circumstances]) => {
        const { engine } = await countedBatch(network);
        const run = engine.run({ ...levers, friction: 0.4 }, circumstances);
        const graph = causesOf(run.events, burnedBy(run));
        graph.events.forEach((event, index) => {
          if (event.kind !== 'missed') return;
          const burned = run.firm.destroyed[event.t * network.firms.length + event.firm];
          const edges = edgesInto(graph, index);
          expect(sum(edges.map(({ share }) => share))).toBeCloseTo(1, 9);
          const parts = edges.filter(({ kind }) => kind === 'burned');
          expect(parts).toHaveLength(burned > 0 ? 1 : 0);
          if (burned === 0) return;
          found += 1;
          expect(parts[0].explained).toBeCloseTo(burned, 9);
          const rest = edges.filter(({ kind }) => kind !== 'burned');
          expect(sum(rest.map(({ explained }) => explained)) + burned).toBeCloseTo(event.amount, 6);
        });
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('traces every amount to roots whose shares sum to 1, also where firms miss because of each other', async () => {
    let circles = 0;
    await inEveryWorld((graph) => {
      if (hasCircle(graph)) circles += 1;
      for (const [index, shares] of graph.shares.entries()) {
        expect(sum(shares)).toBeCloseTo(1, 9);
        expect(shares.every((share) => share >= 0)).toBe(true);
        const traced = new Float64Array(graph.roots.length);
        for (const { event, root, share } of edgesInto(graph, index)) {
          if (root !== undefined) traced[root] += share;
          if (event !== undefined) for (const [r, part] of graph.shares[event].entries()) traced[r] += share * part;
        }
        expect(traced.every((part, r) => Math.abs(part - shares[r]) < 1e-9)).toBe(true);
      }
    });
    expect(circles).toBeGreaterThan(0);
  });

  it('has behind an event exactly what can be reached, and no root from anywhere else', async () => {
    await inEveryWorld((graph) => {
      graph.events.forEach((event, index) => {
        if (!isFailure(event)) return;
        const reached = behind(graph, index);
        expect(reached.events).toContain(index);
        const inside = (edge: { event?: number | undefined; root?: number | undefined }) =>
          edge.event === undefined ? reached.roots.includes(edge.root ?? -1) : reached.events.includes(edge.event);
        const edges = graph.edges.filter(({ to }) => reached.events.includes(to));
        expect(edges.every(inside)).toBe(true);
        const sources = new Set(edges.map(({ event, root }) => (event === undefined ? `root ${root}` : event)));
        expect(sources.size + (sources.has(index) ? 0 : 1)).toBe(reached.events.length + reached.roots.length);
        const roots = rootsOf(graph, index);
        expect(roots.every(({ root }) => reached.roots.includes(graph.roots.indexOf(root)))).toBe(true);
        expect(sum(roots.map(({ amount }) => amount))).toBeCloseTo(event.amount, 6);
        const ranked = roots.map(({ share }) => share);
        expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
        expect(roots.every(({ root }) => root.t <= event.t)).toBe(true);
      });
    });
  });
});

describe('the causes that are told of', () => {
  it('are all of the log but credit that a firm could never have had', async () => {
    let left = 0;
    await fc.assert(
      fc.asyncProperty(worlds, async ([network, levers, circumstances]) => {
        const { engine } = await countedBatch(network);
        const { events } = engine.run(levers, circumstances);
        explainedEvents({ events, network }).forEach((event, index) => {
          const { leverage } = network.firms[event.firm];
          const causes = events[index].causes.filter(({ kind }) => kind !== 'unlent' || leverage > 0);
          expect(event).toEqual({ ...events[index], causes });
          left += events[index].causes.length - causes.length;
        });
      }),
      { numRuns: 60 },
    );
    expect(left).toBeGreaterThan(0);
  });
});

describe('two firms that miss because of each other', () => {
  // Of 10 that the first is short of, 5 are the second's, and 5 its own; of 8 that the second is short of, 6 are the first's and 2 are cut.
  const events: Event[] = [
    { t: 3, kind: 'missed', firm: 0, amount: 10, causes: [{ kind: 'unpaid', from: 1, amount: 5, event: 1 }] },
    {
      t: 3,
      kind: 'missed',
      firm: 1,
      amount: 8,
      causes: [
        { kind: 'unpaid', from: 0, amount: 6, event: 0 },
        { kind: 'cut', from: 2, amount: 2 },
      ],
    },
    { t: 3, kind: 'failed', firm: 0, amount: 10, causes: [{ kind: 'missed', from: 0, amount: 10, event: 0 }] },
  ];
  const graph = causesOf(events);

  it('are traced to the end: x = 1/2 + 1/2 y, y = 3/4 x', () => {
    expect(rootsOf(graph, 2)).toEqual([
      {
        root: { kind: 'own', t: 3, firm: 0, from: undefined },
        share: expect.closeTo(0.8, 12),
        amount: expect.closeTo(8, 12),
      },
      { root: { kind: 'cut', t: 2, firm: 1, from: 2 }, share: expect.closeTo(0.2, 12), amount: expect.closeTo(2, 12) },
    ]);
    expect(rootsOf(graph, 1).map(({ share }) => share)).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.4, 12)]);
    expect(behind(graph, 2)).toEqual({ events: [0, 1, 2], roots: [0, 1] });
  });
});

describe('the causes of the opening world', async () => {
  const batch = await countedBatch(shippedNetwork);
  const { levers } = shipped.find(({ id }) => id === 'the-music-stops') ?? shipped[0];

  it('are money that investors did not give, and nothing else: a lab that can have no credit was refused none', () => {
    const events = explainedEvents(batch.engine.run(levers));
    const graph = causesOf(events);
    const failure = events.findIndex(isFailure);
    const kinds = new Map<string, number>();
    for (const { root, share } of rootsOf(graph, failure)) kinds.set(root.kind, (kinds.get(root.kind) ?? 0) + share);
    expect(sum(kinds.values())).toBeCloseTo(1, 12);
    expect([...kinds.keys()]).toEqual(['unfunded']);
  });

  it('are nothing at all in a failure that is forced on a firm that pays', () => {
    const { events } = batch.engine.run(shipped[0].levers, { forced: { firm: 1, quarter: 6 } });
    const graph = causesOf(events);
    expect(rootsOf(graph, 0)).toEqual([
      { root: { kind: 'forced', t: 6, firm: 1, from: undefined }, share: 1, amount: 0 },
    ]);
    const ended = events.findIndex(({ kind }) => kind === 'terminated');
    expect(rootsOf(graph, ended)[0]).toMatchObject({
      root: { kind: 'forced' },
      share: 1,
      amount: events[ended].amount,
    });
  });
});
