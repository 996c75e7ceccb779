import { describe, expect, it } from 'vitest';
import type { Event, Run } from '../../src/engine';
import { eventLog, type LogGroup } from '../../src/views/log';
import { dollars } from '../../src/views/money';
import { cast, plan, runOf, runOfWorld, wild } from './shipped-runs';

const text = (groups: readonly LogGroup[]) =>
  groups.flatMap(({ label, lines }) => lines.map(({ said }) => `${label} ${said.map((part) => part.text).join('')}`));

/** A log of the given events in a run that has nothing else. */
function told(...events: Event[]): string[] {
  const { network } = plan;
  const destroyed = new Float64Array(network.quarters * network.firms.length);
  return text(eventLog({ events, network, firm: { destroyed } } as unknown as Run, cast));
}

describe('the log in sentences', () => {
  it('is empty when every bill is paid', () => {
    expect(eventLog(plan, cast)).toEqual([]);
  });

  it('tells a failure from its first unpaid bill to the contracts it ends', () => {
    expect(text(eventLog(runOfWorld('the-music-stops'), cast))).toEqual([
      '2029\u00a0Q3 OpenAI cannot pay $0.91bn of what it owes. Of the new money it had asked for, $123bn did not come. Most of that was to buy with and to keep, not for these bills.',
      '2029\u00a0Q4 OpenAI cannot pay $6bn of what it owes. It had missed the quarter before too. Of the new money it had asked for, $133bn did not come. Most of that was to buy with and to keep, not for these bills.',
      '2029\u00a0Q4 OpenAI fails after 2 missed quarters in a row.',
      '2029\u00a0Q4 OpenAI’s contracts end with its fall: $171.4bn will not come to Microsoft, $155.5bn to Oracle and $101.1bn to Amazon.',
    ]);
  });

  it('speaks of refused credit only where a firm could have had some', () => {
    const miss = (firm: number): Event => ({
      t: 3,
      kind: 'missed',
      firm,
      amount: 2,
      causes: [
        { kind: 'unfunded', amount: 9 },
        { kind: 'unlent', amount: 5 },
      ],
    });
    const { firms } = plan.network;
    for (const [i, { leverage }] of firms.entries()) {
      expect(told(miss(i))[0]?.includes('Nobody lent it'), firms[i].id).toBe(leverage > 0);
    }
    expect(firms.some(({ leverage }) => leverage === 0)).toBe(true);
  });

  it('tells a long row of misses in one line', () => {
    const groups = eventLog(runOf(wild), cast);
    const lines = text(groups);
    expect(lines[0]).toMatch(
      /^2028\u00a0Q1 OpenAI cannot pay all it owes for 5 quarters in a row, 2028\u00a0Q1 to 2029\u00a0Q1: short/,
    );
    // The reasons are those of the first quarter, and are said to be.
    expect(lines[0]).toMatch(/ at last\. At first: /);
    expect(lines.some((line) => line.includes('Oracle is restructured after 5 missed quarters in a row.'))).toBe(true);
    expect(lines.length).toBeLessThan(runOf(wild).events.length);
  });

  it('does not put what default itself burns down to money that stayed away', () => {
    const run = runOf({ ...wild, friction: 0.5, grace: 0 });
    const [first] = run.events;
    const burned = run.firm.destroyed[first.t * run.network.firms.length + first.firm];
    expect(burned).toBeGreaterThan(1);
    expect(text(eventLog(run, cast))[0]).toContain(`, of which ${dollars(burned)} is burned by its default itself.`);
    expect(text(eventLog(runOf({ ...wild, friction: 0.5 }), cast))[0]).toContain(
      ' A part of that is burned by its default itself. At first: ',
    );
    expect(text(eventLog(runOf(wild), cast)).join()).not.toContain('burned');
  });

  it('says every kind of cause', () => {
    const missed = (t: number, firm: number, causes: Event['causes']): Event => ({
      t,
      kind: 'missed',
      firm,
      amount: 2,
      causes,
    });
    const [line] = told(
      missed(3, 5, [
        { kind: 'unpaid', from: 0, amount: 3 },
        { kind: 'unpaid', from: 0, amount: 1 },
        { kind: 'unsold', from: 4, amount: 2 },
        { kind: 'cut', from: 1, amount: 0.5 },
        { kind: 'unlent', amount: 0.001 },
      ]),
    );
    expect(line).toBe(
      '2027\u00a0Q2 Oracle cannot pay $2bn of what it owes. OpenAI did not pay it $4bn. Google did not pay for $2bn of orders. Anthropic had taken $0.5bn less than agreed the quarter before. Nobody lent it less than $0.01bn that it wanted.',
    );
  });

  it('leads each cause to a line that is told, and none forward in time', () => {
    for (const changes of [wild, { ...wild, grace: 1 }, { ...wild, firmness: 0.2, friction: 0.5, supply: 0 }]) {
      const groups = eventLog(runOf(changes), cast);
      const when = new Map(groups.flatMap(({ t, lines }) => lines.map(({ key }) => [key, t])));
      expect(when.size).toBe(groups.flatMap(({ lines }) => lines).length);
      for (const { t, lines } of groups) {
        for (const part of lines.flatMap(({ said }) => said)) {
          if (part.line === undefined) continue;
          expect(when.has(part.line)).toBe(true);
          // The one exception: what is told of the later quarters of a row.
          if (!lines.some(({ said }) => said.some(({ text }) => text.includes('Towards the end')))) {
            expect(when.get(part.line)).toBeLessThanOrEqual(t);
          }
        }
      }
    }
  });
});
