/// <reference lib="webworker" />
import { type PrecacheEntry, Serwist } from 'serwist';

declare const self: ServiceWorkerGlobalScope & {
  /** Put here by the build (src/build/precache.ts). */
  readonly precached: PrecacheEntry[];
};

/**
 * Keeps all files of the site and answers with them, whatever the query: a query is the reader's world, and no server hears of it.
 *
 * A new version never mixes with an old one. A page is one file, and names all that belongs to it by content (`assets/NAME-HASH.js`), so whoever holds the page of one
 * version never asks for a file of another. A new version therefore takes over at once, beside the files of the old one: the next page that is opened is the
 * new one, and a page that is still open goes on finding its own files. The old ones are dropped when every open page has come from this version.
 */
const serwist = new Serwist({
  precacheEntries: self.precached,
  precacheOptions: { ignoreURLParametersMatching: [/.*/] },
  skipWaiting: true,
  // Also a page that came before the worker finds what it fetches later without a network.
  clientsClaim: true,
});

/** For files of an older version: those of this one have their own answer. */
const { cacheName } = serwist.precacheStrategy;
const assets = new URL('assets/', self.registration.scope).href;
serwist.registerCapture(
  ({ url }) => url.href.startsWith(assets),
  async ({ request }) => (await caches.match(request, { cacheName })) ?? fetch(request),
);

/** The windows that were given their page by this version, as far as this worker remembers: it may have been stopped since. */
const own = new Set<string>();
let cleared = false;

/** Drops what is of no version but older ones, unless a page of theirs may be open or the files of a newer one are on their way. */
async function clear(event: ExtendableEvent): Promise<void> {
  if (cleared || self.registration.installing) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!windows.every(({ id, url }) => own.has(id) || !url.startsWith(self.registration.scope))) return;
  cleared = true;
  await serwist.handleActivate(event);
}

self.addEventListener('install', (event) => void serwist.handleInstall(event));
self.addEventListener('activate', (event) => event.waitUntil(clear(event)));
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') own.add(event.resultingClientId);
  else if (own.has(event.clientId)) event.waitUntil(clear(event));
  serwist.handleFetch(event);
});
