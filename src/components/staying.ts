/** Changes the world, and keeps an element where it is on the screen, though the words above it may come to take a line more or less. */
export function stayingPut(element: Element | null, change: () => void): void {
  const top = element?.getBoundingClientRect().top ?? 0;
  change();
  onceLaidOut(() => {
    const by = element?.isConnected ? element.getBoundingClientRect().top - top : 0;
    if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' });
  });
}

/** Calls back when the page has been laid out for its next frame, after the run of that frame and before it is painted: to ask for places earlier would have it laid out once more. */
function onceLaidOut(then: () => void): void {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    then();
  });
  // Whatever has a size is told of when it begins to be observed.
  observer.observe(document.documentElement);
}
