import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch, createEngine, leverIds } from '../../src/engine';
import { fallsOf } from '../../src/views/fall';
import {
  axisWords,
  coarsePlane,
  isSamePlane,
  labPlane,
  planeMap,
  planeTable,
  ticksOf,
} from '../../src/views/lab-plane';
import { areaWords, planeFinding } from '../../src/views/lab-plane-words';
import { areasOf, borderOf, type Cells } from '../../src/views/plane-areas';
import { wording } from '../../src/world/dial-format';
import { dialOf, dials, usualLevers } from '../../src/world/dials';
import { planeShows } from '../../src/world/panels';
import { shippedFile as cast, shippedNetwork } from '../../src/world/shipped';
import { readCore, readLanes } from '../engine/core';

const core = await readCore();
const lanes = await readLanes();
const batch = await createBatch(lanes, shippedNetwork);
const engine = await createEngine(core, shippedNetwork);
const levers = {
  ...usualLevers(),
  stop: 2,
  severity: 1,
  growth: 0.3,
  panic: 5,
  credit: 1,
  grace: 0,
  firmness: 1,
  lock: 1,
  caution: 0,
};
const plane = labPlane(batch, levers, 'severity', 'growth');
plane.step(plane.total);
const { quarters } = shippedNetwork;

describe('the plane of any two dials', () => {
  it('covers both dials from end to end, and has a picture after its first worlds', () => {
    for (const [across, up] of [
      ['stop', 'severity'],
      ['grace', 'panic'],
      ['lead', 'costs'],
    ] as const) {
      const one = labPlane(batch, levers, across, up);
      for (const [grid, id] of [
        [one.across, across],
        [one.down, up],
      ] as const) {
        expect([grid.values[0], grid.values.at(-1)]).toEqual([dialOf(id).min, dialOf(id).max]);
        expect(grid.values.length).toBeLessThanOrEqual(41);
      }
      one.step(coarsePlane);
      expect(one.standIn(0, 0)).toBeDefined();
    }
  });

  it('is the same one unless a dial that is not on it has moved, or another is asked for', () => {
    const axes = ['severity', 'growth'] as const;
    for (const id of leverIds) {
      const moved = { ...levers, [id]: dialOf(id).min === levers[id] ? dialOf(id).max : dialOf(id).min };
      expect(isSamePlane(plane, levers, moved, axes)).toBe(id === 'severity' || id === 'growth');
    }
    expect(isSamePlane(plane, levers, levers, ['growth', 'severity'])).toBe(false);
    expect(isSamePlane(plane, levers, levers, ['severity', 'panic'])).toBe(false);
  });

  it('says at any of its points, in table and map, what a run says', () => {
    const table = planeTable(plane, 'first', cast, 4);
    const when = planeTable(plane, 'when', cast, 4);
    const many = planeTable(plane, 'fallen', cast, 4);
    expect(table.rows.map(({ value }) => value)).toEqual(
      table.rows.map(({ value }) => value).toSorted((a, b) => b - a),
    );
    table.rows.forEach(({ value, cells }, r) => {
      cells.forEach((said, c) => {
        const falls = fallsOf(engine.run({ ...levers, severity: table.columns[c], growth: value }));
        expect(said).toBe(falls[0] ? cast.firms[falls[0].firm].name : 'nobody');
        expect(many.rows[r].cells[c]).toBe(String(falls.length));
        expect(when.rows[r].cells[c] === 'never').toBe(falls.length === 0);
      });
    });
    expect(new Set(table.rows.flatMap(({ cells }) => cells)).size).toBeGreaterThan(1);
  });

  it('sorts each world into one area, whatever is shown', () => {
    for (const shows of planeShows) {
      const { areas, border } = planeMap(plane, shows, cast);
      expect(areas.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 9);
      expect(areas.length).toBeGreaterThan(1);
      expect(border).not.toBe('');
      expect(areas.at(-1)?.id).toBe(0);
      for (const { shade, id } of areas) {
        expect(shade).toBeGreaterThanOrEqual(0);
        expect(shade).toBeLessThanOrEqual(1);
        if (shows !== 'first') expect(shade > 0).toBe(id !== 0);
      }
    }
    const spared = planeMap(plane, 'first', cast).areas.find(({ id }) => id === 0)?.share ?? 0;
    expect(spared).toBeCloseTo(plane.firm.filter((firm) => firm < 0).length / plane.total, 9);
    for (const shows of ['fallen', 'when'] as const)
      expect(planeMap(plane, shows, cast).areas.find(({ id }) => id === 0)?.share).toBeCloseTo(spared, 9);
    const earliest = Math.min(...plane.quarter.filter((t) => t < quarters));
    expect(planeFinding(plane, planeMap(plane, 'when', cast), 'when', cast)).toContain(
      wording(dialOf('stop'), earliest, cast).text,
    );
  });

  it('has a finding for each thing it shows, also where nothing happens', () => {
    const calm = labPlane(batch, usualLevers(), 'severity', 'grace');
    calm.step(calm.total);
    const say = (one: typeof plane, shows: (typeof planeShows)[number]) =>
      planeFinding(one, planeMap(one, shows, cast), shows, cast);
    expect(planeShows.map((shows) => say(calm, shows))).toEqual([
      'Nowhere on this plane does a firm fall.',
      'Nowhere on this plane does a firm fall.',
      'Nowhere on this plane is a promise gone.',
      'Nowhere on this plane does a firm fall.',
    ]);
    expect(say(plane, 'first')).toMatch(/\d+ of 100 of these worlds/);
    expect(say(plane, 'fallen')).toMatch(/^At most \w+ firms fall; in \d+ of 100 of these worlds none does\.$/);
    expect(say(plane, 'gone')).toMatch(/^At the worst \$[\d,]+bn of promises are gone; in \d+ of 100/);
    expect(areaWords({ label: 'nobody falls', share: 0.001 })).toBe('Nobody falls: fewer than one of 100');
  });
});

describe('an axis', () => {
  it('has both its ends written, and what its numbers count', () => {
    for (const dial of dials) {
      const ticks = ticksOf(dial);
      expect([ticks[0], ticks.at(-1)]).toEqual([dial.min, dial.max]);
      expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
      const written = ticks.map((tick) => wording(dial, tick, cast).short);
      expect(new Set(written).size).toBe(ticks.length);
      expect(axisWords(dial).startsWith(dial.name)).toBe(true);
    }
  });

  it('has round numbers between them', () => {
    expect(ticksOf(dialOf('growth'))).toEqual([0, 0.5, 1, 1.5]);
    expect(ticksOf(dialOf('friction'))).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(ticksOf(dialOf('stop'))).toEqual([0, 8, 16, 24, 32]);
  });
});

describe('the areas of a map', () => {
  it('cover each cell once, with a border wherever two of them meet', () => {
    const arbCells = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([width, height]) =>
        fc
          .array(fc.integer({ min: -1, max: 3 }), { minLength: width * height, maxLength: width * height })
          .map((kinds): Cells => ({ width, height, at: (x, y) => kinds[y * width + x] })),
      );
    fc.assert(
      fc.property(arbCells, (cells) => {
        const { width, height, at } = cells;
        const covered = new Map<string, number>();
        for (const [kind, { path }] of areasOf(cells)) {
          for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
            for (let k = 0; k < Number(wide); k++) {
              const cell = `${Number(x) + k},${y}`;
              expect(covered.has(cell)).toBe(false);
              expect(at(Number(x) + k, Number(y))).toBe(kind);
              covered.set(cell, kind);
            }
          }
        }
        expect(covered.size).toBe(width * height);
        let borders = 0;
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            if (x > 0 && at(x, y) !== at(x - 1, y)) borders++;
            if (y > 0 && at(x, y) !== at(x, y - 1)) borders++;
          }
        expect(borderOf(cells, (a, b) => a !== b).split('M').length - 1).toBe(borders);
      }),
    );
  });
});
