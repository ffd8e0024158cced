import url from './planner.worker.ts?worker&url';

/**
 * Starts the planner's thread in the browser, bound to the page's Content-Security-Policy.
 *
 * A worker that is started from a file follows the policy of that file's response, which a static host may not send;
 * one that is started from a blob inherits the page's. So the blob only imports the file, and the thread, like the
 * page, can reach no other origin.
 */
export function startThread(): Worker {
  const file = new URL(url, location.href).href;
  const blob = new Blob([`import ${JSON.stringify(file)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(blob);
  const worker = new Worker(address, { type: 'module' });
  // Needed until the thread has read it; a message from it proves that.
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
