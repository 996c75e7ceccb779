import { type Component, hydrate, mount } from 'svelte';

/** Wakes what the build has rendered into an element, which Svelte marks with a comment; what the dev server serves is empty, and is made here. */
export function wakeInto<Props extends Record<string, unknown>>(
  component: Component<Props>,
  target: HTMLElement,
  props: Props,
): void {
  const first = target.firstChild;
  if (first?.nodeType === Node.COMMENT_NODE && first.nodeValue?.startsWith('[')) {
    hydrate(component, { target, props });
  } else {
    target.replaceChildren();
    mount(component, { target, props });
  }
}

/** Words about what stays as it was rendered ahead, to be put beside it. */
export function brokenNotice(words: string): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'broken label';
  notice.textContent = words;
  return notice;
}
