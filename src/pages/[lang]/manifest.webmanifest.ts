import type { APIRoute } from 'astro';
import { isLang, languages } from '~/site/languages.ts';
import { asset, href } from '~/site/paths.ts';
import { siteWords } from '~/site/words.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

/** The web application manifest of a language: what installing the site gives. */
export const GET: APIRoute = ({ params }) => {
  const lang = isLang(params['lang']) ? params['lang'] : 'en';
  const words = siteWords[lang];
  return Response.json({
    name: words.siteName,
    short_name: words.siteName,
    description: words.siteSummary,
    lang,
    id: asset(''),
    start_url: href(lang, ''),
    scope: asset(''),
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [
      { src: asset('favicon.svg'), type: 'image/svg+xml', sizes: 'any' },
      { src: asset('icon-192.png'), type: 'image/png', sizes: '192x192' },
      { src: asset('icon-512.png'), type: 'image/png', sizes: '512x512' },
      {
        src: asset('icon-maskable-512.png'),
        type: 'image/png',
        sizes: '512x512',
        purpose: 'maskable',
      },
    ],
  });
};
