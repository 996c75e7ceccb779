import { pageFigure } from '../../views/page-figures';
import { embedQuery } from '../../world/embed-link';
import { escaped } from './markup';

/** A column of text is about as wide. */
const column = 640;
/** What stands under a figure that is shown alone. */
const credit = 72;

/** How high a figure will be in a frame in a column of text, with the dial that goes with it: laid out so for a moment, before anything is painted. */
export function embedHeight(figure: HTMLElement): number {
  const beside = document.querySelector<HTMLElement>(`[data-with="${figure.id}"]`)?.offsetHeight ?? 0;
  const { cssText } = figure.style;
  figure.style.cssText += `; width: min(${column}px, 100vw); align-self: start`;
  const { height } = figure.getBoundingClientRect();
  figure.style.cssText = cssText;
  return Math.ceil((height + beside + credit) / 10) * 10;
}

/** The address of a figure alone. */
export function embedLink(page: string, id: string, query: string): string {
  return new URL(`embed.html?${embedQuery(id, query)}`, page).href;
}

/** What the frame may do: run its scripts, fetch its own files whatever its host answers, and open the essay beside the page. */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

export function embedCode({
  id,
  finding,
  link,
  height,
}: {
  id: string;
  finding: string;
  link: string;
  height: number;
}): string {
  const title = `${pageFigure(id)?.name ?? id}. ${finding}`;
  return `<iframe src="${escaped(link)}" title="${escaped(title)}" width="100%" height="${height}" style="border: 0" loading="lazy" sandbox="${sandbox}"></iframe>`;
}

/** For hosts that want the frame to be as high as what is in it. */
export const sizeListener = `<script>
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'when-the-music-stops:size') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = data.height;
});
</script>`;
