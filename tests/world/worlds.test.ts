import { describe, expect, it } from 'vitest';
import { shippedWorlds } from '../../src/world/shipped';
import { toldWorlds } from '../../src/world/told-worlds';
import { parseWorlds, type Worlds } from '../../src/world/worlds';
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
    const { network: _, worlds, ...rest } = readContent<Worlds>('worlds.json');
    expect(toldWorlds).toEqual(worlds);
    expect(shippedWorlds).toEqual({ ...rest, worlds: worlds.map(({ text: _, ...named }) => named) });
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
    ).toEqual([`worlds[${toldWorlds.length}].id: the world "the-plan-holds" occurs twice`]);
  });
});
