import { bar, dock, radius } from './ring-layout';

/** Curves of the ring, as path data. Angles in radians, clockwise from the right. */

/** How far a ribbon goes straight into the ring before it turns, as a part of the way between its ends. */
const bend = 0.42;

interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Directions into the ring at both ends. */
  readonly ux0: number;
  readonly uy0: number;
  readonly ux1: number;
  readonly uy1: number;
}

function curve(from: number, to: number): Curve {
  const [c0, s0, c1, s1] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
  return { x0: dock * c0, y0: dock * s0, x1: dock * c1, y1: dock * s1, ux0: -c0, uy0: -s0, ux1: -c1, uy1: -s1 };
}

/** The middle line of a ribbon between two places at the ring, from payer to payee. */
export function ribbon(from: number, to: number): string {
  return write(curve(from, to), 0);
}

/** Both sides of a ribbon of that width. */
export function sides(from: number, to: number, width: number): string {
  const line = curve(from, to);
  return `${write(line, width / 2)}${write(line, -width / 2)}`;
}

/**
 * The curve, or one that runs beside it at a distance: it starts and ends beside it in the same directions, and turns in
 * proportion to the way between its ends.
 */
function write({ x0, y0, x1, y1, ux0, uy0, ux1, uy1 }: Curve, beside: number): string {
  const ax = x0 - uy0 * beside;
  const ay = y0 + ux0 * beside;
  const bx = x1 + uy1 * beside;
  const by = y1 - ux1 * beside;
  const reach = bend * Math.hypot(bx - ax, by - ay);
  return (
    `M${r(ax)} ${r(ay)}C${r(ax + ux0 * reach)} ${r(ay + uy0 * reach)} ` +
    `${r(bx + ux1 * reach)} ${r(by + uy1 * reach)} ${r(bx)} ${r(by)}`
  );
}

/** An arrowhead whose tip is where a ribbon of that width arrives. */
export function arrowhead(at: number, width: number): string {
  const length = 7 + width * 0.35;
  const wide = (width / 2 + 3) / dock;
  const base = dock - length;
  return (
    `M${r(dock * Math.cos(at))} ${r(dock * Math.sin(at))}L${r(base * Math.cos(at - wide))} ${r(base * Math.sin(at - wide))}` +
    `L${r(base * Math.cos(at + wide))} ${r(base * Math.sin(at + wide))}Z`
  );
}

/** A bar on the ring, filled from its start as far as a share of it says, with square ends. */
export function barPath(from: number, to: number, share = 1): string {
  const end = from + (to - from) * share;
  const [inner, outer] = [radius - bar / 2, radius + bar / 2];
  const at = (angle: number, distance: number) => `${r(distance * Math.cos(angle))} ${r(distance * Math.sin(angle))}`;
  const large = end - from > Math.PI ? 1 : 0;
  return (
    `M${at(from, outer)}A${outer} ${outer} 0 ${large} 1 ${at(end, outer)}` +
    `L${at(end, inner)}A${inner} ${inner} 0 ${large} 0 ${at(from, inner)}Z`
  );
}

/** Half a unit is less than half a pixel: finer would not be seen, and every step of a dial would move the whole ring. */
function r(x: number): number {
  return Math.round(x * 2) / 2;
}
