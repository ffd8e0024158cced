import { remember } from './remember.ts';

/** Takes the settings in a tool page's address along to the other language, and remembers the choice. */
export function startLanguageSwitch(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-language-switch]');
  link?.addEventListener('click', () => {
    remember('hostfit-language', link.hreflang);
    link.search = location.search;
    if (document.documentElement.dataset['layout'] === 'tool') link.hash = location.hash;
  });
}
