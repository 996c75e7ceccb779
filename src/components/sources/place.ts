const gap = 8;

/**
 * Places an open popover (position: absolute) under an element of the page, or above it if only there is room; within the edges of the page, and clear of
 * the bar at its bottom. Where there is room on neither side it lies over the element.
 */
export function placeBeside(popover: HTMLElement, anchor: HTMLElement): void {
  // Of a link that is broken over two lines, the part that comes first.
  const { left, top, bottom } = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const lastLine = anchor.getBoundingClientRect().bottom;
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = popover;
  const bar = document.querySelector('section.bar')?.getBoundingClientRect().height ?? 0;
  const below = clientHeight - bar - lastLine - gap;
  const above = top - gap;
  const beside = height > below && above > below ? top - gap - height : Math.max(bottom, lastLine) + gap;
  const y = Math.max(gap, Math.min(beside, clientHeight - bar - gap - height));
  const x = Math.max(gap, Math.min(left, clientWidth - width - gap));
  popover.style.left = `${x + scrollX}px`;
  popover.style.top = `${Math.max(0, y + scrollY)}px`;
}
