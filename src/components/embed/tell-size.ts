import type { Attachment } from 'svelte/attachments';

/** Tells the page around this one how high it is, now and whenever that changes. Whoever that page belongs to: it is told a height, and nothing else. */
export const tellSize: Attachment<HTMLElement> = (element) => {
  if (parent === window) return;
  let told: number | undefined;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: 'when-the-music-stops:size', height }, '*');
  });
  observer.observe(element);
  return () => observer.disconnect();
};
