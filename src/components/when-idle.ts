/** Calls back when the page has nothing else to do, within a second or so. */
export const whenIdle: (then: () => void) => void =
  typeof requestIdleCallback === 'undefined'
    ? (then) => setTimeout(then, 50)
    : (then) => requestIdleCallback(then, { timeout: 1000 });
