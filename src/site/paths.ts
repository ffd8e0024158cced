import type { Lang } from './languages.ts';

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** The address of a file that is the same in both languages, for example `asset('favicon.svg')`. */
export const asset = (file: string): string => `${base}${file}`;

/**
 * The address of a page in a language, under the base path and with its closing slash.
 *
 * @example href('ja', '') // '/hostfit/ja/'
 * @example href('en', 'tools/consolidation#fleet') // '/hostfit/en/tools/consolidation/#fleet'
 */
export function href(lang: Lang, path: string): string {
  const [, page = '', rest = ''] = /^\/*(.*?)\/*([?#].*)?$/.exec(path) ?? [];
  return asset(page === '' ? `${lang}/${rest}` : `${lang}/${page}/${rest}`);
}
