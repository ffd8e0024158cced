/**
 * What Plot brings for maps, for named colour schemes and for legends of its own: a fifth of its weight, and none of our
 * charts use it (their legends are lists of the page).
 */
const unused =
  /\/node_modules\/((d3-geo|d3-scale-chromatic)\/dist\/[\w-]+\.mjs|@observablehq\/plot\/src\/legends\/(ramp|swatches)\.js)$/;

/** The part of a Vite plugin that is used here (Vite itself is no dependency of this project). */
export interface LeanPlot {
  readonly name: string;
  readonly enforce: 'pre';
  readonly transform: (code: string, id: string) => { code: string; map: null } | null;
}

/**
 * A Vite plugin: gives Plot empty modules in place of map projections, colour schemes and legends, which saves 20 kB
 * gzip of JavaScript. A chart that would use one of them fails at once, in the tests of a browser; our colours are CSS
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

/** The names that a module exports: in the one list that ends a bundled one, else where they are declared. */
export function exportedNames(code: string): readonly string[] {
  const list = /export\s*\{([^}]*)\};?\s*$/.exec(code)?.[1];
  if (list !== undefined)
    return list.split(',').map((item) => item.trim().replace(/^.*\sas\s/s, ''));
  const declared = [...code.matchAll(/^export (?:function|class|const) (\w+)/gm)];
  if (declared.length === 0)
    throw new Error('A module without a list of exports: its shape has changed.');
  return declared.map(([, name = '']) => name);
}
