/**
 * Keeps the address of the page at the world the reader has made. Writes the first state at once, and what follows
 * when it has rested for a quarter of a second: a hand that moves needs the frames, and Safari throws at more than
 * 100 writes in ten seconds. Only replaces, so that the back button leaves the page; only when something differs;
 * and never throws, for a sandboxed frame may have no right to write at all.
 */
export interface Address {
  /** Asks for what this says when it is time to write, a query without its question mark, to stand in the address. Undefined: nothing is written. */
  show(query: () => string | undefined): void;
  /** Forgets what is still waiting. */
  stop(): void;
}

/** Where the address is read and written; the browser's own, or a stand-in for tests. */
export interface AddressBar {
  read(): { readonly pathname: string; readonly search: string; readonly hash: string };
  write(url: string): void;
}

export const interval = 250;

export function createAddress(bar: AddressBar = browserBar): Address {
  let wanted: (() => string | undefined) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    timer = undefined;
    if (wanted === undefined) return;
    const query = wanted();
    wanted = undefined;
    if (query === undefined) return;
    const search = query && `?${query}`;
    try {
      const now = bar.read();
      if (now.search === search) return;
      timer = setTimeout(write, interval);
      bar.write(`${now.pathname}${search}${now.hash}`);
    } catch {
      // The address stays behind. Links are copied from the world itself, so none is wrong for it.
    }
  }

  return {
    show(query) {
      wanted = query;
      if (timer === undefined) write();
      else {
        clearTimeout(timer);
        timer = setTimeout(write, interval);
      }
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      wanted = undefined;
    },
  };
}

const browserBar: AddressBar = {
  read: () => location,
  write: (url) => history.replaceState(history.state, '', url),
};
