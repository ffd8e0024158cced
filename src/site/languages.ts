/** The languages of the site; every page exists in each of them under the same path. */
export const languages = ['ja', 'en'] as const;

export type Lang = (typeof languages)[number];

export const isLang = (text: string | undefined): text is Lang =>
  languages.some((lang) => lang === text);

export const otherLang = (lang: Lang): Lang => (lang === 'ja' ? 'en' : 'ja');
