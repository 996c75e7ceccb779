/** Ways in which a browser comes to load a page that are no arrival (PerformanceNavigationTiming.type). */
const returns = ['reload', 'back_forward'];

/**
 * Does somebody arrive here by a link? Who loads the page again, or comes back to it in the same tab, finds in the address what the page itself has written there: nobody has sent
 * that. A browser that does not say how it came here is taken to have arrived.
 */
export function isArrival(way: string | undefined = wayHere()): boolean {
  return way === undefined || !returns.includes(way);
}

function wayHere(): string | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  return entry && 'type' in entry ? String(entry.type) : undefined;
}
