import { blockIn, type Shape } from './block';
import type { Order } from './protocol';
import type { Tally } from './tally';

/** Blocks of a job as they come in, in any order, on their way to the tally, which takes them in the order of their futures alone. */
export class InOrder {
  readonly #tally: Tally;
  readonly #shape: Shape;
  /** Blocks that came before their turn, by their first future. */
  readonly #early = new Map<number, { readonly count: number; readonly buffer: ArrayBuffer }>();

  constructor(tally: Tally, shape: Shape) {
    this.#tally = tally;
    this.#shape = shape;
  }

  /** Takes a block, adds every block whose turn has come, and gives back their buffers, emptied. */
  receive({ first, count }: Order, buffer: ArrayBuffer): readonly ArrayBuffer[] {
    this.#early.set(first, { count, buffer });
    const emptied: ArrayBuffer[] = [];
    for (;;) {
      const next = this.#tally.futures;
      const block = this.#early.get(next);
      if (!block) return emptied;
      this.#early.delete(next);
      this.#tally.add(blockIn(block.buffer, this.#shape, block.count));
      emptied.push(block.buffer);
    }
  }
}
