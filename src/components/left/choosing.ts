import type { Attachment } from 'svelte/attachments';

/** Worlds of a page key, or of an arrow with shift. */
const leap = 10;

/** Where a key takes the choice among so many; undefined for a key that does not move it. */
export function chosenByKey(at: number, count: number, key: string, shift: boolean): number | undefined {
  const clamp = (to: number) => Math.min(count - 1, Math.max(0, to));
  const arrow = shift ? leap : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return clamp(at + arrow);
    case 'ArrowLeft':
    case 'ArrowDown':
      return clamp(at - arrow);
    case 'PageUp':
      return clamp(at + leap);
    case 'PageDown':
      return clamp(at - leap);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

interface Choice {
  readonly count: number;
  readonly chosen: () => number;
  readonly live: () => boolean;
  readonly choose: (at: number) => void;
}

/** Makes an element a place to choose one of many marks in it (`data-world`): by keys, or the mark nearest to a click or a tap. Only a click counts, so a finger may scroll from anywhere. */
export function choosing({ count, chosen, live, choose }: Choice): Attachment<HTMLElement> {
  return (element) => {
    function keydown(event: KeyboardEvent): void {
      if (!live() || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = chosenByKey(chosen(), count, event.key, event.shiftKey);
      if (to === undefined) return;
      choose(to);
      event.preventDefault();
    }

    function click({ clientX, clientY }: MouseEvent): void {
      if (!live()) return;
      let nearest = Number.POSITIVE_INFINITY;
      let found: number | undefined;
      for (const mark of element.querySelectorAll('[data-world]')) {
        const { left, top, width, height } = mark.getBoundingClientRect();
        // A mark that is drawn for another width has no box.
        if (width === 0) continue;
        const away = Math.hypot(clientX - left - width / 2, clientY - top - height / 2);
        if (away >= nearest) continue;
        nearest = away;
        found = Number(mark.getAttribute('data-world'));
      }
      if (found !== undefined) choose(found);
    }

    const abort = new AbortController();
    element.addEventListener('keydown', keydown, { signal: abort.signal });
    element.addEventListener('click', click, { signal: abort.signal });
    return () => abort.abort();
  };
}
