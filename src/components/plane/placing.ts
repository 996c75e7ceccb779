import type { Attachment } from 'svelte/attachments';
import { listenForPresses } from '../pressing';

interface Placeable {
  /** Does it answer? Not before the page has hydrated. */
  readonly live: () => boolean;
  /** Takes a place, from the left and from the top, 0..1. All places of one gesture are one turn. */
  readonly place: (x: number, y: number, gesture: object) => void;
}

/** Makes an element a plane on which to choose a place. A finger that goes up or down scrolls the page, unless it began on `.grip`. */
export function placing({ live, place }: Placeable): Attachment<HTMLElement> {
  return (element) => {
    const clamp = (x: number) => Math.min(1, Math.max(0, x));

    function at({ clientX, clientY }: PointerEvent, gesture: object): void {
      const { left, top, width, height } = element.getBoundingClientRect();
      place(clamp((clientX - left) / width), clamp((clientY - top) / height), gesture);
    }

    const abort = new AbortController();
    listenForPresses(element, { live, at, grip: '.grip' }, abort.signal);
    return () => abort.abort();
  };
}
