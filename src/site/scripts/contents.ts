/** Marks, beside the text, the heading under which the reader is: the last one above the upper third. */
export function startContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.on-this-page a')];
  const headings = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );
  if (links.length === 0) return;
  const mark = () => {
    const line = innerHeight / 3;
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = headings.findLastIndex(
      (heading) => heading !== null && heading.getBoundingClientRect().top < line,
    );
    const here = isAtEnd ? links.length - 1 : Math.max(0, passed);
    links.forEach((link, index) => {
      if (index === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  };
  let isAsked = false;
  addEventListener(
    'scroll',
    () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}

/** Brings the current page into view in the list beside the text, where that list is long. */
export function showCurrentPage(): void {
  const side = document.querySelector<HTMLElement>('.page-side');
  const current = side?.querySelector<HTMLElement>('[aria-current]');
  if (!side || !current) return;
  const below = current.getBoundingClientRect().bottom - side.getBoundingClientRect().bottom;
  if (below > -48) side.scrollTop += below + side.clientHeight / 2;
}
