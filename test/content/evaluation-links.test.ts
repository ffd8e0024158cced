import { expect, test } from 'vitest';
import { anchorsOf, data, languages, pagesOf } from './evaluation.ts';
import { toolPaths } from './read-content.ts';

const tools = new Set(toolPaths);
const sources = new Set(data('sources').map(({ id }) => id));
const words = new Set(data('evaluation/glossary').map(({ id }) => id));

test.each(languages)(
  'every internal link of a %s page leads to a page and an anchor that exist',
  (language) => {
    const pages = pagesOf(language);
    const broken = [...pages].flatMap(([from, text]) =>
      [...text.matchAll(/\]\(\/([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([, path = '', anchor]) => {
        const target = pages.get(path);
        const isKnown = path === '' || tools.has(path) || target !== undefined;
        const isAnchored = anchor === undefined || anchorsOf(target ?? '').has(anchor);
        return isKnown && isAnchored ? [] : [`${from} → ${path}#${anchor}`];
      }),
    );
    expect(broken).toEqual([]);
  },
);

test.each(languages)(
  'every source and every word that a %s page names is in the data',
  (language) => {
    const unknown = [...pagesOf(language)].flatMap(([from, text]) => [
      ...[...text.matchAll(/<Source id="([^"]+)"/g)]
        .filter(([, id]) => !sources.has(id))
        .map(([, id]) => `${from}: source ${id}`),
      ...[...text.matchAll(/<Word id="([^"]+)"/g)]
        .filter(([, id]) => !words.has(id))
        .map(([, id]) => `${from}: word ${id}`),
    ]);
    expect(unknown).toEqual([]);
  },
);

test.each(languages)(
  'what a %s page cites is listed at its end, and what is listed is cited',
  (language) => {
    const wrong = [...pagesOf(language)]
      .filter(([path]) => path.startsWith('report/'))
      .flatMap(([path, text]) => {
        const cited = new Set([...text.matchAll(/<Source id="([^"]+)"/g)].map(([, id]) => id));
        const listed = new Set(
          [...text.matchAll(/<Sources ids=\{\[([^\]]*)\]/g)].flatMap(([, ids = '']) =>
            [...ids.matchAll(/'([^']+)'/g)].map(([, id]) => id),
          ),
        );
        return [...cited].filter((id) => !listed.has(id)).map((id) => `${path}: ${id} not listed`);
      });
    expect(wrong).toEqual([]);
  },
);

test('a word of the glossary is linked once on a page, at its first use', () => {
  const repeated = languages.flatMap((language) =>
    [...pagesOf(language)].flatMap(([path, text]) => {
      const linked = [...text.matchAll(/<Word id="([^"]+)"/g)].map(([, id]) => id);
      return linked.length === new Set(linked).size ? [] : [`${language}/${path}`];
    }),
  );
  expect(repeated).toEqual([]);
});

test('every page and anchor that the data name exists in both languages', () => {
  const rows = ['criteria', 'findings', 'glossary'].flatMap((file) => data(`evaluation/${file}`));
  const missing = languages.flatMap((language) => {
    const pages = pagesOf(language);
    return rows.flatMap(({ id, page, anchor }) => {
      const text = pages.get(String(page));
      const isFine =
        text !== undefined && (anchor === undefined || anchorsOf(text).has(String(anchor)));
      return isFine ? [] : [`${language}: ${id} → ${page}#${anchor}`];
    });
  });
  expect(missing).toEqual([]);
});
