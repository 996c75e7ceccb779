import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakFailure,
  breakLink,
  type CauseEdge,
  causesOf,
  type Engine,
  type Event,
  type Levers,
  type LinkBreak,
} from '../../../src/engine';
import { shippedNetwork } from '../../../src/world/shipped';
import { arbLevers, arbNetwork } from '../../arbitraries/world';
import { countedBatch } from './counted';
import { shipped } from './shipped';

const isFailure = ({ kind }: Event) => kind === 'failed' || kind === 'restructured';

/** Does the effect of a link still come about in an ordinary run with a cheque? */
function happens(engine: Engine, levers: Levers, effect: Event, { firm, quarter }: LinkBreak, amount: number): boolean {
  const { events } = engine.run(levers, { cheque: { firm, quarter, amount } });
  if (effect.kind === 'missed')
    return events.some(({ kind, t, firm: who }) => kind === 'missed' && t === effect.t && who === firm);
  return events.some((event) => isFailure(event) && event.firm === firm && event.t <= effect.t);
}

function verify(engine: Engine, levers: Levers, effect: Event, link: LinkBreak): void {
  expect(link.suffices).toBe(!happens(engine, levers, effect, link, link.amount));
  if (!link.smallest) return;
  const { amount, tooLittle } = link.smallest;
  expect(happens(engine, levers, effect, link, amount)).toBe(false);
  expect(happens(engine, levers, effect, link, tooLittle)).toBe(true);
  expect(amount - tooLittle).toBeLessThanOrEqual(Math.max(0.001, 0.001 * amount) * (1 + 1e-9));
}

const withFailures = fc.tuple(arbNetwork(), arbLevers());

describe('what breaks a link', () => {
  it('is what ordinary runs with that cheque say, in any world', async () => {
    let links = 0;
    await fc.assert(
      fc.asyncProperty(withFailures, fc.nat(), async ([network, levers], pick) => {
        const { engine, ...runner } = await countedBatch(network);
        const graph = causesOf(engine.run(levers).events);
        if (graph.edges.length === 0) return;
        const edge = graph.edges[pick % graph.edges.length];
        verify(engine, levers, graph.events[edge.to], breakLink(runner, { levers }, graph, edge));
        links += 1;
      }),
      { numRuns: 100 },
    );
    expect(links).toBeGreaterThan(30);
  });

  it('of a missed bill is never more than the short, and any cause at least as large is enough', async () => {
    await fc.assert(
      fc.asyncProperty(withFailures, fc.nat(), async ([network, levers], pick) => {
        const { engine, ...runner } = await countedBatch(network);
        const graph = causesOf(engine.run(levers).events);
        const edges = graph.edges.filter(({ to }) => graph.events[to].kind === 'missed');
        if (edges.length === 0) return;
        const edge = edges[pick % edges.length];
        const { smallest, suffices, amount } = breakLink(runner, { levers }, graph, edge);
        const short = graph.events[edge.to].amount;
        expect(smallest?.amount).toBeLessThanOrEqual(short + Math.max(0.001, 0.001 * short));
        if (smallest) expect(suffices).toBe(amount >= smallest.amount || (amount > smallest.tooLittle && suffices));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what prevents a failure', () => {
  const { levers } = shipped.find(({ id }) => id === 'the-music-stops') ?? shipped[0];

  it('in the opening world is a cheque in one of the quarters missed', async () => {
    const batch = await countedBatch(shippedNetwork);
    const graph = causesOf(batch.engine.run(levers).events);
    const failure = graph.events.findIndex(isFailure);
    const effect = graph.events[failure];
    const answer = breakFailure(batch, { levers }, graph, failure);
    expect(answer.links.map(({ firm, quarter }) => [firm, quarter])).toEqual([
      [0, 12],
      [0, 13],
    ]);
    for (const link of answer.links) verify(batch.engine, levers, effect, link);
    const each = answer.links.map(({ smallest }) => smallest?.amount ?? Number.POSITIVE_INFINITY);
    expect(answer.smallest?.amount).toBeLessThanOrEqual(Math.min(...each));
    expect(() => breakFailure(batch, { levers }, graph, 0)).toThrow('not a failure');
  });

  it('is no cheque where the failure is forced, also not of the contracts that end with it', async () => {
    const batch = await countedBatch(shippedNetwork);
    const world = { levers: shipped[0].levers, circumstances: { forced: { firm: 0, quarter: 6 } } };
    const graph = causesOf(batch.engine.run(world.levers, world.circumstances).events);
    const nothing = { firm: 0, quarter: 6, amount: 0, suffices: false, smallest: undefined };
    expect(breakFailure(batch, world, graph, 0)).toEqual({ links: [nothing], smallest: undefined });
    const ended = graph.edges.find(({ to }) => graph.events[to].kind === 'terminated') as CauseEdge;
    expect(breakLink(batch, world, graph, ended)).toEqual(nothing);
  });

  it('comes on top of a cheque in the same place, and of none in another', async () => {
    const batch = await countedBatch(shippedNetwork);
    const cheque = { firm: 0, quarter: 12, amount: 0.25 };
    const world = { levers, circumstances: { cheque } };
    const graph = causesOf(batch.engine.run(levers, { cheque }).events);
    const miss = graph.edges.find(
      ({ to }) => graph.events[to].kind === 'missed' && graph.events[to].t === 12,
    ) as CauseEdge;
    const plain = causesOf(batch.engine.run(levers).events);
    const more = breakLink(batch, world, graph, miss).smallest?.amount ?? 0;
    const all = breakLink(batch, { levers }, plain, plain.edges[0]).smallest?.amount ?? 0;
    expect(more + 0.25).toBeCloseTo(all, 1);
    const elsewhere = { levers, circumstances: { cheque: { ...cheque, firm: 1 } } };
    expect(() => breakLink(batch, elsewhere, graph, miss)).toThrow('cheque already');
  });
});
