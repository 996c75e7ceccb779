import type { Attachment } from 'svelte/attachments';
import { soughtByKey } from '../../views/scrubber';
import type { Playback } from '../../world/playback.svelte';
import { intent } from '../dials/turning';

interface Scrubbed {
  readonly playback: Playback;
  readonly quarters: number;
  /** Does it answer? Not before the page has hydrated. */
  readonly live: () => boolean;
  /** Where the track is, from the first quarter to the last. */
  readonly track: () => DOMRect;
}

/** Makes an element a scrubber over the quarters. A finger that goes up or down is scrolling and moves nothing. */
export function scrubbing({ playback, quarters, live, track }: Scrubbed): Attachment<HTMLElement> {
  return (element) => {
    let press: { id: number; x: number; y: number; dragging: boolean } | undefined;

    const seek = (x: number) => {
      const { left, width } = track();
      playback.seek(((x - left) / width) * (quarters - 1));
    };

    function keydown(event: KeyboardEvent): void {
      if (!live() || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = soughtByKey(playback.quarter, quarters, event.key);
      if (to === undefined) return;
      playback.seek(to);
      event.preventDefault();
    }

    function down(event: PointerEvent): void {
      if (!live() || press || !event.isPrimary || event.button !== 0) return;
      press = { id: event.pointerId, x: event.clientX, y: event.clientY, dragging: event.pointerType === 'mouse' };
      element.setPointerCapture(event.pointerId);
      if (press.dragging) seek(event.clientX);
    }

    function move(event: PointerEvent): void {
      if (event.pointerId !== press?.id) return;
      if (!press.dragging) {
        const meant = intent(event.pointerType, event.clientX - press.x, event.clientY - press.y);
        if (meant === 'scroll') press = undefined;
        if (meant !== 'drag' || !press) return;
        press.dragging = true;
      }
      seek(event.clientX);
    }

    function up(event: PointerEvent): void {
      if (event.pointerId !== press?.id) return;
      if (!press.dragging) seek(event.clientX);
      press = undefined;
    }

    function cancel(): void {
      press = undefined;
    }

    const abort = new AbortController();
    const { signal } = abort;
    element.addEventListener('keydown', keydown, { signal });
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', cancel, { signal });
    return () => abort.abort();
  };
}
