import { pageFigure } from '../../views/page-figures';
import { embedQuery, type Scheme } from '../../world/embed-link';
import { escaped } from './markup';

/** The address of a figure alone. */
export function embedLink(page: string, id: string, query: string, scheme?: Scheme): string {
  return new URL(`embed.html?${embedQuery(id, query, scheme)}`, page).href;
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
