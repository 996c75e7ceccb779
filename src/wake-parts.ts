import type { PageContext } from './components/page-context';
import { whenIdle } from './components/when-idle';
import Part from './Part.svelte';
import type { Part as PartOfPage } from './parts';
import { brokenNotice, wakeInto } from './rendered-ahead';

/** How far outside the screen a part is woken up at once: two screens. */
const near = '200%';

/** Until it is seen again whether a hand has let go, in milliseconds. */
const aMoment = 250;
/** How often that is asked before the others wake up all the same: a browser may not tell of each hand that lets go. */
const patience = 40;

/**
 * Wakes the parts of the page, each in its element `[data-part]`: one that comes near the screen at once, the others one by one while the page has nothing else to
 * do. A part that has woken carries `data-awake`, and `data-placed` once it has been laid out since (layout.css). One that cannot be fetched stays as it was rendered ahead, and says so.
 */
export function wakeParts(parts: readonly PartOfPage[], page: PageContext): void {
  const places = parts.flatMap((part) => {
    const element = document.querySelector<HTMLElement>(`[data-part="${part.id}"]`);
    return element ? [{ part, element }] : [];
  });
  const begun = new Set<HTMLElement>();

  async function wake({ part, element }: (typeof places)[number]): Promise<void> {
    if (begun.has(element)) return;
    begun.add(element);
    try {
      const [{ default: chapter }, later] = await Promise.all([part.load(), page.later()]);
      wakeInto(Part, element, { page, later, chapter });
      element.dataset.awake = '';
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          element.dataset.placed = '';
        }),
      );
    } catch (error) {
      console.error(error);
      const words =
        'This chapter could not be fetched, so its dials do not turn, and its figures show the world the page opens with. Reload the page to try again.';
      (element.querySelector('header') ?? element).after(brokenNotice(words));
    }
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const place = places.find(({ element }) => element.contains(target));
        if (isIntersecting && place) void wake(place);
      }
    },
    { rootMargin: near },
  );
  // The element itself has no box of its own.
  for (const { element } of places) observer.observe(element.firstElementChild ?? element);

  let asked = 0;
  function next(): void {
    // Waking up takes longer than a frame, and a hand that drags needs them all.
    if (page.unhurried.held && asked < patience) {
      asked += 1;
      setTimeout(() => whenIdle(next), aMoment);
      return;
    }
    const place = places.find(({ element }) => !begun.has(element));
    if (place) wake(place).then(() => whenIdle(next));
    else observer.disconnect();
  }
  whenIdle(next);
}
