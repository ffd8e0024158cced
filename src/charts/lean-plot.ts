/** What Plot brings for maps and for named colour schemes: a fifth of its weight, and none of our charts use it. */
const unused = /\/node_modules\/(d3-geo|d3-scale-chromatic)\/dist\/[\w-]+\.mjs$/;

/** The part of a Vite plugin that is used here (Vite itself is no dependency of this project). */
export interface LeanPlot {
  readonly name: string;
  readonly enforce: 'pre';
  readonly transform: (code: string, id: string) => { code: string; map: null } | null;
}

/**
 * A Vite plugin: gives Plot empty modules in place of map projections and colour schemes, which saves 18 kB gzip of
 * JavaScript. A chart that would use one of them fails at once, in the tests of a browser; our colours are CSS
 * variables and our charts no maps.
 */
export const leanPlot = (): LeanPlot => ({
  name: 'hostfit-lean-plot',
  enforce: 'pre',
  transform(code, id) {
    if (!unused.test(id)) return null;
    return { code: exportedNames(code).map(emptyExport).join('\n'), map: null };
  },
});

/** A function, because Plot calls one of them (`geoTransform`) as it is loaded. */
const emptyExport = (name: string) => `export const ${name} = () => {};`;

/** The names in the one export list that ends a bundled module. */
export function exportedNames(code: string): readonly string[] {
  const list = /export\s*\{([^}]*)\};?\s*$/.exec(code)?.[1];
  if (list === undefined)
    throw new Error('A module without a list of exports: its shape has changed.');
  return list.split(',').map((item) => item.trim().replace(/^.*\sas\s/s, ''));
}
