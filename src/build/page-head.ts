import { policyTags } from './policy.ts';

/** What the outside world is told of a page. Texts are written as in HTML. */
interface Told {
  /** From the top of the site: "lab.html", "worlds/the-backstop/index.html". */
  readonly page: string;
  readonly title: string;
  readonly description: string;
  /** None for a page that is built before its card is drawn. */
  readonly card: Card | undefined;
}

/** The picture of a page where somebody links to it. */
export interface Card {
  /** Without folder and ending: static/cards/ID.jpg. */
  readonly id: string;
  /** What it shows, as in HTML. */
  readonly alt: string;
}

/** The size of every card, in pixels. */
const [width, height] = [1200, 630];

/**
 * The head that all pages share: policy, icons, manifest and what a link to the page shows elsewhere. Without the address of the site nothing can be absolute: the
 * card is then relative, which some readers of cards follow, and there is neither a canonical address nor og:url.
 */
export function sharedHead({ page, title, description, card }: Told, site: string | undefined): string[] {
  const top = '../'.repeat(page.split('/').length - 1) || './';
  const own = site === undefined ? undefined : addressOf(page, site);
  const property = (name: string, content: string) => `<meta property="og:${name}" content="${content}">`;
  return [
    ...policyTags,
    `<link rel="apple-touch-icon" href="${top}icons/apple-touch.png">`,
    `<link rel="manifest" href="${top}site.webmanifest">`,
    ...(own === undefined ? [] : [`<link rel="canonical" href="${own}">`, property('url', own)]),
    property('type', 'article'),
    property('site_name', 'When the Music Stops'),
    property('title', title),
    property('description', description),
    ...(card === undefined
      ? []
      : [
          property('image', `${site ?? top}cards/${card.id}.jpg`),
          property('image:width', String(width)),
          property('image:height', String(height)),
          property('image:alt', card.alt),
          '<meta name="twitter:card" content="summary_large_image">',
        ]),
  ];
}

/** The address of a page as it is passed on: a folder rather than its index.html. */
export function addressOf(page: string, site: string): string {
  return site + page.replace(/(^|\/)index\.html$/, '$1');
}

/** The address of the site as it is given to a build, with its last slash; undefined if none is given. */
export function siteAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new Error(`SITE_URL must be an address such as https://example.org/essay/, but is "${text}"`);
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
