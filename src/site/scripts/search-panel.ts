import { excerptNodes } from './excerpt.ts';

/** What is used of Pagefind's search API, see https://pagefind.app/docs/api/. */
interface Pagefind {
  options(options: { baseUrl: string; bundlePath: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: readonly Result[] } | null>;
}
interface Result {
  data(): Promise<Found>;
}
interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
  }[];
}

const shownCount = 12;
const started = new WeakMap<HTMLDialogElement, Promise<void>>();

function link(title: string, url: string, excerpt: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  const heading = document.createElement('strong');
  heading.textContent = title;
  const text = document.createElement('span');
  text.append(...excerptNodes(excerpt));
  anchor.append(heading, text);
  return anchor;
}

/** A page that was found: itself, then the headings under which the word stands. */
function item(found: Found): HTMLLIElement {
  const entry = document.createElement('li');
  const title = found.meta.title ?? found.url;
  entry.append(link(title, found.url, found.excerpt));
  for (const part of found.sub_results.filter(({ url }) => url.includes('#')).slice(0, 3)) {
    const anchor = link(part.title, part.url, part.excerpt);
    anchor.className = 'search-part';
    entry.append(anchor);
  }
  return entry;
}

/** Moves the focus through field and results. */
function move(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [
    ...dialog.querySelectorAll<HTMLElement>('[data-search-field], [data-search-results] a'),
  ];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const there = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  there?.focus();
}

async function start(dialog: HTMLDialogElement): Promise<void> {
  const field = dialog.querySelector<HTMLInputElement>('[data-search-field]');
  const status = dialog.querySelector<HTMLElement>('[data-search-status]');
  const results = dialog.querySelector<HTMLElement>('[data-search-results]');
  if (field === null || status === null || results === null) return;
  const words = dialog.dataset;
  const bundle = words['bundle'] ?? '';

  dialog.addEventListener('keydown', (event) => move(dialog, event));
  dialog.querySelector('[data-search-close]')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close(); // its backdrop
  });

  status.textContent = words['loading'] ?? '';
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
  await pagefind.options({
    baseUrl: import.meta.env.BASE_URL,
    bundlePath: bundle,
    excerptLength: 24,
  });
  await pagefind.init();

  const search = async () => {
    const query = field.value.trim();
    if (query === '') {
      results.replaceChildren();
      status.textContent = words['hint'] ?? '';
      return;
    }
    const answer = await pagefind.debouncedSearch(query);
    if (answer === null) return; // a newer question is on its way
    const found = await Promise.all(answer.results.slice(0, shownCount).map((one) => one.data()));
    if (field.value.trim() !== query) return;
    results.replaceChildren(...found.map(item));
    status.textContent =
      found.length === 0
        ? `${words['none']} ${query}`
        : `${words['found']}: ${answer.results.length}`;
  };
  field.addEventListener('input', () => void search());
  await search();
}

/** Brings the search dialog to life, once; a failed start is told and may be tried again. */
export async function startPanel(dialog: HTMLDialogElement): Promise<void> {
  const running = started.get(dialog) ?? start(dialog);
  started.set(dialog, running);
  try {
    await running;
  } catch {
    started.delete(dialog);
    const status = dialog.querySelector('[data-search-status]');
    if (status !== null) status.textContent = dialog.dataset['failed'] ?? '';
  }
}
