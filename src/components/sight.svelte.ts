import type { Attachment } from 'svelte/attachments';

/** Whether an element is on the screen, or nearly: what is not need not be worked out. */
export interface Sight {
  readonly seen: boolean;
  readonly watch: Attachment<Element>;
}

/**
 * Watches one element: `<div {@attach sight.watch}>`. Rendered ahead, and where a browser cannot tell, it counts as seen, so that the opening world is drawn.
 * So it does while the page is printed: paper shows all of it, in the reader's world.
 * `margin`: how far outside the screen still counts.
 */
export function createSight(margin = '25%'): Sight {
  let seen = $state(true);
  let printing = $state(false);
  return {
    get seen() {
      return seen || printing;
    },
    watch(element) {
      if (typeof IntersectionObserver === 'undefined') return;
      const observer = new IntersectionObserver(
        (entries) => {
          seen = entries.at(-1)?.isIntersecting ?? true;
        },
        { rootMargin: margin },
      );
      observer.observe(element);
      const print = ({ type }: Event) => {
        printing = type === 'beforeprint';
      };
      addEventListener('beforeprint', print);
      addEventListener('afterprint', print);
      return () => {
        observer.disconnect();
        removeEventListener('beforeprint', print);
        removeEventListener('afterprint', print);
      };
    },
  };
}
