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

/** Where a mark is on the screen: its middle, in pixels of the window. */
export interface Mark {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/** The mark nearest to a place; undefined if there are none. */
export function nearestMark(marks: readonly Mark[], x: number, y: number): number | undefined {
  let nearest = Number.POSITIVE_INFINITY;
  let found: number | undefined;
  for (const mark of marks) {
    const away = Math.hypot(x - mark.x, y - mark.y);
    if (away >= nearest) continue;
    nearest = away;
    found = mark.at;
  }
  return found;
}

interface Choice {
  readonly count: number;
  readonly chosen: () => number;
  readonly live: () => boolean;
  readonly choose: (at: number) => void;
  readonly marks: () => readonly Mark[];
}

/** Makes an element a place to choose one of many marks in it: by keys, or the mark nearest to a click or a tap. Only a click counts, so a finger may scroll from anywhere. */
export function choosing({ count, chosen, live, choose, marks }: Choice): Attachment<HTMLElement> {
  return (element) => {
    function keydown(event: KeyboardEvent): void {
      if (!live() || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = chosenByKey(chosen(), count, event.key, event.shiftKey);
      if (to === undefined) return;
      choose(to);
      event.preventDefault();
    }

    function click({ clientX, clientY }: MouseEvent): void {
      const to = live() ? nearestMark(marks(), clientX, clientY) : undefined;
      if (to !== undefined) choose(to);
    }

    const abort = new AbortController();
    element.addEventListener('keydown', keydown, { signal: abort.signal });
    element.addEventListener('click', click, { signal: abort.signal });
    return () => abort.abort();
  };
}
