import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leanPlot } from '~/charts/lean-plot.ts';

const legends = new URL('./legends/', import.meta.resolve('@observablehq/plot')).href;
const modules = ['d3-geo', 'd3-scale-chromatic', `${legends}ramp.js`, `${legends}swatches.js`];

test.each(modules)('%s becomes empty and keeps every name that it exports', async (name) => {
  const url = new URL(import.meta.resolve(name));
  const empty = leanPlot().transform(readFileSync(url, 'utf8'), url.pathname)?.code ?? '';
  const names = [...empty.matchAll(/export const (\w+) = /g)].map(([, each]) => each);
  expect(names.toSorted()).toEqual(Object.keys(await import(name)).toSorted());
  expect(empty.length).toBeLessThan(5000);
});

test('every other module stays as it is', () => {
  expect(
    leanPlot().transform('export { a };', '/node_modules/d3-array/dist/d3-array.mjs'),
  ).toBeNull();
});
