import type { Attachment } from 'svelte/attachments';
import { intent } from '../dials/turning';

interface Placeable {
  /** Does it answer? Not before the page has hydrated. */
  readonly live: () => boolean;
  /** Takes a place, from the left and from the top, 0..1. All places of one gesture are one turn. */
  readonly place: (x: number, y: number, gesture: object) => void;
}

/** Makes an element a plane on which to choose a place. A finger that goes up or down scrolls the page, unless it began on `.grip`. */
export function placing({ live, place }: Placeable): Attachment<HTMLElement> {
  return (element) => {
    let press: { id: number; pointer: string; x: number; y: number; gesture: object; dragging: boolean } | undefined;
    const clamp = (x: number) => Math.min(1, Math.max(0, x));

    function placeAt({ clientX, clientY }: PointerEvent, gesture: object): void {
      const { left, top, width, height } = element.getBoundingClientRect();
      place(clamp((clientX - left) / width), clamp((clientY - top) / height), gesture);
    }

    function down(event: PointerEvent): void {
      if (!live() || press || !event.isPrimary || event.button !== 0) return;
      const gripped = event.target instanceof Element && event.target.closest('.grip') !== null;
      const dragging = gripped || event.pointerType === 'mouse';
      const { pointerId: id, pointerType: pointer, clientX: x, clientY: y } = event;
      press = { id, pointer, x, y, gesture: {}, dragging };
      element.setPointerCapture(id);
      if (dragging && !gripped) placeAt(event, press.gesture);
    }

    function move(event: PointerEvent): void {
      if (event.pointerId !== press?.id) return;
      if (!press.dragging) {
        const meant = intent(press.pointer, event.clientX - press.x, event.clientY - press.y);
        if (meant === 'scroll') release();
        if (meant !== 'drag' || !press) return;
        press.dragging = true;
      }
      placeAt(event, press.gesture);
    }

    function up(event: PointerEvent): void {
      if (event.pointerId !== press?.id) return;
      if (!press.dragging) placeAt(event, press.gesture);
      release();
    }

    function release(): void {
      if (press && element.hasPointerCapture(press.id)) element.releasePointerCapture(press.id);
      press = undefined;
    }

    const abort = new AbortController();
    const { signal } = abort;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', release, { signal });
    return () => abort.abort();
  };
}
