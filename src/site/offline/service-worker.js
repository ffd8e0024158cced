// @ts-check
/**
 * Keeps one version of the site, whole, and answers from it, with or without a connection.
 *
 * The build puts `self.hostfitFiles` (see build/offline.ts) in front of this file. What it promises:
 *
 * - A version is complete or not there: every file is checked against its hash while installing, so
 *   that a server in the middle of a deployment, or a proxy that rewrites files, fails the install.
 * - No page sees files of two versions. A listed file is only ever answered with the listed bytes.
 * - A new version takes over only when no page of the old one is open, or when the only open page is
 *   just being left for another: that one is answered with an empty page that lets the new version take over and then
 *   loads itself again.
 */

/** @type {{ version: string, eager: Record<string, string>, onUse: Record<string, string> }} */
const files = Reflect.get(self, 'hostfitFiles');
const worker = /** @type {any} */ (self);
/** @type {string} */
const scope = worker.registration.scope;
const family = `hostfit ${scope} `;
const cacheName = family + files.version;
/** @type {Record<string, string>} */
const hashes = { ...files.eager, ...files.onUse };

/**
 * A thread is not bound by the policy in its page's <meta>, only by its own script's headers: from
 * here it gets one. Scripts of pages ignore it.
 */
const scriptPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'";

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A copy of a response if its bytes are the listed ones. A copy, because a redirected response may
 * not answer a navigation.
 * @param {string} address
 * @param {Response | undefined} response
 */
async function verified(address, response) {
  if (response === undefined) return null;
  const bytes = await response.arrayBuffer();
  if ((await sha256(bytes)) !== hashes[address]) return null;
  const headers = new Headers({
    'content-type': response.headers.get('content-type') ?? 'application/octet-stream',
  });
  if (/\.m?js$/.test(address)) headers.set('content-security-policy', scriptPolicy);
  return new Response(bytes, { headers });
}

/**
 * The listed bytes of a file: from a cache of any version that has them, else from the network.
 * @param {string} address
 */
async function obtain(address) {
  const url = new URL(address, scope).href;
  const kept = await verified(address, await caches.match(url));
  if (kept !== null) return kept;
  const fresh = await verified(address, await fetch(url, { cache: 'no-cache' }));
  if (fresh === null) throw new Error(`${address} is not the one of version ${files.version}`);
  return fresh;
}

/**
 * @param {Cache} cache
 * @param {string} address
 */
async function keep(cache, address) {
  const response = await obtain(address);
  await cache.put(new URL(address, scope).href, response.clone());
  return response;
}

async function install() {
  const isFirst = worker.registration.active === null;
  const cache = await caches.open(cacheName);
  const waiting = Object.keys(files.eager);
  const lane = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      await keep(cache, address);
    }
  };
  // Six lanes, as many as a browser opens to one host.
  await Promise.all(Array.from({ length: 6 }, lane));
  if (isFirst) await worker.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(family) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  // Only the first version finds pages without a worker; a newer one inherits those of the old, and a page that is
  // just being loaded must not wait for a claim.
  if (old.length === 0) await worker.clients.claim();
}

/** @param {Request} request */
async function navigate(request) {
  const open = await worker.clients.matchAll({ type: 'window' });
  if (worker.registration.waiting !== null && request.method === 'GET' && open.length < 2) {
    return handOver();
  }
  const address = addressIn(request.url);
  const answer = await answerFor(address);
  if (answer !== null) return answer;
  try {
    return await fetch(request);
  } catch {
    return (await answerFor('404.html')) ?? Response.error();
  }
}

/**
 * Of the empty page between two versions. It loads itself again only when the new one is in charge: a browser may
 * never answer a navigation that comes while one worker is giving way to another.
 */
const handOverScript = `
const again = () => location.reload();
navigator.serviceWorker.addEventListener('controllerchange', again, { once: true });
navigator.serviceWorker.getRegistration().then((registration) => {
  if (registration?.waiting) registration.waiting.postMessage('take over');
  else again();
});`;

async function handOver() {
  const bytes = new TextEncoder().encode(handOverScript);
  const hash = btoa(
    String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
  );
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; script-src 'sha256-${hash}'`,
    // Should the change never be told.
    refresh: '10',
  };
  return new Response(`<!doctype html><title></title><script>${handOverScript}</script>`, {
    headers,
  });
}

/**
 * The address relative to the base path, without query and fragment.
 * @param {string} url
 */
function addressIn(url) {
  const { origin, pathname } = new URL(url);
  const address = decodeURI((origin + pathname).slice(scope.length)).replace(
    /(^|\/)index\.html$/,
    '$1',
  );
  return !(address in hashes) && `${address}/` in hashes ? `${address}/` : address;
}

/**
 * The listed file at an address, or null when none is listed.
 * @param {string} address
 */
async function answerFor(address) {
  if (!Object.hasOwn(hashes, address)) return null;
  const cache = await caches.open(cacheName);
  const kept = await cache.match(new URL(address, scope).href);
  return kept ?? keep(cache, address);
}

/** @param {Request} request */
async function load(request) {
  return (await answerFor(addressIn(request.url))) ?? fetch(request);
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  event.respondWith(request.mode === 'navigate' ? navigate(request) : load(request));
});
