/**
 * Has the browser keep the site, so that it opens without a network from now on. To be called when the page is awake: it waits until the page has loaded and has nothing
 * to do. Where that cannot be (a sandboxed frame, an old browser, a page that is not served over https) nothing happens; nor in somebody else's page, whose
 * readers did not come for all of this one.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !isSecureContext || window.top !== window) return;
  if (document.readyState === 'complete') whenIdle(register);
  else addEventListener('load', () => whenIdle(register), { once: true });
}

function whenIdle(then: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(then, 2000);
  else requestIdleCallback(then);
}

async function register(): Promise<void> {
  try {
    // Beside the page and without a scope of its own: it keeps this folder and nothing above it.
    await navigator.serviceWorker.register('./sw.js');
  } catch {
    // Refused, or not there at all. The page does not need it.
  }
}
