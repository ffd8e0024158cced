import type { Language } from '~/scenario/catalogue.ts';

/**
 * The language of the page that a component stands in, from its address: the segment after the base path.
 *
 * @throws where a component is used on a page outside `/ja/` and `/en/`.
 */
export function languageOf(url: URL): Language {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const [segment] = url.pathname.slice(base.length).split('/');
  if (segment === 'ja' || segment === 'en') {
    return segment;
  }
  throw new Error(`${url.pathname} is in no language: expected ${base}ja/… or ${base}en/….`);
}
