import type { Dial } from './dials';

/**
 * Movements along a dial's grid min, min + step, ... max. Every value they return is the double nearest to the decimal a person
 * would write (0.3, never 0.30000000000000004), so that links stay short and equal settings are equal bits.
 */

/** Digits after the point that the grid of a dial needs. */
function decimals(dial: Dial): number {
  const digits = (x: number) => String(x).split('.')[1]?.length ?? 0;
  return Math.max(digits(dial.step), digits(dial.min));
}

/** Number of steps between the ends of the dial. */
function stepsOf(dial: Dial): number {
  return Math.round((dial.max - dial.min) / dial.step);
}

/** Value of grid line n, counted from the low end; beyond the ends it is the end. */
function gridValue(dial: Dial, n: number): number {
  const line = Math.min(Math.max(n, 0), stepsOf(dial));
  return Number((dial.min + line * dial.step).toFixed(decimals(dial)));
}

/** The position of a value on the grid, a whole number if it lies on a line (up to rounding). */
function position(dial: Dial, value: number): number {
  const exact = (value - dial.min) / dial.step;
  const line = Math.round(exact);
  return Math.abs(exact - line) < 1e-9 ? line : exact;
}

/** The value of the dial nearest to `value`, within bounds and on the grid. Not a number becomes the usual value. */
export function clampToStep(dial: Dial, value: number): number {
  return Number.isNaN(value) ? dial.usual : gridValue(dial, Math.round((value - dial.min) / dial.step));
}

/**
 * The value n steps up (n < 0: down). From a value between two grid lines the first step goes to the next line in that
 * direction. Stops at the ends.
 */
export function stepFrom(dial: Dial, value: number, n: number): number {
  if (Number.isNaN(value)) return dial.usual;
  const from = position(dial, value);
  return gridValue(dial, n > 0 ? Math.floor(from) + n : n < 0 ? Math.ceil(from) + n : Math.round(from));
}

/** Every value of the dial, from its low end to its high one. */
export function valuesOf(dial: Dial): number[] {
  return Array.from({ length: stepsOf(dial) + 1 }, (_, line) => gridValue(dial, line));
}
