/** Changes the world, and keeps an element where it is on the screen, though the words above it may come to take a line more or less. */
export function stayingPut(element: Element | null, change: () => void): void {
  const top = element?.getBoundingClientRect().top ?? 0;
  change();
  // After the run of this frame, which was asked for before.
  requestAnimationFrame(() => {
    const by = element?.isConnected ? element.getBoundingClientRect().top - top : 0;
    if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' });
  });
}
