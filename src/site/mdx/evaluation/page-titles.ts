import { getCollection } from 'astro:content';
import type { Language } from '~/scenario/catalogue.ts';

/**
 * The titles of the reading pages of a language, by path.
 *
 * @throws where the data names a page that does not exist in the language: a broken link stops the build.
 */
export async function pageTitles(language: Language): Promise<(path: string) => string> {
  const titles = new Map((await getCollection('pages')).map(({ id, data }) => [id, data.title]));
  return (path) => {
    const title = titles.get(`${language}/${path}`);
    if (title === undefined)
      throw new Error(`The data names ${path}, which is no ${language} page.`);
    return title;
  };
}
