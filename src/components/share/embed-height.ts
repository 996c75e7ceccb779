/** A column of text is about as wide, in pixels. */
export const embedColumn = 640;
/** So high that no drawing is lower for want of a higher frame: what goes by the height of the screen goes by the frame in a frame. */
const high = 1600;
/** How often it is looked at, how long it must stay as it is, and how long that may take at most, in milliseconds. */
const [every, still, most] = [50, 250, 8000];

const known = new Map<string, Promise<number | undefined>>();

/**
 * How high a figure alone is in a frame in a column of text. Widths of the page count in it, and what is said of this world: so it is opened in such a frame, off the screen, and measured there.
 * Undefined where it does not open. An address is measured once.
 */
export function embedHeight(link: string): Promise<number | undefined> {
  const height = known.get(link) ?? measured(link);
  known.set(link, height);
  return height;
}

async function measured(link: string): Promise<number | undefined> {
  const frame = Object.assign(document.createElement('iframe'), { src: link, inert: true, tabIndex: -1 });
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = `position: fixed; top: 0; right: 100%; width: ${embedColumn}px; height: ${high}px; border: 0`;
  document.body.append(frame);
  try {
    let [height, since] = [0, 0];
    for (let waited = 0; waited < most; waited += every) {
      await new Promise((resolve) => setTimeout(resolve, every));
      const now = heightIn(frame.contentDocument);
      since = now === height ? since + every : 0;
      height = now;
      if (height > 0 && since >= still) return height;
    }
    return undefined;
  } finally {
    frame.remove();
  }
}

/** 0 until the figure is there, in its own letters. */
function heightIn(page: Document | null): number {
  if (!page?.querySelector('.figure.only') || page.fonts.status !== 'loaded') return 0;
  return Math.ceil(page.querySelector('main')?.getBoundingClientRect().height ?? 0);
}
