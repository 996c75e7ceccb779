/** A count that a part of the page shows and another adds to. */
export interface Counter {
  readonly count: number;
  add(more: number): void;
}

export function createCounter(): Counter {
  let count = $state(0);
  return {
    get count() {
      return count;
    },
    add(more) {
      count += more;
    },
  };
}
