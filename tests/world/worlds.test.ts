import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine';
import { type ExportedRun, exportRun } from '../../src/world/export';
import { decode } from '../../src/world/link';
import { shippedFile, shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { parseWorlds, type Worlds } from '../../src/world/worlds';
import { readCore } from '../engine/core';
import { readContent } from './shipped-content';

const calendar = { id: '2026q3', start: '2026Q3', quarters: 32 };

function messagesAfter(change: (worlds: Worlds & { network: string; opening: string }) => void): readonly string[] {
  const json = readContent<Worlds>('worlds.json');
  change(json);
  const parsed = parseWorlds(json, calendar);
  return parsed.ok ? [] : parsed.messages;
}

/** Changes the query of the second world. */
const withQuery = (query: string) =>
  messagesAfter(({ worlds }) => {
    worlds[1] = { id: 'second', name: 'Second', text: 'Second.', query };
  }).filter((message) => !message.startsWith('opening'));

describe('the list of worlds', () => {
  it('passes as shipped', () => {
    expect(messagesAfter(() => {})).toEqual([]);
    expect(shippedWorlds).toEqual(readContent('worlds.json'));
  });

  it.each<[string, string[]]>([
    ['v=1&severity=0.9', []],
    ['v=1&severity=9', ['worlds[1].query: severity is left out: "9" is not within 0 to 1.']],
    ['severity=0.9', ['worlds[1].query: must be written "v=1&severity=0.9"']],
    ['v=1&growth=0.6&severity=0.9', ['worlds[1].query: must be written "v=1&severity=0.9&growth=0.6"']],
    ['v=1&severity=0.90', ['worlds[1].query: must be written "v=1&severity=0.9"']],
    ['v=1&severity=0.8', ['worlds[1].query: must be written "v=1"']],
  ])('with the query %s', (query, messages) => {
    expect(withQuery(query)).toEqual(messages);
  });

  it('must be for this network, open with one of its own, and name each once', () => {
    expect(messagesAfter((file) => Object.assign(file, { network: 'other' }))).toEqual([
      'network: must be "2026q3", but is "other"',
    ]);
    expect(messagesAfter((file) => Object.assign(file, { opening: 'other' }))).toEqual([
      'opening: there is no world "other"',
    ]);
    expect(messagesAfter((file) => Object.assign(file, { quarter: '2040Q1' }))).toEqual([
      'quarter: "2040Q1" is not a quarter of the run',
    ]);
    expect(
      messagesAfter(({ worlds }) => void worlds.push({ ...worlds[0], id: 'the-plan-holds' } as (typeof worlds)[0])),
    ).toEqual(['worlds[3].id: the world "the-plan-holds" occurs twice']);
  });
});

describe('the words about a world are true of its run:', () => {
  const runs = new Map<string, ExportedRun>();
  const of = (id: string) => runs.get(id) as ExportedRun;
  const last = (run: ExportedRun, id: string) => run.quarters.at(-1)?.firms.find((firm) => firm.id === id);

  beforeAll(async () => {
    const engine = await createEngine(await readCore(), shippedNetwork);
    for (const { id, query } of shippedWorlds.worlds) {
      runs.set(id, exportRun(engine.run(decode(query, shippedFile).levers), shippedFile));
    }
  });

  it('the plan holds: no payment is missed, and the labs come to pay their own way', () => {
    const run = of('the-plan-holds');
    expect(run.events).toEqual([]);
    for (const id of ['openai', 'anthropic']) expect(last(run, id)).toMatchObject({ burn: 0, equity: 0, short: 0 });
  });

  it('the music stops: OpenAI fails first, at the end of 2029, and the rest of the contracts is the loss', () => {
    const { totals, events } = of('the-music-stops');
    expect(totals.firstFailure).toEqual({ t: 13, label: '2029Q4', firm: 'openai' });
    expect(events.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
    expect(totals.badDebt).toBeLessThan(0.02 * totals.lost);
  });

  it('the backstop: no payment is missed, and the suppliers put in more than the investors', () => {
    const { totals, events } = of('the-backstop');
    expect(events).toEqual([]);
    expect(totals.invested).toBeGreaterThan(totals.investors);
    expect(totals.invested).toBeGreaterThan(5 * of('the-music-stops').totals.invested);
  });
});
