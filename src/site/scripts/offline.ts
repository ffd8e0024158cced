/** Registers the service worker of the built site, once the page itself is there. */
export function startOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const base = import.meta.env.BASE_URL;
  addEventListener('load', () => {
    // Refused on plain http and in some private windows: the site then works online only.
    navigator.serviceWorker
      .register(`${base}service-worker.js`, { scope: base })
      .catch(() => undefined);
  });
}
