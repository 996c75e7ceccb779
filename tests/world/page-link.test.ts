import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firmSeries, leverIds, quarterSeries } from '../../src/engine';
import type { Levers } from '../../src/engine/levers';
import { dialOf, mapLevers, usualLevers } from '../../src/world/dials';
import { decodeLab, encodeLab } from '../../src/world/lab-link';
import { decode } from '../../src/world/link';
import { readOutcome, type SeenOutcome, writeOutcome } from '../../src/world/link-outcome';
import { decodePage, encodePage, labWorlds, splitEdits } from '../../src/world/page-link';
import { lineKinds, type Panels, planeShows, scopes, writePanels } from '../../src/world/panels';
import { readSee, type See, usualSee, writeSee } from '../../src/world/see';
import { shippedFile } from '../../src/world/shipped';
import { step10Series } from '../../src/world/step-ten';

const world = (changes: Partial<Levers>): Levers => ({ ...usualLevers(), ...changes });
const anyLevers: fc.Arbitrary<Levers> = fc.record(
  mapLevers((id) => {
    const { min, max, whole } = dialOf(id);
    return whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((x) => x + 0);
  }),
);
const anyDigest = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => n.toString(36));
const anyOutcome: fc.Arbitrary<SeenOutcome> = fc.oneof(
  fc.record({
    firm: fc.constantFrom<string | undefined>('openai', 'some-cloud-2'),
    t: fc.integer({ min: 0, max: 31 }),
    ended: fc.nat(9_000),
    digest: anyDigest,
  }),
  fc.record({ firm: fc.constant(undefined), t: fc.constant(undefined), ended: fc.nat(9_000), digest: anyDigest }),
);
const ids = shippedFile.firms.map(({ id }) => id);
const anyWorld = fc.integer({ min: 0, max: 3 });
const anySee: fc.Arbitrary<See> = fc.record({
  series: fc.constantFrom(...firmSeries, ...step10Series, ...quarterSeries),
  firms: fc.subarray(ids),
  against: fc.option(fc.oneof(fc.constant('plan' as const), anyWorld), { nil: undefined }),
  worlds: fc.option(fc.subarray([0, 1, 2, 3]), { nil: undefined }),
  from: anyWorld,
});

const anyPanels: fc.Arbitrary<Panels> = fc.record({
  plane: fc
    .record({
      across: fc.constantFrom(...leverIds),
      up: fc.constantFrom(...leverIds),
      shows: fc.constantFrom(...planeShows),
    })
    .filter(({ across, up }) => across !== up),
  futures: fc.record({
    firm: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    line: fc.option(fc.constantFrom(...lineKinds), { nil: undefined }),
  }),
  flows: fc.record({
    quarter: fc.integer({ min: 0, max: 31 }),
    firm: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    scope: fc.constantFrom(...scopes),
  }),
});

describe('a whole link', () => {
  it('is short and can be read by people', () => {
    const levers = world({ stop: 4, severity: 0.9, growth: 0.6 });
    const was = { firm: 'openai', t: 13, ended: 155, digest: 'k3j9aq2' };
    const link = encodePage(levers, { was, at: 13, firm: 'oracle', others: [world({ growth: 0.8 })] }, shippedFile);
    expect(link).toBe(
      'v=1&stop=2027Q3&severity=0.9&growth=0.6&b.growth=0.8&at=2029Q4&firm=oracle&was=openai.2029Q4.155.k3j9aq2',
    );
    expect(encodePage(levers, { was }, shippedFile).length).toBeLessThan(80);
  });

  it('says of which world it refuses a dial, in the words of the page', () => {
    const query = 'v=1&severity=lots&b.growth=much&c.panic=-1';
    const said = (called?: readonly string[]) =>
      decodePage(query, shippedFile, called).refused.map(({ field, message }) => `${field}: ${message.slice(0, 24)}`);
    expect(said()).toEqual([
      'severity: severity is left out: "l',
      'b.growth: The pinned world: growth',
      'c.panic: World C: panic is left o',
    ]);
    expect(said(labWorlds)[1]).toBe('b.growth: World B: growth is left ');
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        anyLevers,
        fc.array(anyLevers, { maxLength: 3 }),
        fc.option(fc.integer({ min: 0, max: 31 }), { nil: undefined }),
        fc.option(fc.constantFrom(...ids), { nil: undefined }),
        // A link says nothing of a view that is as the lab opens.
        fc.option(
          anySee.filter((see) => writeSee(see, shippedFile) !== undefined),
          { nil: undefined },
        ),
        fc.option(
          anyPanels.filter((panels) => writePanels(panels, shippedFile).length > 0),
          { nil: undefined },
        ),
        fc.option(anyOutcome, { nil: undefined }),
        fc.option(fc.stringMatching(/^[\w-]{1,200}$/), { nil: undefined }),
        (levers, others, at, firm, see, panels, was, net) => {
          const view = { others, at, firm, see, panels, was, net };
          const link = encodeLab(levers, view, shippedFile);
          expect(decodeLab(`?${link}`, shippedFile)).toEqual({ levers, given: true, refused: [], ...view });
          const shared = { others, at, firm, was, net };
          expect(decodePage(`?${link}`, shippedFile)).toEqual({ levers, given: true, refused: [], ...shared });
        },
      ),
    );
  });

  it('keeps a world beside the first that stands at its usual values', () => {
    const link = encodePage(world({ growth: 0.6 }), { others: [usualLevers(), world({ panic: 2 })] }, shippedFile);
    expect(link).toBe('v=1&growth=0.6&b.v&c.panic=2');
    expect(decodePage(link, shippedFile).others).toEqual([usualLevers(), world({ panic: 2 })]);
  });

  it('has a view that other readers of links pass over', () => {
    const link = 'v=1&growth=0.6&b.growth=0.8&at=2029Q4&firm=oracle&see=debt&was=..0.abc&net=xyz';
    expect(decode(link, shippedFile)).toEqual({ levers: world({ growth: 0.6 }), given: true, refused: [] });
  });

  it.each([
    ['at=2050Q1', 'at is left out: "2050Q1" is not a quarter from 2026\u00a0Q3 to 2034\u00a0Q2.'],
    ['at=', 'at is left out: "" is not a quarter from 2026\u00a0Q3 to 2034\u00a0Q2.'],
    ['firm=enron', 'firm is left out: there is no firm "enron" here.'],
    ['firm=__proto__', 'firm is left out: there is no firm "__proto__" here.'],
    ['was=openai', 'was is left out: "openai" does not say what somebody saw.'],
    ['b.growth=much', 'The pinned world: growth is left out: "much" is not a number.'],
    ['c.zebra=1', 'World C: "zebra" is left out: there is no such dial.'],
    ['at=2029Q4&at=2029Q4', '"at" is left out: the link gives it more than once.'],
  ])('refuses %s and keeps the rest', (bad, message) => {
    const { levers, refused, at } = decodePage(`v=1&growth=0.6&${bad}`, shippedFile);
    expect(refused.map((refusal) => refusal.message)).toEqual([message]);
    expect(levers).toEqual(world({ growth: 0.6 }));
    expect(at).toBeUndefined();
  });

  it.each([
    ['plane=growth:growth', 'The dials of plane are left out: it needs two.'],
    ['plane=growth', 'The dials of plane are left out: it needs two.'],
    ['plane=zebra:growth', '"zebra" in plane is left out: there is no such dial.'],
    ['plane=stop:growth:zebra', '"zebra" in plane is left out: a plane does not show that.'],
    ['line=enron:cash', '"enron" in line is left out: there is no such firm here.'],
    ['flows=2050Q1', '"2050Q1" in flows is left out: it is not a quarter of the run.'],
  ])('of the lab refuses %s and keeps the rest, and the essay passes it over', (bad, message) => {
    const query = `v=1&growth=0.6&${bad}`;
    const { levers, refused } = decodeLab(query, shippedFile);
    expect(refused.map((refusal) => refusal.message)).toEqual([message]);
    expect(levers).toEqual(world({ growth: 0.6 }));
    expect(decodePage(query, shippedFile).refused).toEqual([]);
  });

  it('never throws, whatever the text', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'at',
        'firm',
        'see',
        'plane',
        'line',
        'flows',
        'was',
        'net',
        'b.stop',
        'c.v',
        'd.growth',
        'v',
        'stop',
        'b.',
        '.',
        'b.b.stop',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.string({ unit: 'binary' })), { maxLength: 12 }), (fields) => {
        const { levers, others } = decodeLab(fields.map(([n, x]) => `${n}=${x}`).join('&'), shippedFile);
        expect(Object.keys(levers)).toHaveLength(Object.keys(usualLevers()).length);
        expect(others.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('takes edits of any length out of the way of the rest', () => {
    const net = 'x'.repeat(100_000);
    expect(splitEdits(`?v=1&net=${net}&growth=0.6`)).toEqual({ net, rest: '?v=1&&growth=0.6' });
    expect(decodePage(`?net=${net}&growth=0.6`, shippedFile)).toMatchObject({ net, refused: [] });
    expect(splitEdits('v=1&planet=3')).toEqual({ net: undefined, rest: 'v=1&planet=3' });
  });
});

describe('an outcome in a link', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyOutcome, (outcome) => {
        expect(readOutcome(writeOutcome(outcome, shippedFile), shippedFile)).toEqual(outcome);
      }),
    );
  });

  it('is nothing if the text is nothing of the kind', () => {
    for (const text of [
      '',
      '.',
      '..',
      '..0',
      '..0.',
      'openai..3.abc',
      '.2029Q4.3.abc',
      'OpenAI.2029Q4.3.abc',
      '..1e9.a',
      '..0.A',
    ])
      expect(readOutcome(text, shippedFile), text).toBeUndefined();
  });
});

describe('what is looked at', () => {
  const usual = usualSee(shippedFile);
  const see = (text: string) => readSee(text, shippedFile);

  it('is the cash of the labs, of which a link says nothing', () => {
    expect(usual).toMatchObject({ series: 'cash', firms: ['openai', 'anthropic'] });
    expect(writeSee(usual, shippedFile)).toBeUndefined();
  });

  it('is short', () => {
    expect(writeSee({ ...usual, firms: ['openai', 'oracle'], against: 'plan' }, shippedFile)).toBe(
      'cash:openai+oracle:plan',
    );
    expect(writeSee({ ...usual, series: 'mood', from: 1 }, shippedFile)).toBe('mood::::b');
    expect(writeSee({ ...usual, firms: [], against: 2, worlds: [0, 3] }, shippedFile)).toBe('cash:none:c:ad');
  });

  it.each([
    ['zebra:oracle', { firms: ['oracle'] }, ['"zebra" in see is left out: there is no such series.']],
    ['debt:enron+oracle', { series: 'debt', firms: ['oracle'] }, [/^"enron".*no such firm/]],
    ['debt:enron', { series: 'debt' }, [/^"enron".*no such firm/]],
    ['debt::e', { series: 'debt' }, [/^"e".*from a to d/]],
    ['debt::b:ax:z', { series: 'debt', against: 1, worlds: [0] }, [/^"x"/, /^"z"/]],
    ['debt:::::9', { series: 'debt' }, [/^"9"/]],
    ['', {}, []],
    ['constructor', {}, [/^"constructor"/]],
  ])('in "%s" keeps what is known, with a word about the rest', (text, known, faults) => {
    expect(see(text).see).toEqual({ ...usual, ...known });
    expect(see(text).faults).toHaveLength(faults.length);
    faults.forEach((fault, i) => {
      expect(see(text).faults[i]).toMatch(fault);
    });
  });
});
