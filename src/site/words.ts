import { en, type SiteWords } from '~/words/site.en.ts';
import { ja } from '~/words/site.ja.ts';
import type { Lang } from './languages.ts';

/** Every text of the shell and the landing page, by language. */
export const siteWords: Readonly<Record<Lang, SiteWords>> = { en, ja };
