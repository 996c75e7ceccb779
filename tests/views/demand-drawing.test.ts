import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Levers } from '../../src/engine';
import { money } from '../../src/views/claim-facts';
import { demandIn } from '../../src/views/demand';
import { type DemandDrawing, drawDemand } from '../../src/views/demand-drawing';
import { letter, row } from '../../src/views/demand-room';
import { arbLevers } from '../arbitraries/world';
import { absolute } from './absolute';
import { cast, plan, runOf, runOfWorld } from './shipped-runs';

const planned = demandIn(plan);
const drawn = (levers: Partial<Levers>) => drawDemand(demandIn(runOf(levers)), planned, cast.firms);
const pointsOf = (path: string) =>
  [...absolute(path).matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

/** The boxes of the words within a narrow drawing and beside it. */
function boxesOf({ points, flags, ends, leaves }: DemandDrawing) {
  const box = (x: number, foot: number, long: number, left: boolean) => ({
    from: left ? x - long : x,
    to: left ? x : x + long,
    roof: foot - row,
    foot,
  });
  const nameOf = (firm: number) => cast.firms[firm].name;
  return [
    ...points.map(({ x, narrow, pay, left }) => box(x, narrow, letter.narrow * pay.length, left)),
    ...flags.map(({ x, foot, firm, left }) => box(x, foot, letter.narrow * `${nameOf(firm)} fails`.length, left)),
    ...ends.map(({ at }) => ({ from: 1.05, to: 1.4, roof: at - row / 2, foot: at + row / 2 })),
    ...(leaves ? [box(leaves.x, row, letter.narrow * `plan, to ${leaves.pay}`.length, leaves.left)] : []),
  ];
}

describe('the drawing of demand', () => {
  it('is within its frame in any world, with no words upon others', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const drawing = drawn(levers);
        const { wide, tall, areas, plan: line, names } = drawing;
        for (const path of [line, ...areas.map((area) => area.path)]) {
          expect(path).not.toContain('NaN');
          for (const [x, y] of pointsOf(path)) expect(x >= 0 && x <= wide && y >= -0.02 && y <= tall + 0.02).toBe(true);
        }
        for (const { x, y } of names) expect(x > 0 && x <= 1 && y > 0 && y < 1).toBe(true);
        const boxes = boxesOf(drawing);
        boxes.forEach((one, k) => {
          expect(one.from).toBeGreaterThan(-1e-9);
          expect(one.roof).toBeGreaterThan(-1e-9);
          expect(one.foot).toBeLessThan(1 + 1e-9);
          for (const other of boxes.slice(0, k)) {
            const meet =
              other.from < one.to - 1e-9 &&
              other.to > one.from + 1e-9 &&
              other.roof < one.foot - 1e-9 &&
              other.foot > one.roof + 1e-9;
            expect(meet).toBe(false);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('gives the areas most of its height, and lets a plan that is far above them leave it', () => {
    const drawing = drawn({ stop: 4, severity: 0.9, growth: 0.6 });
    expect(drawing.leaves?.pay).toBe(money(planned.total[31]));
    expect(drawing.ends.map(({ what }) => what)).not.toContain('reference');
    const roof = Math.min(...drawing.areas.flatMap(({ path }) => pointsOf(path).map(([, y]) => y)));
    expect(roof).toBeLessThan(0.4 * drawing.tall);
    const near = drawn({ growth: 0.9 });
    expect(near.leaves).toBeUndefined();
    expect(near.ends.find(({ what }) => what === 'reference')?.pay).toBe(money(planned.total[31]));
    // The plan’s own line is its reference.
    expect(drawn({}).ends.map(({ what }) => what)).not.toContain('reference');
  });

  it('has the sums that its sentence names, on the line', () => {
    const run = runOfWorld('the-music-stops');
    const { total } = demandIn(run);
    const { points, ends } = drawDemand(demandIn(run), planned, cast.firms);
    expect(points.map(({ t, pay }) => [t, pay])).toEqual([
      [13, money(total[13])],
      [14, money(total[14])],
    ]);
    expect(ends.find(({ what }) => what === 'all')?.pay).toBe(money(total[31]));
    expect(drawn({}).points.map(({ t, pay }) => [t, pay])).toEqual([[0, money(planned.total[0])]]);
  });

  it('names a lab that falls on its own area, and another fall where it is', () => {
    const ids = (some: readonly { readonly firm: number }[]) => some.map(({ firm }) => cast.firms[firm].id);
    const both = drawn({ stop: 6, severity: 1, growth: 0, lock: 1 });
    expect(ids(both.names)).toEqual(['openai', 'anthropic']);
    expect(ids(both.flags)).toEqual(['anthropic']);
    for (const { from, to } of areasUnder(both)) expect(to - from).toBeGreaterThanOrEqual(row * both.tall - 0.1);
    expect(drawn({ growth: 0.9 }).names).toEqual([]);
  });

  it('draws no line where a firm serves nobody', () => {
    const { areas } = drawn({ stop: 4, severity: 0.9, growth: 0.6 });
    const across = (id: string) => {
      const path = areas.find(({ firm }) => cast.firms[firm].id === id)?.path ?? '';
      const xs = pointsOf(path).map(([x]) => x);
      return [Math.min(...xs), Math.max(...xs)];
    };
    expect(across('openai')).toEqual([0, 14]);
    expect(across('microsoft')).toEqual([13, 31]);
  });
});

/** The area of each firm whose name stands on it, at the right end of the name: from its upper edge to its lower. */
function areasUnder({ names, areas, wide }: DemandDrawing) {
  return names.map(({ firm, x }) => {
    const at = Math.floor(x * wide);
    const ys = pointsOf(areas.find((area) => area.firm === firm)?.path ?? '').flatMap(([px, y]) =>
      px === at ? [y] : [],
    );
    return { from: Math.min(...ys), to: Math.max(...ys) };
  });
}
