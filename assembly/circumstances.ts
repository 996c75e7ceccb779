/**
 * What may befall a run besides its dials: shocks, a failure that is forced, a cheque from nowhere. Futures, knock-outs and rescues are made of
 * these. As they stand after set-up nothing happens, and the run is, to the bit, the one without them.
 */
import { reals, wholes } from './arena';
import { firms, quarters } from './sizes';

/** quarters x firms: added to the quarterly rate at which a lab's revenue grows. */
export let growthShock = new StaticArray<f64>(0);
/** quarters: investors' money, as a multiple of what it would be. */
export let ventureFactor = new StaticArray<f64>(0);
/** firms: the quarter at whose end a firm fails whether it paid or not; -1 for never. */
export let forcedAt = new StaticArray<i32>(0);
/** quarters x firms: money from outside that is there when the quarter is cleared, and asks for nothing in return. */
export let cheque = new StaticArray<f64>(0);

/** Lays out the tables. Their order is the order of the directory; `src/engine/tables.ts` reads it. */
export function allocateCircumstances(): void {
  growthShock = reals(quarters * firms);
  ventureFactor = reals(quarters);
  forcedAt = wholes(firms);
  cheque = reals(quarters * firms);
  for (let t = 0; t < quarters; t++) ventureFactor[t] = 1;
  for (let i = 0; i < firms; i++) forcedAt[i] = -1;
}
