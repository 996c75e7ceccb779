/** Calls back when the page has nothing else to do, within a second or so. Call the result to have it not do so. */
export const whenIdle: (then: () => void) => () => void =
  typeof requestIdleCallback === 'undefined'
    ? (then) => {
        const timer = setTimeout(then, 50);
        return () => clearTimeout(timer);
      }
    : (then) => {
        const idle = requestIdleCallback(then, { timeout: 1000 });
        return () => cancelIdleCallback(idle);
      };
