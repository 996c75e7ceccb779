import type { Attachment } from 'svelte/attachments';
import { listenForPresses } from './pressing';

/** Quarters of a page key, or of an arrow with shift: a year. */
const year = 4;

/** Where a key takes the cursor of a run of so many quarters; undefined for a key that does not move it. */
export function scrubbedByKey(quarter: number, quarters: number, key: string, shift: boolean): number | undefined {
  const clamp = (t: number) => Math.min(quarters - 1, Math.max(0, t));
  const arrow = shift ? year : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return clamp(quarter + arrow);
    case 'ArrowLeft':
    case 'ArrowDown':
      return clamp(quarter - arrow);
    case 'PageUp':
      return clamp(quarter + year);
    case 'PageDown':
      return clamp(quarter - year);
    case 'Home':
      return 0;
    case 'End':
      return quarters - 1;
    default:
      return undefined;
  }
}

/** The quarter whose column covers a place of the width, 0..1. */
export function quarterAt(fraction: number, quarters: number): number {
  return Math.min(quarters - 1, Math.max(0, Math.floor(fraction * quarters)));
}

interface Scrubbable {
  readonly quarters: number;
  readonly quarter: () => number;
  /** Does it answer? Not before the page has hydrated. */
  readonly live: () => boolean;
  readonly seek: (quarter: number) => void;
  /** A track on which quarters are points, the first at its left end. Without one the element itself is the run, a column a quarter. */
  readonly track?: () => DOMRect;
}

/** Makes an element a place to choose a quarter. A finger that goes up or down scrolls the page. */
export function scrubbing({ quarters, quarter, live, seek, track }: Scrubbable): Attachment<HTMLElement> {
  return (element) => {
    function seekTo(x: number): void {
      const { left, width } = track?.() ?? element.getBoundingClientRect();
      const fraction = (x - left) / width;
      // Playback takes the quarter nearest to a point, and stays within the run.
      seek(track ? fraction * (quarters - 1) : quarterAt(fraction, quarters));
    }

    function keydown(event: KeyboardEvent): void {
      if (!live() || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = scrubbedByKey(quarter(), quarters, event.key, event.shiftKey);
      if (to === undefined) return;
      seek(to);
      event.preventDefault();
    }

    const abort = new AbortController();
    const { signal } = abort;
    element.addEventListener('keydown', keydown, { signal });
    listenForPresses(element, { live, at: ({ clientX }) => seekTo(clientX) }, signal);
    return () => abort.abort();
  };
}
